import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { JSONSchema, TSESLint } from '@typescript-eslint/utils';
import type { KeySearch } from './analysis/keys.js';
import type { ClientOption } from './analysis/request.js';
import { mayConcernKeys } from './key/grammar.js';
import { mayImportKey } from './source/keys-behind-imports.js';
import { projectOf, type Project } from './source/project.js';

/** The pages travel with the package. */
const DOCS = 'https://unpkg.com/eslint-plugin-wix-keys/rules';

/** What a rule of this plugin says about itself in `meta.docs`. */
export interface RuleDocs {
  /** One phrase that begins with Enforce, Require or Disallow. */
  readonly description: string;
  /** The severity in `configs.recommended`; null for a rule that is not in it. */
  readonly recommended: 'error' | 'warn' | null;
  /** Whether it has something to say of files that are no code. */
  readonly readsData?: boolean;
}

/** The context that a rule gets; only what ESLint 8, 9 and 10 share. */
export type RuleContext<MessageIds extends string> = Readonly<TSESLint.RuleContext<MessageIds, readonly unknown[]>>;

/** A rule as its file writes it: `create` gets its options whole, and only for files that may concern it. */
export interface RuleDefinition<MessageIds extends string, Options extends object> {
  readonly name: string;
  readonly meta: {
    readonly type: 'problem' | 'suggestion';
    readonly docs: RuleDocs;
    readonly hasSuggestions?: boolean;
    readonly messages: Readonly<Record<MessageIds, string>>;
    readonly schema: readonly JSONSchema.JSONSchema4[];
    readonly defaultOptions?: readonly [Options];
  };
  readonly create: (context: RuleContext<MessageIds>, options: readonly [Options]) => TSESLint.RuleListener;
}

/** A rule as ESLint takes it. */
export interface RuleModule<MessageIds extends string = string> {
  readonly meta: RuleDefinition<MessageIds, object>['meta'] & { readonly docs: RuleDocs & { readonly url: string } };
  create(context: RuleContext<MessageIds>): TSESLint.RuleListener;
}

/** Makes a rule that costs one text search in a file without Wix. ESLint 8 merges no defaults, so they are merged here for all versions. */
export function createRule<MessageIds extends string, Options extends object = object>({ name, meta, create }: RuleDefinition<MessageIds, Options>): RuleModule<MessageIds> {
  return {
    meta: { ...meta, docs: { ...meta.docs, url: `${DOCS}/${name}.md` } },
    create(context) {
      if (!isWorthwhile(context)) return NOTHING;
      const { ast } = read(context, 'sourceCode');
      enabled.set(ast, [...(enabled.get(ast) ?? []), name]);
      const options = { ...meta.defaultOptions?.[0], ...(read(context, 'options')[0] as Options | undefined) } as Options;
      return inEveryLanguage(create(context, [options]));
    },
  };
}

/** The root of a tree: ESTree and what is made like it, @eslint/json and @html-eslint, @eslint/markdown. */
const ROOTS = ['Program', 'Document', 'root'];

/** The listener of the root of a JavaScript tree, for that of every language; it hears of each file once. */
function inEveryLanguage({ Program, ...others }: TSESLint.RuleListener): TSESLint.RuleListener {
  if (!Program) return others;
  let isDone = false;
  const once: typeof Program = (node) => {
    if (isDone) return;
    isDone = true;
    Program(node);
  };
  return { ...others, ...Object.fromEntries(ROOTS.map((root) => [root, once])) };
}

// By the tree: oxlint has one SourceCode for all files.
const enabled = new WeakMap<object, readonly string[]>();

/** Whether another rule of this plugin runs on the same file: of two that could tell one fault, one is silent then. To be asked during the traversal, when all rules have been made. */
export function isEnabled(name: string, { sourceCode }: RuleContext<string>): boolean {
  return enabled.get(sourceCode.ast)?.includes(name) === true;
}

const NOTHING: TSESLint.RuleListener = Object.freeze({});
const worthwhile = new WeakMap<object, boolean>();

/** Whether a file may concern any rule, by its text or by those of the files that it imports; asked once for all rules. */
function isWorthwhile(context: RuleContext<string>): boolean {
  const { ast, text } = read(context, 'sourceCode');
  const known = worthwhile.get(ast);
  if (known !== undefined) return known;
  const answer = typeof text === 'string' && (mayConcernKeys(text) || (isCrossFile(context) && mayImportKey(text, context.filename, ast)));
  worthwhile.set(ast, answer);
  return answer;
}

/** A property of a context, for what every file asks. A context inherits from an object of its file, so no inline cache of V8 ever hits: written plainly, this access alone was a third of what the rules cost in a file without Wix (measured). */
function read<Key extends keyof RuleContext<string>>(context: RuleContext<string>, key: Key): RuleContext<string>[Key] {
  return Reflect.get(context, key);
}

/** What keys are looked for with, by `settings['wix-keys']`: its `clients` after those of the rule (what is not of that form is passed over), other files unless `crossFile` is false. */
export function keySearch(context: RuleContext<string>, clients: readonly ClientOption[] = []): KeySearch {
  const settings = settingsOf(context);
  const shared = Array.isArray(settings.clients) ? settings.clients.filter(isClient) : [];
  return { clients: [...clients, ...shared], filename: isCrossFile(context) ? context.filename : null };
}

/** Prefixes by which the project's own build makes variables public, by `settings['wix-keys'].publicEnvPrefixes`; what is no text is passed over. */
export function publicEnvPrefixes(context: RuleContext<string>): readonly string[] {
  const { publicEnvPrefixes: prefixes } = settingsOf(context);
  return Array.isArray(prefixes) ? prefixes.filter((prefix): prefix is string => typeof prefix === 'string' && prefix !== '') : [];
}

/** Tells whether the nearest package.json names a package. */
export function projectPackages({ filename, cwd }: RuleContext<string>): (name: string) => boolean {
  let project: Project | null = null;
  return (name) => (project ??= projectOf(resolve(cwd, filename))).hasPackage(name);
}

/** A path with `/`, whatever the system writes. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** A path as a person at the working directory writes it. */
export function displayPath(path: string, { cwd }: RuleContext<string>): string {
  return slashed(relative(cwd, path));
}

function settingsOf(context: RuleContext<string>): Readonly<Record<string, unknown>> {
  const own = read(context, 'settings')['wix-keys'];
  return typeof own === 'object' && own !== null ? (own as Readonly<Record<string, unknown>>) : {};
}

/** Only what stands on the disk imports from there. */
function isCrossFile(context: RuleContext<string>): boolean {
  return settingsOf(context).crossFile !== false && isAbsolute(read(context, 'filename'));
}

function isClient(candidate: unknown): candidate is ClientOption {
  return typeof candidate === 'object' && candidate !== null && 'name' in candidate && typeof candidate.name === 'string';
}
