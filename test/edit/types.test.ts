import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { EnvLookup } from '../../src/edit/env-lookup.js';
import { PROCESS_ENV, PROCESS_ENV_IN_BRACKETS } from '../../src/edit/env-lookup.js';
import { lookupWhenMissing } from '../../src/lookup/lookup-forms.js';
import { filledIn } from './filled-in.js';
import { JSX_POSITIONS, SHARED_POSITIONS, TYPESCRIPT_POSITIONS } from './positions.js';
import { moveAll } from './sources.js';

const AMBIENT = `
declare function f(...values: readonly (string | number | boolean | object | null | undefined)[]): { k?: string };
declare function g(value: string): string;
declare function needs(value: string, more?: { readonly k: string; readonly l?: string }): void;
declare function dec(name: string): any;
declare const a: string, b: string, x: string, o: { readonly [name: string]: number };
declare const FOO: string | undefined;
declare const settings: { readonly env: { readonly FOO?: string } };
declare const Deno: { env: { get(name: string): string | undefined } };
declare function gql(texts: TemplateStringsArray, ...values: readonly string[]): string;
declare function beforeEach(run: () => void): void;
interface ImportMeta { readonly env: { readonly FOO?: string } }
declare module '$env/dynamic/private' { export const env: { readonly FOO?: string } }
declare namespace JSX { interface IntrinsicElements { p: { k?: string } } interface Element {} }
declare function A(props: { key?: string; auth?: string; b?: string; c?: string; children?: unknown }): JSX.Element;
`;

// Each stands in a module of its own; what is wanted is a string, so that `undefined` is seen.
const SNIPPETS: readonly string[] = [
  "const k = '@'; needs(k); needs('@', { k: '@', l: '@' });",
  "const k: string = '@'; let l: string; l = '@'; needs(l + k);",
  "function k(): string { return'@' }\nasync function l(): Promise<string> { return '@'; }",
  "function* k(): Generator<string> { yield'@'; }",
  "const k = (v: string = '@', { w = '@' }: { w?: string } = {}): number => v.length + w.length; needs(String(k()));",
  "const k: readonly string[] = ['@', `@`]; needs(k[0] ?? '@');",
  "const k: Record<string, string> = { Authorization: 'Bearer @', ['@']: '@' }; needs(k['a'] ?? '');",
  "new Headers([['Authorization', '@']]); new Map<string, string>([['a', '@']]); fetch('https://a.example', { headers: { Authorization: '@' } });",
  "class K { readonly a = '@'; static b: string = '@'; #c = '@'; constructor(private d: string = '@') { needs(this.a + this.#c + this.d + K.b); needs(this.a); } }",
  "const k = '@' as const; needs(k); const l = <const>'@'; needs(l); const m = ('@')as const; needs(m);",
  "const k = { a: '@', b: ['@'] } as const; needs(k.a); needs(k.b[0]);",
  "const k = '@' satisfies string; needs(k); const l = '@' as string; needs(l); const m = <string>'@'; needs(m);",
  "const k = { a: '@' } satisfies Record<string, string>; needs(k.a);",
  "const k = '@' as unknown as { brand: true } & string; needs(k);",
  "needs('@'.slice(0, 3)); needs(String('@'.length)); needs('@'.split('.')[0] ?? '');",
  "needs(FOO || '@'); needs(FOO ?? '@'); needs(FOO ? FOO : '@'); needs(x && '@');",
  "needs(process.env.FOO || '@'); needs(process.env.FOO ?? '@'); needs((process.env.FOO) ?? '@'); needs(String(process.env.FOO) || '@');",
  "needs((process.env.FOO as string) || '@'); needs(process.env.FOO! || '@'); needs((process.env.FOO as string | undefined) ?? '@'); needs(process.env?.FOO ?? '@');",
  "needs(FOO ?? process.env.FOO ?? '@'); needs((FOO ?? process.env.FOO) ?? '@'); needs(FOO || (process.env.FOO || '@'));",
  "needs(process.env.FOO ? process.env.FOO : '@'); needs(!process.env.FOO ? '@' : process.env.FOO); needs(process.env.FOO !== undefined ? (process.env.FOO as string) : '@');",
  "const { FOO: k = '@', BAR = '@' } = process.env; needs(k); needs(BAR);",
  "const { FOO: k } = process.env; needs(k ?? '@');",
  "import { env } from 'node:process'; needs(env.FOO ?? '@');",
  "needs(Deno.env.get('FOO') ?? '@'); needs(import.meta.env.FOO ?? '@');",
  "process.env.FOO = '@';\nneeds(process.env.FOO);\nneeds(process.env.FOO.trim());",
  "process.env.FOO ??= '@';\nneeds(process.env.FOO);\nif (x) needs(process.env.FOO);",
  "process.env.FOO = '@';\nneeds(process.env.FOO ? process.env.FOO : '@'); needs(process.env.FOO + process.env.FOO); if (process.env.FOO === x || process.env.FOO) needs(x);",
  "if (!process.env.FOO) process.env.FOO = '@';\nneeds(process.env.FOO);",
  "function k(): string { process.env['FOO'] ||= '@'; return process.env['FOO']; }",
  "const k = (process.env.FOO ??= '@'); needs(k);\nneeds(process.env.FOO = '@');",
  "switch (x) { case '@': break; case'@'.trim(): break; }",
  "if (x === '@' || '@'===x || x!=='@' || '@'==x || '@'!=x) needs(x);",
  "if ('@'in o || '@' in o || ({}) instanceof Object) needs(x);",
  "needs(typeof'@'); void'@'; needs(`${'@'}`); needs('a'+'@'+'b');",
  "for (const c of'@') needs(c); for (const c of ['@']) needs(c);",
  "const k = (x ? '@' : FOO) ?? ''; needs(k); needs(x?'@':'');",
  "needs((f(), '@')); throw new Error('@');",
  "export default '@';",
  "export const k = '@', l = { apiKey: '@' }; needs(k, { k: l.apiKey });",
  "const k: { a?: string; b: string | null } = { a: '@', b: '@' }; needs(k.b ?? '');",
  "type K = { type: 'a'; key: string } | { type: 'b' }; const k: K = { type: 'a', key: '@' }; needs(k.key);",
  "const k = Object.freeze({ apiKey: '@' }); needs(k.apiKey); const l: Readonly<{ a: string }> = { a: '@' }; needs(l.a);",
  "function k<T>(v: T): T { return v; } needs(k('@')); needs(k<string>('@')); const l = [k('@')]; needs(l[0] ?? '');",
  "function k<T extends string>(v: T): T { return v; } needs(k('@'));",
  "const k: () => string = () => '@'; const l = async (): Promise<string> => await'@'; needs(k()); void l();",
  "const k = '@'; type K = typeof k; const l: K = '@'; needs(l);",
  "@dec('@') class K { @dec('@') m(): string { return '@'; } } needs(new K().m());",
  "namespace N { export const k = '@'; } needs(N.k);",
  "abstract class K { protected readonly k: string = '@'; accessor l = '@'; get m(): string { return '@'; } }",
  "const k = new Map<string, string>(); k.set('a', '@').set('b', 'Bearer @');",
  "needs('§1' + '§2' + '§3'); needs(['§1', '§2', '§3'].join('')); needs(atob('§64')); needs('Bearer ' + ('§1' + '§2' + '§3'));",
  "export const k = 'Bearer @', l = { Authorization: 'Bearer @', b: `Bearer @`, c: '@' };",
  "export class K { readonly a = 'Bearer @'; b: string = 'Bearer @'; c = `Bearer @`; static readonly d = '@'; }",
  "export function k(v = 'Bearer @', w = `Bearer @`): void { needs(v + w); }\nexport default 'Bearer @';",
  "needs(`@`); needs(`Bearer @`); needs(`${x} @`); needs(String.raw`@`); const k: `Bearer ${string}` = 'Bearer @'; needs(k);",
];

const ISOLATED = { noPropertyAccessFromIndexSignature: false, isolatedDeclarations: true, hasNodeTypes: true };

const SETTINGS: readonly (readonly [string, ts.CompilerOptions, EnvLookup])[] = [
  ['strict', {}, PROCESS_ENV],
  ['strictest', { noPropertyAccessFromIndexSignature: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true }, PROCESS_ENV_IN_BRACKETS],
  ['isolated', { isolatedDeclarations: true, declaration: true }, lookupWhenMissing(PROCESS_ENV, 'assert', { isTypeScript: true, options: ISOLATED })],
];

const tables = [...SHARED_POSITIONS, ...JSX_POSITIONS, ...TYPESCRIPT_POSITIONS].filter(({ after }) => after !== undefined);
const files = new Map<string, string>([
  ...SNIPPETS.map((text, at) => [`snippet-${String(at)}.ts`, text] as const),
  ...tables.map(({ before }, at) => [`position-${String(at)}.${JSX_POSITIONS.some((row) => row.before === before) ? 'tsx' : 'ts'}`, before] as const),
]);

describe.each(SETTINGS)('under %s settings', (_, options, lookup) => {
  const texts = new Map<string, string>();
  for (const [name, text] of files) {
    const before = filledIn(text, name);
    texts.set(`/before/${name}`, asModule(before));
    texts.set(`/after/${name}`, asModule(moveAll(before, name, { lookup }).output));
  }
  const diagnosticsOf = typeChecker(texts, options);

  it.each([...files])('%s has no new error', (name, text) => {
    const after = diagnosticsOf(`/after/${name}`);
    const before = diagnosticsOf(`/before/${name}`);
    expect({ text, after: after.filter((message) => !before.includes(message)) }).toEqual({ text, after: [] });
    if (name.startsWith('snippet') && Object.keys(options).length === 0) expect({ text, before }).toEqual({ text, before: [] });
  });

  it('moves every key of the snippets', () => {
    for (const [name, text] of files) {
      if (!name.startsWith('snippet')) continue;
      const { results } = moveAll(filledIn(text, name), name, { lookup });
      expect({ text, refused: results.filter(({ type }) => type === 'refusal') }).toEqual({ text, refused: [] });
    }
  });
});

it('is no idle check: a plain process.env.X would not do', () => {
  const diagnosticsOf = typeChecker(new Map([['/after/a.ts', asModule('needs(process.env.X);')]]), {});
  expect(diagnosticsOf('/after/a.ts')).toHaveLength(1);
});

function asModule(text: string): string {
  return /^(?:export|import) /m.test(text) ? text : `${text}\nexport {};`;
}

/** Type-checks texts with the ambient declarations; gives code and message of each error. */
function typeChecker(texts: ReadonlyMap<string, string>, extra: ts.CompilerOptions): (path: string) => string[] {
  const options: ts.CompilerOptions = {
    strict: true, noEmit: true, target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.Preserve, types: ['node'], skipLibCheck: true, ...extra,
  };
  const all = new Map([...texts, ['/ambient.d.ts', AMBIENT]]);
  const host = ts.createCompilerHost(options);
  const disk = ts.createCompilerHost(options);
  host.getSourceFile = (path, version, ...rest) => {
    const text = all.get(path);
    return text === undefined ? disk.getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version);
  };
  host.fileExists = (path) => all.has(path) || disk.fileExists(path);
  host.getCurrentDirectory = () => process.cwd();
  const program = ts.createProgram([...all.keys()], options, host);
  return (path) => {
    const file = program.getSourceFile(path);
    if (!file) throw new Error(`No file ${path}`);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file), ...(options.declaration === true ? program.getDeclarationDiagnostics(file) : [])]
      .map(({ code, messageText }) => `TS${String(code)} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  };
}
