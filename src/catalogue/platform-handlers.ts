/** A parameter that a platform hands to a function of the user's, which stands for a thing of one of its modules. */
export interface PlatformParameter {
  /** Names of the function: a method of the object that a module exports, or an export itself. */
  readonly names: RegExp;
  readonly isMethod: boolean;
  readonly index: number;
  readonly module: string;
  readonly path: readonly string[];
}

/** The same for a parameter of which only some members are known: globals, by the names of the members. */
export interface PlatformEvent extends Pick<PlatformParameter, 'index' | 'isMethod' | 'names'> {
  readonly globals: Readonly<Record<string, string>>;
}

/** developers.cloudflare.com/workers/runtime-apis/handlers and /pages/functions/api-reference: the environment is what `cloudflare:workers` exports as `env`. */
export const PLATFORM_PARAMETERS: readonly PlatformParameter[] = [
  { names: /^(?:fetch|scheduled|queue|email|tail)$/, isMethod: true, index: 1, module: 'cloudflare:workers', path: ['env'] },
  { names: /^onRequest(?:Get|Post|Put|Patch|Delete|Head|Options)?$/, isMethod: false, index: 0, module: 'cloudflare:workers', path: [] },
];

/** svelte.dev/docs/kit/web-standards and svelte.dev/docs/kit/@sveltejs-kit (RequestEvent, LoadEvent): their `fetch` is that of the platform. The names are those of handlers and of load functions. */
export const PLATFORM_EVENTS: readonly PlatformEvent[] = [
  { names: /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|fallback|load)$/, isMethod: false, index: 0, globals: { fetch: 'fetch' } },
];
