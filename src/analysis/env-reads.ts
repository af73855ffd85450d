import type { TSESTree } from '@typescript-eslint/utils';
import { ENV_READS, type EnvRead } from '../catalogue/environments.js';
import { isEnvKeyName } from '../catalogue/key-names.js';
import { SECRET_READS } from '../catalogue/velo.js';
import { detached } from '../source/file-cache.js';
import { remembered } from '../source/rounds.js';
import { slotValues } from './clients/slots.js';
import type { Evaluator } from './evaluation/evaluator.js';
import { groupBy } from './group-by.js';
import { withoutMethods } from './unchanged-texts.js';
import { firstText, type ReferenceValue, type Root, type Site } from './values.js';

type Node = TSESTree.Node;

/** A variable of the environment, or a secret of Wix's Secrets Manager, that a value is read from. */
export interface VariableRead {
  readonly variable: string;
  /** Who can see the value: the server alone, everybody, or as the name's prefix says. */
  readonly side: EnvRead['side'];
  /** Of what is public whatever its name is, the framework that makes it so. */
  readonly framework: string | null;
  /** The expression that reads it, in whatever file. */
  readonly node: Node;
}

/** Methods of a text that change nothing of what it is. */
const HARMLESS_METHODS = new Set(['trim', 'trimStart', 'trimEnd', 'toString', 'valueOf', 'replace', 'replaceAll', 'normalize']);

type Call = Root & { readonly type: 'call' };

const READS_BY_MEMBER = groupBy(ENV_READS, ({ member }) => member);
const PARSERS = ENV_READS.filter(({ form }) => form === 'parsed');
/** What is read of a record that was handed to one of them. */
const PARSED = { side: 'by-prefix' } as const;

/** In `useRuntimeConfig()` of Nuxt, what lies behind this is public. */
const PUBLIC_MEMBER = 'public';
const RUNTIME_CONFIG = 'Nuxt';

/** The variable that a reference reads; null for a reference to anything else. */
export function variableRead(made: ReferenceValue, evaluator: Evaluator): VariableRead | null {
  const reference = withoutMethods(made, (method) => HARMLESS_METHODS.has(method));
  const { root, path } = reference;
  if (root.type !== 'call') return memberRead(reference);
  const { callee, site } = root;
  const row = envReadAt(callee);
  if (row?.form === 'function') return path.length === 0 ? named(site, row.side, evaluator) : null;
  if (row?.form === 'returned') return returnedRead(reference, row);
  if (isParsed(root, evaluator)) return returnedRead(reference, PARSED);
  return isSecretRead(callee, path) ? named(site, 'server', evaluator) : null;
}

/** Whether a variable is named for a key. The files of a project read the same few, and are asked in one round. */
export function isNamedForKey(variable: string): boolean {
  const answers = remembered('variables', () => new Map<string, boolean>());
  const known = answers.get(variable);
  if (known !== undefined) return known;
  const answer = isEnvKeyName(variable);
  answers.set(detached(variable), answer);
  return answer;
}

/** Whether a call gives back the record of variables that it is handed, as a schema's `parse(process.env)` does. */
function isParsed({ callee, site }: Call, evaluator: Evaluator): boolean {
  const method = callee.path.at(-1);
  const makers = PARSERS.filter(({ member }) => member === method);
  if (makers.length === 0) return false;
  let { root } = callee;
  while (root.type === 'call') root = root.callee.root;
  return makers.some((row) => isAt(row, root)) && site.node.arguments.some((_, argument) => slotValues(site, { argument }, evaluator).some((value) => value.type === 'reference' && envReadAt(value)?.form === 'record'));
}

function memberRead({ path, ...reference }: ReferenceValue): VariableRead | null {
  const variable = path.at(-1);
  const row = envReadAt({ ...reference, path: path.slice(0, -1) });
  const isRecord = row?.form === 'record' || row?.form === 'exports';
  return isRecord && variable !== undefined && variable !== 'default' ? { variable, side: row.side, framework: row.framework ?? null, node: reference.node } : null;
}

/** A member of what `useRuntimeConfig()` or `Deno.env.toObject()` gives. */
function returnedRead({ path, node }: ReferenceValue, row: Pick<EnvRead, 'side'>): VariableRead | null {
  const variable = path.at(-1);
  if (variable === undefined) return null;
  const isPublic = row.side === 'server' && path[0] === PUBLIC_MEMBER;
  return { variable, side: isPublic ? 'public' : row.side, framework: isPublic ? RUNTIME_CONFIG : null, node };
}

function named(site: Site, side: EnvRead['side'], evaluator: Evaluator): VariableRead | null {
  const variable = firstText(slotValues(site, { argument: 0 }, evaluator));
  return variable === null ? null : { variable, side, framework: null, node: site.node };
}

/** The row of the catalogue whose global or module and members a reference names; null where there is none. */
export function envReadAt({ root, path }: ReferenceValue): EnvRead | null {
  return READS_BY_MEMBER.get(membersFrom(root, path))?.find((row) => isAt(row, root)) ?? null;
}

function isSecretRead({ root, path }: ReferenceValue, behind: readonly string[]): boolean {
  const member = membersFrom(root, path);
  return SECRET_READS.some((row) => root.type === 'module' && row.modules.includes(root.name) && row.member === member && (row.property ?? '') === behind.join('.'));
}

function membersFrom(root: Root, path: readonly string[]): string {
  return (root.type === 'module' && path[0] === 'default' ? path.slice(1) : path).join('.');
}

function isAt(row: EnvRead, root: Root): boolean {
  if (root.type === 'global') return row.global === root.name;
  return root.type === 'module' && row.modules.includes(root.name);
}
