/** A parameter that a platform hands to a function of the user's, which stands for a thing of one of its modules. */
export interface PlatformParameter {
  /** Names of the function: a method of the object that a module exports, or an export itself. */
  readonly names: RegExp;
  readonly isMethod: boolean;
  readonly index: number;
  readonly module: string;
  readonly path: readonly string[];
}

/** developers.cloudflare.com/workers/runtime-apis/handlers and /pages/functions/api-reference: the environment is what `cloudflare:workers` exports as `env`. */
export const PLATFORM_PARAMETERS: readonly PlatformParameter[] = [
  { names: /^(?:fetch|scheduled|queue|email|tail)$/, isMethod: true, index: 1, module: 'cloudflare:workers', path: ['env'] },
  { names: /^onRequest(?:Get|Post|Put|Patch|Delete|Head|Options)?$/, isMethod: false, index: 0, module: 'cloudflare:workers', path: [] },
];
