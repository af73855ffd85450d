import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { envAccessLookup, lookupFor, type FileLookup, type LookupContext } from '../../src/lookup/file-lookup.js';
import type { CodeBlock } from '../../src/source/code-blocks.js';
import { projectOf } from '../../src/source/project.js';
import { moveAll, readWithEslint } from '../edit/sources.js';
import { istKey } from '../fake-keys.js';
import { folderWith } from '../project-folder.js';
import { CURRENT, type Engine } from '../rules/linting.js';
import { suggestionsFor } from '../rules/suggestions.js';

type Files = Readonly<Record<string, unknown>>;

const KEY = istKey();
const CODE = "export const key = '@';\n";

const filled = (code: string): string => code.replaceAll(/@(?!ts-|\d)/g, KEY);

/** What becomes of a file of a project, `@` in it being the key. */
interface Case {
  readonly files?: Files;
  readonly path?: string;
  readonly code?: string;
  readonly context?: Partial<LookupContext>;
}

function placed({ files = {}, path = 'src/a.js' }: Case): string {
  return join(folderWith({ 'package.json': {}, ...files }), path);
}

function lookupIn({ path = 'src/a.js', code = CODE, context = {} }: Case, full: string): FileLookup {
  const source = readWithEslint(filled(code), basename(path));
  return lookupFor(source, { path: full, project: projectOf(full), envAccess: null, browser: 'skip', missing: 'assert', ...context });
}

/** The file's text with the key moved, or why it stays. What the rule suggests in the editor has to be the same. */
function resultOf(given: Case): string {
  const { path = 'src/a.js', code = CODE, context } = given;
  const full = placed(given);
  const found = lookupIn(given, full);
  const output = found.type === 'left' ? filled(code) : moveAll(filled(code), basename(path), { lookup: found.lookup }).output;
  if (!context) expect(suggestedIn(filled(code), full)).toBe(output);
  return found.type === 'left' ? `left: ${found.reason}` : output;
}

/** The text with the suggestions of the rule applied one after the other. */
function suggestedIn(code: string, filename: string): string {
  const engine = CURRENT.find(({ parser }) => parser === (/\.(?:[cm]?js|jsx)$/.test(filename) ? 'espree' : 'typescript')) as Engine;
  const outputs = suggestionsFor(code, { rule: 'no-hardcoded-key', engine, filename }).flatMap(({ suggestions }) => suggestions.map(({ output }) => output));
  return outputs[0] === undefined ? code : suggestedIn(outputs[0], filename);
}

const needs = (...names: readonly string[]): object => ({ dependencies: Object.fromEntries(names.map((name) => [name, '*'])) });
const PLAIN = 'export const key = process.env.WIX_API_KEY;\n';
const ASSERTED = 'export const key = process.env.WIX_API_KEY!;\n';
const STRICT = { 'tsconfig.json': { compilerOptions: { noPropertyAccessFromIndexSignature: true } } };
const ISOLATED = { 'tsconfig.json': { compilerOptions: { isolatedDeclarations: true } } };

describe('process.env', () => {
  it.each<readonly [string, Case, string]>([
    ['by default', {}, PLAIN],
    ['in TypeScript', { path: 'src/a.ts' }, ASSERTED],
    ['in brackets', { path: 'src/a.mts', files: STRICT }, "export const key = process.env['WIX_API_KEY']!;\n"],
    ['with a dot in JavaScript beside a strict tsconfig', { files: STRICT }, PLAIN],
    ['under isolatedDeclarations', { path: 'src/a.ts', files: ISOLATED }, 'export const key = (process.env.WIX_API_KEY as string);\n'],
    ['under isolatedDeclarations in JavaScript', { files: ISOLATED }, PLAIN],
    ['beside another process', { code: "export function f(process) { return '@' + process; }" }, "export function f(process) { return globalThis.process.env.WIX_API_KEY + process; }"],
    ['beside the imported process', { code: "import process from 'node:process';\nf('@', process);" }, "import process from 'node:process';\nf(process.env.WIX_API_KEY, process);"],
    ['in a server file of a Vite project', { path: 'server/a.js', files: { 'package.json': needs('vite'), 'index.html': '<script src="/src/main.js"></script>', 'src/main.js': "import './b.js'", 'src/b.js': '' } }, PLAIN],
    ['in a page of Next.js that its server prepares', { path: 'pages/a.tsx', files: { 'package.json': needs('next'), 'pages/a.tsx': 'export const getServerSideProps = load;' } }, ASSERTED],
    ['in a server component of Next.js', { path: 'app/page.tsx', files: { 'package.json': needs('next') } }, ASSERTED],
  ])('%s', (_, given, expected) => {
    expect(resultOf(given)).toBe(expected);
  });

  it('needs its types', () => {
    const files = { 'tsconfig.json': { compilerOptions: { types: ['vite/client'] } }, 'node_modules/vite/package.json': {} };
    expect(resultOf({ path: 'src/a.ts', files })).toMatch(/^left: .*install @types\/node/);
    expect(resultOf({ path: 'src/a.js', files })).toBe(PLAIN);
    expect(resultOf({ path: 'src/a.ts', files, code: "declare const process: any;\nf('@');" })).toContain('f(process.env.WIX_API_KEY!)');
    expect(resultOf({ path: 'src/a.ts', files, code: "f(process.env.A, '@');" })).toBe('f(process.env.A, process.env.WIX_API_KEY!);');
    expect(resultOf({ path: 'src/a.ts', files, context: { envAccess: "env('%s')" } })).toBe("export const key = env('WIX_API_KEY');\n");
  });
});

describe('a variable that is not set', () => {
  const THROWING = "(process.env.WIX_API_KEY ?? (() => { throw new Error('WIX_API_KEY is not set.'); })())";

  it.each<readonly [string, Case, string]>([
    ['throws', { context: { missing: 'throw' } }, `export const key = ${THROWING};\n`],
    ['throws in TypeScript', { path: 'a.ts', context: { missing: 'throw' } }, `export const key = ${THROWING};\n`],
    ['throws under isolatedDeclarations', { path: 'a.ts', files: ISOLATED, context: { missing: 'throw' } }, `export const key = (${THROWING} as string);\n`],
    ['is ignored', { path: 'a.ts', context: { missing: 'ignore' } }, PLAIN],
    ['is ignored under isolatedDeclarations', { path: 'a.ts', files: ISOLATED, context: { missing: 'ignore' } }, 'export const key = (process.env.WIX_API_KEY as string | undefined);\n'],
    ['is the business of a function of the project', { path: 'a.ts', context: { missing: 'throw', envAccess: "need('%s')" } }, "export const key = need('WIX_API_KEY');\n"],
    ['throws after a member of the project', { context: { missing: 'throw', envAccess: 'env.%s' } }, `export const key = ${THROWING.replace('process.env', 'env')};\n`],
  ])('%s', (_, given, expected) => {
    expect(resultOf(given)).toBe(expected);
  });

  it('throws when the code runs, and is the value where there is one', () => {
    const code = resultOf({ code: "new Map([['a', '@'.length]]).get('a') + '@' + `Bearer @`;", context: { missing: 'throw', envAccess: 'env.%s' } });
    const run = (env: object): unknown => runInNewContext(code, { env });
    expect(run({ WIX_API_KEY: 'k' })).toBe('1kBearer k');
    expect(() => run({})).toThrow('WIX_API_KEY is not set.');
  });
});

describe('SvelteKit', () => {
  const KIT = { 'package.json': needs('@sveltejs/kit') };
  const IMPORT = "import { WIX_API_KEY } from '$env/static/private';";

  it.each([['src/routes/+server.ts'], ['src/routes/a/+page.server.js'], ['src/hooks.server.ts'], ['src/lib/server/a.js'], ['src/lib/a.server.ts']])('imports in %s', (path) => {
    expect(resultOf({ files: KIT, path })).toBe(`${IMPORT}\nexport const key = WIX_API_KEY;\n`);
  });

  it.each([['src/routes/+page.js'], ['src/routes/(a)/+layout@.ts'], ['src/hooks.client.ts'], ['src/service-worker.js']])('leaves %s, which runs in the browser', (path) => {
    expect(resultOf({ files: KIT, path })).toMatch(/^left: SvelteKit runs this module in the browser too, .*server route/);
  });

  it('leaves what nothing marks as server code', () => {
    expect(resultOf({ files: KIT, path: 'src/lib/a.ts' })).toMatch(/^left: .*src\/lib\/server/);
    expect(resultOf({ files: KIT, path: 'scripts/a.js' })).toBe(PLAIN);
    expect(resultOf({ path: 'src/routes/+server.js' })).toBe(PLAIN);
  });

  it('imports in a server module that a page loads, which the framework would not build', () => {
    const files = { ...KIT, 'src/a.svelte': "<script>import './lib/server/a.js'</script>", 'src/lib/server/a.js': '' };
    expect(resultOf({ files, path: 'src/lib/server/a.js' })).toBe(`${IMPORT}\nexport const key = WIX_API_KEY;\n`);
  });

  it('leaves a project that declares its variables', () => {
    const path = 'src/lib/server/a.js';
    expect(resultOf({ files: { ...KIT, 'src/env.js': '' }, path })).toMatch(/^left: .*\$app\/env\/private/);
    expect(resultOf({ files: { ...KIT, 'src/env.ts': '' }, path })).toMatch(/^left: .*\$app\/env\/private/);
    expect(resultOf({ files: { 'package.json': { dependencies: { '@sveltejs/kit': '^3.0.0' } } }, path })).toMatch(/^left: .*\$app\/env\/private/);
    expect(resultOf({ files: { 'package.json': { dependencies: { '@sveltejs/kit': '^2.5.0' } } }, path })).toContain(IMPORT);
  });

  it.each<readonly [string, string, string]>([
    ['after the imports', "import a from 'a';\nimport b from 'b'; // b\n\nf('@', a, b);", `import a from 'a';\nimport b from 'b'; // b\n${IMPORT}\n\nf(WIX_API_KEY, a, b);`],
    ['in the file\'s style', "import a from \"a\"\r\nf('@', a)\r\n", "import a from \"a\"\r\nimport { WIX_API_KEY } from \"$env/static/private\"\r\nf(WIX_API_KEY, a)\r\n"],
    ['on a line with code', "import a from 'a'; f('@', a);", `import a from 'a';\n${IMPORT} f(WIX_API_KEY, a);`],
    ['after directives', "'use strict';\nf('@');", `'use strict';\n${IMPORT}\nf(WIX_API_KEY);`],
    ['after a shebang and the comment of the file', "#!/usr/bin/env node\n// @ts-check\n/** Of f. */\nf('@');", `#!/usr/bin/env node\n// @ts-check\n${IMPORT}\n/** Of f. */\nf(WIX_API_KEY);`],
    ['after a comment that an empty line follows', "// License\n\nf('@');", `// License\n${IMPORT}\n\nf(WIX_API_KEY);`],
    ['before a comment of the first statement', "/** Of f. */\nf('@');", `${IMPORT}\n/** Of f. */\nf(WIX_API_KEY);`],
    ['beside another import of the module', "import { A } from '$env/static/private';\nf('@', A);", `import { A } from '$env/static/private';\n${IMPORT}\nf(WIX_API_KEY, A);`],
    ['not twice', "import { WIX_API_KEY } from '$env/static/private';\nf('@', WIX_API_KEY);", `${IMPORT}\nf(WIX_API_KEY, WIX_API_KEY);`],
    ['not twice under another name', "import { WIX_API_KEY as k } from '$env/static/private';\nf('@', k);", "import { WIX_API_KEY as k } from '$env/static/private';\nf(k, k);"],
    ['under another name where a variable has it', "const WIX_API_KEY = '@';\nf(WIX_API_KEY);", "import { WIX_API_KEY as WIX_API_KEY_VALUE } from '$env/static/private';\nconst WIX_API_KEY = WIX_API_KEY_VALUE;\nf(WIX_API_KEY);"],
    ['under another name where an inner variable hides the import', "import { WIX_API_KEY } from '$env/static/private';\nfunction f(WIX_API_KEY) { return '@' + WIX_API_KEY; }", "import { WIX_API_KEY } from '$env/static/private';\nimport { WIX_API_KEY as WIX_API_KEY_VALUE } from '$env/static/private';\nfunction f(WIX_API_KEY) { return WIX_API_KEY_VALUE + WIX_API_KEY; }"],
    ['under another name where a global has it', "f('@', globalThis, typeof WIX_API_KEY, WIX_API_KEY_VALUE);", "import { WIX_API_KEY as WIX_API_KEY_VALUE_2 } from '$env/static/private';\nf(WIX_API_KEY_VALUE_2, globalThis, typeof WIX_API_KEY, WIX_API_KEY_VALUE);"],
    ['under the first name of several that is free', "f('@', WIX_API_KEY, WIX_API_KEY_VALUE, WIX_API_KEY_VALUE_2);", "import { WIX_API_KEY as WIX_API_KEY_VALUE_3 } from '$env/static/private';\nf(WIX_API_KEY_VALUE_3, WIX_API_KEY, WIX_API_KEY_VALUE, WIX_API_KEY_VALUE_2);"],
    ['beside one of that name from elsewhere', "import { WIX_API_KEY } from './keys';\nf('@', WIX_API_KEY);", "import { WIX_API_KEY } from './keys';\nimport { WIX_API_KEY as WIX_API_KEY_VALUE } from '$env/static/private';\nf(WIX_API_KEY_VALUE, WIX_API_KEY);"],
    ['beside a default of that name', "import WIX_API_KEY from '$env/static/private';\nf('@', WIX_API_KEY);", "import WIX_API_KEY from '$env/static/private';\nimport { WIX_API_KEY as WIX_API_KEY_VALUE } from '$env/static/private';\nf(WIX_API_KEY_VALUE, WIX_API_KEY);"],
    ['without a semicolon, in a file without', "f('@')\n", "import { WIX_API_KEY } from '$env/static/private'\nf(WIX_API_KEY)\n"],
    ['without a semicolon, after imports without', "import { a } from 'a'\nf('@', a)\n", "import { a } from 'a'\nimport { WIX_API_KEY } from '$env/static/private'\nf(WIX_API_KEY, a)\n"],
    ['in single quotes, beside a name in double ones', "import { \"a\" as a } from 'a';\nf('@', a);", `import { "a" as a } from 'a';\n${IMPORT}\nf(WIX_API_KEY, a);`],
    ['after a shebang', "#!/usr/bin/env node\nf('@');", `#!/usr/bin/env node\n${IMPORT}\nf(WIX_API_KEY);`],
    ['after a shebang, in lines of Windows', "#!/usr/bin/env node\r\nf('@');\r\n", `#!/usr/bin/env node\r\n${IMPORT}\r\nf(WIX_API_KEY);\r\n`],
    ['before code that only speaks of a shebang', "f('@', '#!a');\n", `${IMPORT}\nf(WIX_API_KEY, '#!a');\n`],
    ['before a comment of the file that code follows', "/* Copyright A */ f('@');", `${IMPORT}\n/* Copyright A */ f(WIX_API_KEY);`],
    ['before a comment of the file that another follows', "/* Copyright A */ /* b */\nf('@');", `${IMPORT}\n/* Copyright A */ /* b */\nf(WIX_API_KEY);`],
    ['after a comment of the file with a blank behind it', "/* Copyright A */ \nf('@');", `/* Copyright A */ \n${IMPORT}\nf(WIX_API_KEY);`],
    ['after the last comment of the file', "// @ts-check\n// of f\n/* Copyright A */\nf('@');", `// @ts-check\n// of f\n/* Copyright A */\n${IMPORT}\nf(WIX_API_KEY);`],
    ['before code with a comment of the file behind it', "f('@');\n// @ts-check\ng();", `${IMPORT}\nf(WIX_API_KEY);\n// @ts-check\ng();`],
    ['without indent after a comment of the file', "\n  // @ts-check\n  f('@');", `\n  // @ts-check\n${IMPORT}\n  f(WIX_API_KEY);`],
  ])('puts the import %s', (_, code, expected) => {
    const output = resultOf({ files: KIT, path: 'src/hooks.server.js', code });
    expect(output).toBe(expected);
    expect(() => readWithEslint(output, 'a.js')).not.toThrow();
  });

  it.each<readonly [string, string, string]>([
    ['after an import of CommonJS', "import a = require('a');\nf('@', a);", `import a = require('a');\n${IMPORT}\nf(WIX_API_KEY, a);`],
    ['beside the type of that name', "import type { WIX_API_KEY } from '$env/static/private';\nf<WIX_API_KEY>('@');", "import type { WIX_API_KEY } from '$env/static/private';\nimport { WIX_API_KEY as WIX_API_KEY_VALUE } from '$env/static/private';\nf<WIX_API_KEY>(WIX_API_KEY_VALUE);"],
    ['beside the type of that name among values', "import { type WIX_API_KEY } from '$env/static/private';\nf<WIX_API_KEY>('@');", "import { type WIX_API_KEY } from '$env/static/private';\nimport { WIX_API_KEY as WIX_API_KEY_VALUE } from '$env/static/private';\nf<WIX_API_KEY>(WIX_API_KEY_VALUE);"],
  ])('puts the import into TypeScript %s', (_, code, expected) => {
    expect(resultOf({ files: KIT, path: 'src/hooks.server.ts', code })).toBe(expected);
  });

  it('imports a variable behind the blank lines at the top', () => {
    expect(resultOf({ files: KIT, path: 'src/hooks.server.js', code: "\r\n\r\n  f('@');\r\n" })).toBe("\r\n\r\n  import { WIX_API_KEY } from '$env/static/private';\r\n  f(WIX_API_KEY);\r\n");
    expect(resultOf({ files: KIT, path: 'src/hooks.server.js', code: "\n// first\nf('@');\n" })).toBe("\nimport { WIX_API_KEY } from '$env/static/private';\n// first\nf(WIX_API_KEY);\n");
    expect(resultOf({ files: KIT, path: 'src/hooks.server.js', code: "\n  import a from 'a';\n  f('@', a);\n" })).toBe("\n  import a from 'a';\n  import { WIX_API_KEY } from '$env/static/private';\n  f(WIX_API_KEY, a);\n");
  });

  it('imports a variable for each key', () => {
    const code = `f('@', '${istKey({ seed: 2 })}');`;
    // One after the other, the last key would have a name without its id.
    const output = resultOf({ files: KIT, path: 'src/hooks.server.js', code, context: {} });
    expect(output.match(/import \{ WIX_API_KEY_[0-9A-F]{8} \} from '\$env\/static\/private';\n/g)).toHaveLength(2);
  });
});

describe('Astro', () => {
  const ASTRO = { 'package.json': needs('astro'), 'src/pages/index.astro': "---\nimport { wix } from '@/lib/wix';\n---\n<p>{wix}</p>\n<script>import '../scripts/app';</script>\n", 'src/lib/wix.ts': '', 'src/scripts/app.ts': '', 'src/lib/seed.ts': '' };

  it.each([['src/pages/api.ts'], ['src/middleware.ts'], ['src/actions/index.ts'], ['src/lib/wix.ts']])('reads import.meta.env in %s', (path) => {
    expect(resultOf({ files: { ...ASTRO, [path]: '' }, path })).toBe('export const key = import.meta.env.WIX_API_KEY!;\n');
  });

  it('reads process.env where its server does not run the file', () => {
    expect(resultOf({ files: ASTRO, path: 'astro.config.mjs' })).toBe(PLAIN);
    expect(resultOf({ files: ASTRO, path: 'src/lib/seed.ts' })).toBe(ASSERTED);
    expect(resultOf({ files: { ...ASTRO, 'package.json': needs('vite') }, path: 'src/pages/api.js' })).toBe(PLAIN);
  });

  it('reads process.env outside of src, and what a component of another framework imports', () => {
    expect(resultOf({ files: { ...ASTRO, 'src/pages/api.ts': "import '../../lib/wix';", 'lib/wix.ts': '' }, path: 'lib/wix.ts' })).toBe(ASSERTED);
    expect(resultOf({ files: { ...ASTRO, 'src/components/A.vue': "<script>import '../lib/seed'</script>" }, path: 'src/lib/seed.ts' })).toBe(ASSERTED);
  });

  it('leaves a client script', () => {
    expect(resultOf({ files: ASTRO, path: 'src/scripts/app.ts' })).toMatch(/^left: A page .*\(src\/pages\/index\.astro\)/);
  });

  it('takes brackets where TypeScript wants them', () => {
    expect(resultOf({ files: { ...ASTRO, ...STRICT, 'src/pages/a.ts': '' }, path: 'src/pages/a.ts' })).toContain("import.meta.env['WIX_API_KEY']!");
  });
});

describe('a block of a component', () => {
  const astro = { 'package.json': needs('astro') };
  const block = (place: CodeBlock['place']): CodeBlock => ({ start: 0, end: CODE.length, place, extension: 'js', isClosed: true });
  const META = 'export const key = import.meta.env.WIX_API_KEY;\n';
  const js = { name: 'a.js' };

  it.each<readonly [string, Case, string | RegExp]>([
    ['front matter of Astro', { files: astro, path: 'src/a.astro', context: { ...js, block: block('front-matter') } }, META],
    ['front matter where no package says Astro', { path: 'src/a.astro', context: { ...js, block: block('front-matter') } }, META],
    ['another component under Astro', { files: astro, path: 'src/a.vue', context: { ...js, block: block('script'), browser: 'move' } }, META],
    ['a component elsewhere', { path: 'src/a.vue', context: { ...js, block: block('script'), browser: 'move' } }, PLAIN],
    ['a file of a like name', { path: 'src/a.astro.js' }, PLAIN],
    ['a script that stays as it is', { path: 'src/a.vue', context: { ...js, block: block('fixed'), browser: 'move' } }, /^left: No variable can be read in this script/],
    ['one of two scripts', { files: { 'package.json': needs('@sveltejs/kit') }, path: 'src/lib/server/a.svelte', context: { ...js, isShared: true, block: block('script') } }, /^left: The component has two scripts/],
    ['one of two scripts, without an import', { path: 'src/a.vue', context: { ...js, isShared: true, browser: 'move', block: block('script') } }, PLAIN],
    ['one of two scripts that has no environment', { files: { 'wix.config.json': {} }, path: 'src/backend/a.vue', context: { ...js, isShared: true, browser: 'move', block: block('script') } }, /^left: .*Secrets Manager/],
  ])('reads it: %s', (_, given, expected) => {
    expect(resultOf(given)).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
  });
});

describe('Nuxt', () => {
  const NUXT = { 'package.json': needs('nuxt') };

  it.each([['server/api/a.js'], ['nuxt.config.js'], ['plugins/a.server.js'], ['scripts/a.js']])('reads process.env in %s', (path) => {
    expect(resultOf({ files: NUXT, path })).toBe(PLAIN);
  });

  it('reads process.env in a server module that a page loads, or that a config of Workers names', () => {
    const path = 'server/a.js';
    expect(resultOf({ files: { ...NUXT, 'index.html': `<script type="module" src="${path}"></script>`, [path]: '' }, path })).toBe(PLAIN);
    expect(resultOf({ files: { ...NUXT, 'wrangler.toml': `main = "${path}"`, [path]: '' }, path })).toBe(PLAIN);
  });

  it('leaves what a component imports, but for one of the server', () => {
    const files = { ...NUXT, 'lib/a.js': '' };
    expect(resultOf({ files: { ...files, 'components/A.vue': "<script>import '../lib/a.js'</script>" }, path: 'lib/a.js' })).toMatch(/^left: A page/);
    expect(resultOf({ files: { ...files, 'components/A.server.vue': "<script>import '../lib/a.js'</script>" }, path: 'lib/a.js' })).toBe(PLAIN);
  });

  it.each([['composables/a.ts'], ['app/utils/a.ts'], ['plugins/a.ts']])('leaves %s', (path) => {
    expect(resultOf({ files: NUXT, path })).toMatch(/^left: Nuxt runs this module in the browser too/);
    expect(resultOf({ path })).toBe(ASSERTED);
  });
});

describe('Deno', () => {
  const DENO = 'Deno.env.get(\'WIX_API_KEY\')';
  const bare = { 'package.json': 'x', 'sub/deno.json': {} };

  it.each<readonly [string, Case, string]>([
    ['a deno.json', { files: { ...bare, 'sub/src/b.ts': '' }, path: 'sub/src/a.ts' }, `export const key = ${DENO}!;\n`],
    ['an import of npm:', { code: "import a from 'npm:a@1';\nf(a, '@');" }, `import a from 'npm:a@1';\nf(a, ${DENO});`],
    ['a use of Deno', { code: "Deno.serve(() => f('@'));" }, `Deno.serve(() => f(${DENO}));`],
    ['a use of Deno beside modules of such names', { code: "import 'my-process';\nimport 'process-all';\nDeno.serve(() => f('@'));" }, `import 'my-process';\nimport 'process-all';\nDeno.serve(() => f(${DENO}));`],
  ])('is known by %s', (_, given, expected) => {
    expect(resultOf(given)).toBe(expected);
  });

  it.each<readonly [string, Case]>([
    ['a package.json beside deno.json', { files: { 'deno.json': {} } }],
    ['a package.json below deno.json', { files: { ...bare, 'sub/a/package.json': {} }, path: 'sub/a/b.js' }],
    ['a test for Deno', { code: "f(typeof Deno, Deno.version, '@');" }],
    ['both', { code: "f(Deno.version, process.version, '@');" }],
    ['the process of Node.js, imported', { code: "import { env } from 'node:process';\nf(Deno.version, env, '@');" }],
    ['the process of Node.js, imported by its short name', { code: "import { env } from 'process';\nf(Deno.version, env, '@');" }],
    ['a deno.json above a repository', { files: { ...bare, 'sub/a/.git/HEAD': '' }, path: 'sub/a/b.js' }],
    ['another Deno', { code: "import Deno from 'deno';\nf(Deno.a, '@');" }],
  ])('is not proven by %s', (_, given) => {
    expect(resultOf(given)).toContain('process.env.WIX_API_KEY');
  });
});

describe('Cloudflare Workers', () => {
  const WRANGLER = { 'wrangler.toml': 'name = "a"\nmain = "src/index.ts"\n[env.a]\nmain = "x.ts"\n', 'src/index.ts': "import { x } from '../lib/wix';", 'lib/wix.ts': '', 'scripts/a.js': '' };
  const IMPORT = "import { env } from 'cloudflare:workers';\n";
  const LOOKUP = '(env as { WIX_API_KEY?: string }).WIX_API_KEY!';

  it.each<readonly [string, Case, string]>([
    ['main', { files: WRANGLER, path: 'src/index.ts' }, `${IMPORT}export const key = ${LOOKUP};\n`],
    ['what it imports', { files: WRANGLER, path: 'lib/wix.ts' }, `${IMPORT}export const key = ${LOOKUP};\n`],
    ['what stands beside it', { files: WRANGLER, path: 'src/b/c.js' }, `${IMPORT}export const key = env.WIX_API_KEY;\n`],
    ['main of a JSON config', { files: { 'wrangler.jsonc': '{ "main": "./w.js", }', 'w.js': '' }, path: 'w.js' }, `${IMPORT}export const key = env.WIX_API_KEY;\n`],
    ['a function of Pages', { files: { 'wrangler.toml': 'pages_build_output_dir = "dist"' }, path: 'functions/a.js' }, `${IMPORT}export const key = env.WIX_API_KEY;\n`],
    ['main behind a list', { files: { 'wrangler.toml': 'flags=["a"]\ndomain = "b.ts"\nmain="src/index.ts"\n', 'src/index.ts': '' }, path: 'src/index.ts' }, `${IMPORT}export const key = ${LOOKUP};\n`],
    ['a function of Pages by a JSON config', { files: { 'wrangler.json': { pages_build_output_dir: 'dist' } }, path: 'functions/a.js' }, `${IMPORT}export const key = env.WIX_API_KEY;\n`],
    ['a function of Pages, written close', { files: { 'wrangler.toml': 'name = "a"\npages_build_output_dir="dist"' }, path: 'functions/a.js' }, `${IMPORT}export const key = env.WIX_API_KEY;\n`],
    ['what imports the platform', { code: "import { WorkerEntrypoint } from 'cloudflare:workers';\nf('@', WorkerEntrypoint);" }, "import { WorkerEntrypoint } from 'cloudflare:workers';\nimport { env } from 'cloudflare:workers';\nf(env.WIX_API_KEY, WorkerEntrypoint);"],
    ['what has an env of its own', { files: WRANGLER, path: 'src/a.js', code: "export default { fetch(request, env) { return f('@', env); } };" }, "import { env as workerEnv } from 'cloudflare:workers';\nexport default { fetch(request, env) { return f(workerEnv.WIX_API_KEY, env); } };"],
  ])('read env in %s', (_, given, expected) => {
    expect(resultOf(given)).toBe(expected);
  });

  it('are modules by their names too', () => {
    expect(resultOf({ files: WRANGLER, path: 'src/a.mjs', code: "f('@');" })).toBe(`${IMPORT}f(env.WIX_API_KEY);`);
    expect(resultOf({ files: WRANGLER, path: 'src/a.mjs.js', code: "f('@');" })).toMatch(/^left: This Worker/);
  });

  it('leave a Worker that is no module', () => {
    expect(resultOf({ files: WRANGLER, path: 'src/a.js', code: "addEventListener('fetch', () => f('@'));" })).toMatch(/^left: This Worker/);
  });

  it('are not every file beside a config', () => {
    expect(resultOf({ files: WRANGLER, path: 'scripts/a.js' })).toBe(PLAIN);
    expect(resultOf({ files: { 'wrangler.toml': '' } })).toBe(PLAIN);
    expect(resultOf({ files: { 'wrangler.json': {} } })).toBe(PLAIN);
  });

  it.each<readonly [string, Files, string]>([
    ['above the project', { 'wrangler.toml': 'main = "sub/w.js"', 'sub/w.js': '', 'sub/package.json': {} }, 'sub/a.js'],
    ['of Pages, outside of its functions', { 'wrangler.toml': 'pages_build_output_dir = "dist"' }, 'a.js'],
    ['of no Pages, in functions', WRANGLER, 'functions/a.js'],
    ['that says nothing of Pages but in a comment', { 'wrangler.toml': '# pages_build_output_dir = "dist"\n#pages_build_output_dir = "dist"' }, 'functions/a.js'],
    ['whose main is not there', { 'wrangler.toml': 'main = "src/index.ts"' }, 'src/a.js'],
    ['whose main is beside it', { 'wrangler.toml': 'main = "w.js"', 'w.js': '' }, 'a.js'],
    ['with a main in a table', { 'wrangler.toml': 'name = "a"\n[env.a]\nmain = "src/index.ts"', 'src/index.ts': '' }, 'src/a.js'],
    ['with a main in a table that is indented', { 'wrangler.toml': 'name = "a"\n  [env.a]\n  main = "src/index.ts"', 'src/index.ts': '' }, 'src/a.js'],
  ])('are not known by a config %s', (_, files, path) => {
    expect(resultOf({ files, path })).toBe(PLAIN);
  });
});

describe("Wix's own platform", () => {
  const SITE = { 'wix.config.json': {}, 'package.json': needs('@wix/cli') };

  it.each<readonly [string, Case]>([
    ['a backend file', { files: SITE, path: 'src/backend/a.js' }],
    ['a web module', { files: SITE, path: 'src/lib/a.web.js' }],
    ['an old web module', { path: 'src/a.jsw' }],
    ['a module of the platform', { code: "import { getSecret } from 'wix-secrets-backend';\nf('@', getSecret);" }],
    ['a backend file whatever the option', { files: SITE, path: 'src/backend/a.js', context: { browser: 'move' } }],
  ])('has no environment: %s', (_, given) => {
    expect(resultOf(given)).toMatch(/^left: .*Secrets Manager.*getSecret\(\).*getSecretValue\(\)/);
  });

  it('runs page and public code in the browser', () => {
    expect(resultOf({ files: SITE, path: 'src/public/a.js' })).toMatch(/^left: Wix runs .*browser.*Secrets Manager/);
  });

  it('is not a backend folder alone, another framework or an installed package', () => {
    expect(resultOf({ path: 'src/backend/a.js' })).toBe(PLAIN);
    expect(resultOf({ files: { 'wix.config.json': {}, 'package.json': needs('next') }, path: 'src/backend/a.js' })).toBe(PLAIN);
    expect(resultOf({ files: { 'package.json': needs('wix-data') }, code: "import a from 'wix-data';\nf(a, '@');" })).toContain('process.env');
    expect(resultOf({ path: 'src/a.web.js' })).toBe(PLAIN);
  });
});

describe('code that a browser runs', () => {
  const page = (scripts: string): string => `<!doctype html><html><head>${scripts}</head></html>`;

  it.each<readonly [string, Files, string]>([
    ['a script', { 'index.html': page('<script src="js/a.js?v=1"></script>') }, 'js/a.js'],
    ['a script in a folder', { 'public/b/index.htm': page("<script type='module' src='../a.js' defer></script>") }, 'public/a.js'],
    ['a script by the root', { 'index.html': page('<script type=module src=/src/main.tsx></script>') }, 'src/main.tsx'],
    ['what a script imports', { 'index.html': page('<script type="module" src="a.js"></script>'), 'a.js': "import './b'", 'b/index.js': "export * from '../c.js';", 'c.ts': "const d = await import('./d.js');" }, 'd.js'],
    ['what an inline script imports', { 'index.html': page('<script type="module">import { a } from "./a.js"; a();</script>') }, 'a.js'],
    ['what a component imports', { 'index.html': page('<script src="/src/main.ts"></script>'), 'src/main.ts': "import App from './App.vue'", 'src/App.vue': '<template><p>it\'s</p></template><script setup lang="ts">\nimport { a } from \'@/a\'\n</script>' }, 'src/a.ts'],
    ['what a ring of modules imports', { 'index.html': page('<script src="a.js"></script>'), 'a.js': "import './b.js'", 'b.js': "import './a.js'; require('./c')" }, 'c.js'],
    ['an entry of Create React App', { 'package.json': needs('react-scripts'), 'src/index.js': "import App from './App';", 'src/App.jsx': '' }, 'src/App.jsx'],
    ['an entry of Vue CLI', { 'package.json': needs('@vue/cli-service') }, 'src/main.js'],
  ])('is %s', (_, files, path) => {
    const all = { [path]: '', ...files };
    expect(resultOf({ files: all, path })).toMatch(/^left: A page of this project loads this module in the browser \(.+\), where the key would be public; .*server route/);
    expect(resultOf({ files: all, path, context: { browser: 'move' } })).toContain('process.env.WIX_API_KEY');
  });

  it('is named by the first page, by depth and by name', () => {
    const files = { 'd/a.html': page('<script src="../x.js"></script>'), 'c.html': page('<script src="x.js"></script>'), 'b.html': page('<script src="x.js"></script>'), 'e.html': page('<script src="x.js"></script>'), 'x.js': '' };
    expect(resultOf({ files, path: 'x.js' })).toContain('(b.html)');
  });

  it.each<readonly [string, Files, string]>([
    ['of another project', { 'a/package.json': {}, 'index.html': page('<script src="a/b.js"></script>') }, 'a/b.js'],
    ['in a build folder or a package', { 'dist/index.html': page('<script src="../a.js"></script>'), 'node_modules/p/index.html': page('<script src="../../a.js"></script>') }, 'a.js'],
    ['that loads another file', { 'index.html': page('<script src="b.js"></script>'), 'b.js': '' }, 'a.js'],
    ['with the script in a comment', { 'index.html': page('<!-- <script src="a.js"></script> -->') }, 'a.js'],
    ['with the name in data', { 'index.html': page('<script type="application/json" src="a.js"></script><script type="text/template">import "./a.js"</script>') }, 'a.js'],
    ['whose script imports types alone', { 'index.html': page('<script src="b.ts"></script>'), 'b.ts': "import type { A } from './a.js';\nimport { type B, type C as D } from './a.js';\nexport type { E } from './a.js';\nexport type { F };" }, 'a.js'],
    ['whose script names the file in comments and texts', { 'index.html': page('<script src="b.js"></script>'), 'b.js': "// import './a.js'\n/*\nimport './a.js'\n*/\nf(\"import './a.js'\", `import './a.js'`, x.import('./a.js'), 'x' /* from */, './a.js');" }, 'a.js'],
    ['too large to be written by hand', { 'index.html': page(`<script src="a.js"></script>${' '.repeat(600 * 1024)}`) }, 'a.js'],
    ['by a URL', { 'index.html': page('<script src="https://a.example/a.js"></script><script src="//a.js"></script>') }, 'a.js'],
    ['that loads the client, while the server loads it', { 'index.html': page('<script src="client/b.js"></script>'), 'client/b.js': '', 'server/index.js': "import './a.js'" }, 'server/a.js'],
    ['that calls it by a server function', { 'index.html': page('<script src="b.js"></script>'), 'b.js': "import './c.js'", 'c.js': "'use server';\nimport './a.js'" }, 'a.js'],
  ])('is not proven by a page %s', (_, files, path) => {
    expect(resultOf({ files: { [path]: '', ...files }, path })).toBe(PLAIN);
  });

  it("is no module marked 'use server', which a page calls", () => {
    const files = { 'index.html': page('<script src="src/a.js"></script>'), 'src/a.js': '' };
    expect(resultOf({ files, code: "'use server';\nf('@');" })).toBe("'use server';\nf(process.env.WIX_API_KEY);");
    expect(resultOf({ files, code: "f('@');" })).toMatch(/^left: A page/);
  });

  it("is a module marked 'use client'", () => {
    expect(resultOf({ code: "'use client';\nf('@');" })).toMatch(/^left: This module is marked 'use client'/);
    expect(resultOf({ code: "f('use client', '@');" })).toContain('process.env');
  });

  it.each<readonly [string, Files, RegExp]>([
    ['is imported by a module of the browser', { 'components/up.jsx': "/* a */ 'use client';\nimport { key } from '../src/a.js';" }, /^left: A page of this project loads this module in the browser \(components\/up\.jsx\)/],
    ['is imported by what such a module imports', { 'components/up.jsx': "// a\n'use client'\nimport '@/b';", 'src/b.ts': "export * from './a.js';" }, /^left: A page/],
    ['is imported for its types alone', { 'components/up.tsx': "'use client';\nimport type { Key } from '../src/a.js';" }, /process\.env/],
    ['is imported by a server component', { 'components/up.jsx': "import { key } from '../src/a.js';\n'use client';" }, /process\.env/],
    ['is behind a server action', { 'components/up.jsx': "'use client';\nimport { send } from './actions.js';", 'components/actions.js': "'use server';\nimport { key } from '../src/a.js';" }, /process\.env/],
  ])('under Next.js %s', (_, files, expected) => {
    const path = 'src/a.js';
    expect(resultOf({ files: { 'package.json': needs('next'), [path]: '', ...files }, path })).toMatch(expected);
  });

  it("is no module by 'use client' where no framework reads it", () => {
    expect(resultOf({ files: { 'src/a.js': '', 'b.js': "'use client';\nimport './src/a.js';" } })).toBe(PLAIN);
  });

  describe('as an island of Astro', () => {
    const island = (frontMatter: string, markup: string): Files => ({
      'package.json': needs('astro'), 'src/lib/wix.ts': '', 'src/components/Up.tsx': "import { key } from '../lib/wix';\nexport default () => key;\nexport const Named = () => key;",
      'src/pages/index.astro': `---\n${frontMatter}\n---\n${markup}\n`,
    });

    it.each<readonly [string, string, string]>([
      ['client:load', "import Up from '../components/Up';", '<Up client:load />'],
      ['client:idle', "import Up from '../components/Up.tsx';", '<main>{list.map((a) => <Up client:idle a={a}>text</Up>)}</main>'],
      ['client:visible', "import { Named } from '../components/Up';", '<Named\n  client:visible={{ rootMargin: "9px" }}\n/>'],
      ['client:media', "import type { A } from './a';\nimport Base, { Named as Up } from '../components/Up';", '<Up a="1" client:media="(max-width: 9em)" />'],
      ['client:only', "import * as All from '../components/Up';", '<All.Named client:only="react" />'],
    ])('by %s', (_, frontMatter, markup) => {
      for (const path of ['src/lib/wix.ts', 'src/components/Up.tsx']) {
        expect(resultOf({ files: island(frontMatter, markup), path })).toMatch(/^left: A page of this project loads this module in the browser \(src\/pages\/index\.astro\)/);
      }
    });

    it('in MDX, and not in an example there', () => {
      const text = (example: string): string => `import Up from '../components/Up';\n\nIt's text, <b>isn't</b> it?\n\n\`\`\`astro\n${example}\n\`\`\`\n`;
      const files = island('', '');
      expect(resultOf({ files: { ...files, 'src/pages/a.mdx': `${text('')}\n<Up client:load />\n` }, path: 'src/lib/wix.ts' })).toMatch(/^left: A page .*\(src\/pages\/a\.mdx\)/);
      expect(resultOf({ files: { ...files, 'src/pages/a.mdx': text('<Up client:load />') }, path: 'src/lib/wix.ts' })).toBe(ASSERTED);
    });

    it.each<readonly [string, string, string]>([
      ['no directive', "import Up from '../components/Up';", '<Up load client="load" />'],
      ['a directive of another component', "import Up from '../components/Up';\nimport Other from '../components/Other';", '<Up><Other client:load /></Up>'],
      ['a directive in a comment or a text', "import Up from '../components/Up';", '<!-- <Up client:load /> --><Up title="<Up client:load />" />'],
      ['a server island', "import Up from '../components/Up';", '<Up server:defer />'],
    ])('not by %s', (_, frontMatter, markup) => {
      expect(resultOf({ files: island(frontMatter, markup), path: 'src/lib/wix.ts' })).toBe('export const key = import.meta.env.WIX_API_KEY!;\n');
    });
  });

  describe('as a worker', () => {
    const html = { 'index.html': page('<script type="module" src="src/a.js"></script>'), 'src/w.js': "import './key.js';" };

    it.each([
      ["new Worker(new URL('./w.js', import.meta.url), { type: 'module' })"],
      ["new SharedWorker(\n  /* webpackChunkName: 'w' */ new URL('./w.js', import.meta.url),\n)"],
      ["navigator.serviceWorker.register(new URL('./w.js', import.meta.url))"],
      ["navigator.serviceWorker?.register('/src/w.js')"],
    ])('of a page: %s', (code) => {
      expect(resultOf({ files: { ...html, 'src/a.js': code, 'src/key.js': '' }, path: 'src/key.js' })).toMatch(/^left: A page of this project loads this module in the browser \(index\.html\)/);
    });

    it.each([
      ['fetch(new URL("./w.js", import.meta.url))'], ["new Worker(new URL('./other.js', import.meta.url))"], ["routes.register('/src/w.js')"], ["// new Worker(new URL('./w.js', import.meta.url))"],
    ])('not: %s', (code) => {
      expect(resultOf({ files: { ...html, 'src/a.js': code, 'src/key.js': '' }, path: 'src/key.js' })).toBe(PLAIN);
    });

    it('not of a program that no page loads', () => {
      expect(resultOf({ files: { 'src/main.js': "new Worker(new URL('./w.js', import.meta.url))", 'src/w.js': "import './key.js';", 'src/key.js': '' }, path: 'src/key.js' })).toBe(PLAIN);
    });
  });

  describe('in a project of Angular', () => {
    const options = { index: 'src/index.html', browser: 'src/main.ts', server: 'src/main.server.ts', ssr: { entry: 'src/server.ts' } };
    const project = (architect: object): object => ({ projects: { app: { projectType: 'application', root: '', sourceRoot: 'src', architect }, lib: { projectType: 'library', root: 'lib', sourceRoot: 'lib/src', architect: { build: { builder: '@angular/build:ng-packagr' } } } } });
    const ANGULAR = {
      'package.json': needs('@angular/core'), 'angular.json': project({ build: { builder: '@angular/build:application', options } }),
      'src/main.ts': "import { App } from './app/app';", 'src/app/app.ts': "import { environment } from '../environments/environment';", 'src/environments/environment.ts': '', 'src/environments/environment.prod.ts': '',
      'src/main.server.ts': "import { App } from './app/app';\nimport { config } from './app/app.config.server';", 'src/app/app.config.server.ts': "import './keys';", 'src/app/keys.ts': '',
      'src/server.ts': "import { send } from './api/send';", 'src/api/send.ts': '', 'src/app/lazy.service.ts': '', 'src/app/app.spec.ts': '', 'scripts/a.ts': '', 'lib/src/a.ts': '', 'lib/src/app/a.ts': '', 'tools/server.ts': "import '../src/app/lazy.service';",
    };

    it.each([['src/main.ts'], ['src/app/app.ts'], ['src/environments/environment.ts'], ['src/environments/environment.prod.ts'], ['src/app/lazy.service.ts']])('%s is', (path) => {
      expect(resultOf({ files: ANGULAR, path })).toMatch(/^left: A page of this project loads this module in the browser \((?:src\/main\.ts|angular\.json)\)/);
    });

    it.each([['src/main.server.ts'], ['src/server.ts'], ['src/api/send.ts'], ['src/app/app.config.server.ts'], ['src/app/keys.ts'], ['src/app/app.spec.ts'], ['scripts/a.ts'], ['lib/src/a.ts'], ['lib/src/app/a.ts']])('%s is not', (path) => {
      expect(resultOf({ files: ANGULAR, path })).toBe(ASSERTED);
    });

    it('nothing is without its package or its file', () => {
      expect(resultOf({ files: { ...ANGULAR, 'package.json': {} }, path: 'src/environments/environment.ts' })).toBe(ASSERTED);
      expect(resultOf({ files: { ...ANGULAR, 'angular.json': '{' }, path: 'src/environments/environment.ts' })).toBe(ASSERTED);
    });

    it('a program of another builder is not, nor what the workspace does not say how to build', () => {
      for (const build of [{ builder: '@nrwl/node:build', options: { main: 'src/main.ts' } }, { builder: '@angular-devkit/build-angular:server', options: { main: 'src/main.ts' } }, {}]) {
        for (const path of ['src/main.ts', 'src/app/app.ts', 'src/environments/environment.prod.ts']) expect(resultOf({ files: { ...ANGULAR, 'angular.json': project({ build }) }, path })).toBe(ASSERTED);
      }
    });

    it.each<readonly [string, object]>([
      ['server', { build: { builder: '@angular/build:application', options: { ...options, server: 'src/node.ts' } } }],
      ['the entry of ssr', { build: { builder: '@angular/build:application', options: { ...options, ssr: { entry: 'src/node.ts' } } } }],
      ['a target for the server', { build: { builder: '@angular/build:application', options }, server: { builder: '@angular-devkit/build-angular:server', options: { main: 'src/node.ts' } } }],
    ])('what the server starts with is not: %s', (_, architect) => {
      const files = { ...ANGULAR, 'src/node.ts': "import './app/of-node';", 'src/app/of-node.ts': '' };
      expect(resultOf({ files: { ...files, 'angular.json': project(architect) }, path: 'src/app/of-node.ts' })).toBe(ASSERTED);
      expect(resultOf({ files, path: 'src/app/of-node.ts' })).toMatch(/^left: A page/);
    });

    it.each<readonly [string, object, string]>([
      ['below its root', { root: 'web' }, 'web/src/main.ts'],
      ['below src, without a root', {}, 'src/main.ts'],
      ['as it is named', { architect: { build: { builder: '@angular/build:application', options: { browser: 'src/start.ts' } } } }, 'src/start.ts'],
    ])('the entry is found %s', (_, app, path) => {
      const build = { architect: { build: { builder: '@angular/build:application' } } };
      expect(resultOf({ files: { 'package.json': needs('@angular/core'), 'angular.json': { projects: { app: { ...build, ...app } } }, [path]: '' }, path })).toMatch(/^left: A page/);
    });

    it('that names no entry it is src/main.ts', () => {
      expect(resultOf({ files: { ...ANGULAR, 'angular.json': project({ build: { builder: '@angular/build:application' } }) }, path: 'src/main.ts' })).toMatch(/^left: A page .*\(src\/main\.ts\)/);
    });

    it('that is older the entry is main, its targets may be called so', () => {
      const files = { ...ANGULAR, 'angular.json': { projects: { app: { sourceRoot: 'src', targets: { build: { builder: '@angular-devkit/build-angular:browser', options: { main: 'src/main.ts' } } } } } } };
      expect(resultOf({ files, path: 'src/app/app.ts' })).toMatch(/^left: A page .*\(src\/main\.ts\)/);
    });
  });

  describe.each<readonly [string, string, readonly string[], readonly string[]]>([
    ['Next.js', 'next', ['pages/index.js', 'pages/_app.tsx', 'src/pages/a/[id].tsx', 'pages/apis/a.js'], ['pages/api/a.ts', 'pages/api.ts', 'src/pages/api/a/b.js', 'pages/_document.jsx', 'pages/a/_middleware.ts', 'lib/pages/a.js', 'next.config.js', 'middleware.ts']],
    ['Remix', '@remix-run/react', ['app/entry.client.tsx', 'app/lib/wix.client.ts'], ['app/entry.server.tsx', 'app/routes/_index.tsx', 'app/lib/client.ts', 'app/wix.server.ts']],
    ['React Router', '@react-router/dev', ['app/entry.client.jsx'], ['app/root.tsx']],
  ])('in a project of %s', (_, name, inBrowser, elsewhere) => {
    const lookupOf = (path: string): string => resultOf({ files: { 'package.json': needs(name), [path]: '' }, path });

    it.each(inBrowser)('%s is', (path) => {
      expect(lookupOf(path)).toMatch(/^left: A page of this project loads this module in the browser/);
    });

    it.each(elsewhere)('%s is not', (path) => {
      expect(lookupOf(path)).toContain('process.env');
    });
  });

  it('in a page of Next.js is not that it prepares on the server', () => {
    const code = "export async function getStaticProps() { return send('@'); }\nexport default () => null;\n";
    expect(resultOf({ files: { 'package.json': needs('next'), 'pages/a.js': code }, path: 'pages/a.js', code })).toContain('process.env.WIX_API_KEY');
  });

  describe('in a project of Gatsby', () => {
    const GATSBY = { 'package.json': needs('gatsby'), 'src/pages/index.js': "import '../lib/wix';", 'src/lib/wix.js': '' };

    it.each([['src/pages/index.js'], ['src/lib/wix.js'], ['src/components/a.jsx'], ['src/templates/post.tsx'], ['gatsby-browser.js']])('%s is', (path) => {
      expect(resultOf({ files: { [path]: '', ...GATSBY }, path })).toMatch(/^left: A page of this project loads this module in the browser/);
    });

    it.each([['src/api/send.js'], ['gatsby-node.js'], ['gatsby-config.js'], ['gatsby-ssr.js'], ['src/lib/server.js'], ['src/components/a.test.js'], ['src/components/__tests__/a.js']])('%s is not', (path) => {
      expect(resultOf({ files: { [path]: '', ...GATSBY }, path })).toBe(PLAIN);
    });

    it('a page that the server fetches data for is not proven', () => {
      const code = "export async function getServerData() { return send('@'); }\n";
      expect(resultOf({ files: { ...GATSBY, 'src/pages/a.js': code }, path: 'src/pages/a.js', code })).toContain('process.env.WIX_API_KEY');
    });
  });

  describe("on the user's device", () => {
    const APP = { 'package.json': needs('expo', 'react-native'), 'App.tsx': "import { View } from 'react-native';\nimport { key } from './src/wix';", 'src/wix.ts': '', 'app/a+api.ts': '', 'metro.config.js': '', 'src/types.ts': '', 'src/a.ts': "import type { View } from 'react-native';\nimport './types';" };

    it.each([['App.tsx'], ['src/wix.ts']])('%s is', (path) => {
      expect(resultOf({ files: APP, path })).toMatch(/^left: This module is part of what users install \(App\.tsx\), where the key would be public; .*server route/);
      expect(resultOf({ files: APP, path, context: { browser: 'move' } })).toBe(ASSERTED);
    });

    it.each([['app/a+api.ts'], ['src/types.ts'], ['src/__tests__/App.test.tsx']])('%s is not', (path) => {
      expect(resultOf({ files: { ...APP, [path]: path === 'src/types.ts' ? '' : "import 'react-native';" }, path })).toBe(ASSERTED);
    });

    it('a module is without Expo', () => {
      expect(resultOf({ files: { ...APP, 'package.json': needs('react-native') }, path: 'src/wix.ts' })).toMatch(/^left: This module is part/);
    });

    it('nothing is without the package', () => {
      expect(resultOf({ files: { ...APP, 'package.json': {} }, path: 'src/wix.ts' })).toBe(ASSERTED);
    });
  });

  describe('in a browser extension', () => {
    const manifest = { manifest_version: 3, name: 'x', background: { service_worker: 'bg/worker.js' }, content_scripts: [{ matches: ['<all_urls>'], js: ['/content.js', 'shared.js'] }] };
    const EXTENSION = { 'manifest.json': manifest, 'bg/worker.js': "import './key.js'", 'bg/key.js': '', 'content.js': '', 'shared.js': '' };

    it.each([['bg/worker.js'], ['bg/key.js'], ['content.js'], ['shared.js']])('%s is', (path) => {
      expect(resultOf({ files: EXTENSION, path })).toMatch(/^left: This module is part of what users install \(manifest\.json\)/);
    });

    it('a background page of an older one is, below src, in TypeScript too', () => {
      const files = { 'src/manifest.json': { manifest_version: 2, background: { scripts: ['./bg.js'] } }, 'src/bg.ts': '' };
      expect(resultOf({ files, path: 'src/bg.ts' })).toMatch(/^left: This module is part of what users install \(src\/manifest\.json\)/);
    });

    it.each<readonly [string, Files]>([
      ['a file of another name', { 'chrome.json': { manifest_version: 3, background: { service_worker: 'a.js' } } }],
      ['another manifest', { 'manifest.json': { name: 'x', background: { service_worker: 'a.js' } } }],
      ['a broken one', { 'manifest.json': '{ "manifest_version": 3, "background": { "service_worker": "a.js"' }],
      ['a build of it', { 'dist/manifest.json': { manifest_version: 3, background: { service_worker: '../a.js' } } }],
      ['odd values', { 'manifest.json': { manifest_version: 3, background: 'a.js', content_scripts: [null, 'a.js', { js: 'b.js' }] } }],
    ])('nothing is by %s', (_, files) => {
      expect(resultOf({ files: { 'a.js': '', ...files }, path: 'a.js' })).toBe(PLAIN);
    });
  });

  it('is the module of the example', () => {
    const path = fileURLToPath(new URL('../../examples/media-upload/js/config/wix-config.js', import.meta.url));
    const source = readWithEslint(`export const key = '${KEY}';`, basename(path));
    const found = lookupFor(source, { path, project: projectOf(path), envAccess: null, browser: 'skip', missing: 'assert' });
    expect(found).toEqual({ type: 'left', reason: expect.stringContaining('(index.html)') as string });
  });
});

describe('--env-access', () => {
  it.each<readonly [string, string, boolean]>([
    ['process.env.%s', 'process.env.X', true],
    [" env['%s'] ", "env['X']", true],
    ["requireEnv('%s')", "requireEnv('X')", false],
    ["Deno.env.get('%s')", "Deno.env.get('X')", true],
    ["config.get('%s', { name: \"%s\" })", "config.get('X', { name: \"X\" })", false],
    ['env?.%s', 'env?.X', true],
    ['import.meta.env.%s', 'import.meta.env.X', true],
    ["env(')%s(')", "env(')X(')", false],
    ['process.env.%s!', 'process.env.X!', false],
    ['process.env.%s as string', '(process.env.X as string)', false],
    ["process.env.%s ?? ''", "(process.env.X ?? '')", false],
    ["await getSecret('%s')", "(await getSecret('X'))", false],
    ["new Env('%s').value", "(new Env('X').value)", false],
    ['%s', 'X', false],
  ])('takes %s', (template, expression, mayBeUndefined) => {
    const lookup = envAccessLookup(template);
    expect({ expression: lookup?.expression('X'), mayBeUndefined: lookup?.mayBeUndefined }).toEqual({ expression, mayBeUndefined });
  });

  it.each([[''], ['process.env'], ['env.%s\n'.repeat(2)], ['env.%s;'], ['env.%s +'], ['f(%s'], ['a) || (%s'], ['const x = %s'], ['env.%s // x'], ['env.%s /* x */'], ['if (%s) {}'], ["'%s"], ['%s %s'], ['env.\u2028%s']])('refuses %j', (template) => {
    expect(envAccessLookup(template)).toBeNull();
    expect(resultOf({ context: { envAccess: template } })).toMatch(/^left: --env-access/);
  });

  it('takes TypeScript in TypeScript alone', () => {
    for (const envAccess of ['process.env.%s!', ' process.env.%s! ']) {
      expect(resultOf({ path: 'a.ts', context: { envAccess } })).toBe(ASSERTED);
      expect(resultOf({ path: 'a.js', context: { envAccess } })).toMatch(/^left: What --env-access says is TypeScript/);
    }
  });

  it('does not join the statement before', () => {
    const code = "f()\n'@'.trim()\nf();\n'@'.trim();";
    for (const envAccess of ["[env][0].%s", "(env).%s", "need('%s') as string"]) {
      expect(resultOf({ path: 'a.ts', code, context: { envAccess } })).toMatch(/^f\(\)\n'IST\.[^\n]+\nf\(\);\n[[(].*WIX_API_KEY/);
    }
    expect(resultOf({ code, context: { envAccess: "need('%s')" } })).toBe("f()\nneed('WIX_API_KEY').trim()\nf();\nneed('WIX_API_KEY').trim();");
  });

  it('holds in any framework, and not in the browser', () => {
    const files = { 'package.json': needs('@sveltejs/kit') };
    const context = { envAccess: "need('%s')" };
    expect(resultOf({ files, path: 'src/lib/a.js', context })).toBe("export const key = need('WIX_API_KEY');\n");
    expect(resultOf({ code: "'use client';\nf('@');", context })).toMatch(/^left/);
  });
});

describe('TypeScript', () => {
  const AMBIENT = {
    'ambient.d.ts': "interface ImportMetaEnv { [name: string]: any }\ninterface ImportMeta { readonly env: ImportMetaEnv }\ndeclare namespace Deno { const env: { get(name: string): string | undefined } }\ndeclare module '$env/static/private' { export const WIX_API_KEY: string }\ndeclare module 'cloudflare:workers' { export const env: { readonly KV: Map<string, string> } }\ndeclare function needs(value: string, more?: { readonly a?: string }): void;\n",
  };
  const CODES = ["export const key = '@';", "export const all: { a?: string } = { a: '@' };", "export {};\nneeds('@', { a: '@' });", "export const text: string = `Bearer @`;", "export {};\nconst a = ['@'.length, '@' as const];\nneeds(String(a));"];
  const FORMS: readonly (readonly [string, Files, string])[] = [
    ['process', {}, 'src/a.ts'],
    ['import.meta', { 'package.json': needs('astro'), 'src/pages/a.ts': '' }, 'src/pages/a.ts'],
    ['SvelteKit', { 'package.json': needs('@sveltejs/kit') }, 'src/hooks.server.ts'],
    ['Deno', { 'package.json': 'x', 'sub/deno.json': {} }, 'sub/a.ts'],
    ['Workers', { 'wrangler.toml': 'main = "src/index.ts"', 'src/index.ts': '' }, 'src/index.ts'],
  ];
  const SETTINGS: readonly ts.CompilerOptions[] = [{}, { noPropertyAccessFromIndexSignature: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true }, { isolatedDeclarations: true, declaration: true }];
  const rows = FORMS.flatMap(([name, files, path]) => SETTINGS.flatMap((options) => (['assert', 'throw'] as const).map((missing) => ({ name, files, path, options, missing }))));

  it('takes every form', () => {
    const found = SETTINGS.flatMap((options) => {
      const texts = new Map<string, string>(Object.entries(AMBIENT).map(([name, text]) => [`/${name}`, text]));
      for (const [at, row] of rows.filter((each) => each.options === options).entries()) {
        for (const [index, code] of CODES.entries()) {
          const text = resultOf({ files: { ...row.files, 'tsconfig.json': { compilerOptions: options } }, path: row.path, code, context: { missing: row.missing } });
          expect(text).toContain('WIX_API_KEY');
          texts.set(`/${String(at)}-${String(index)}.ts`, text);
        }
      }
      return errorsIn(texts, options);
    });
    expect(found).toEqual([]);
  });

  it('would not take the plain ones', () => {
    const [, strict = {}, isolated = {}] = SETTINGS;
    expect(errorsIn(new Map([['/a.ts', 'export const key: string = process.env.X;']]), {})).toHaveLength(1);
    expect(errorsIn(new Map([['/a.ts', 'export const key = process.env.X!;']]), strict)).toHaveLength(1);
    expect(errorsIn(new Map([['/a.ts', 'export const key = process.env.X!;']]), isolated)).toHaveLength(1);
  });
});

/** What TypeScript has against the texts: file, code and message. */
function errorsIn(texts: ReadonlyMap<string, string>, extra: ts.CompilerOptions): string[] {
  const options: ts.CompilerOptions = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: ['node'], skipLibCheck: true, ...extra };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    getSourceFile: (path, version, ...rest) => {
      const text = texts.get(path);
      return text === undefined ? disk.getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version);
    },
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    getCurrentDirectory: () => process.cwd(),
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const own = program.getSourceFiles().filter(({ fileName }) => texts.has(fileName));
  const all = own.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file), ...(extra.declaration ? program.getDeclarationDiagnostics(file) : [])]);
  return all.map(({ file, code, messageText }) => `${file?.fileName ?? ''} TS${String(code)} ${ts.flattenDiagnosticMessageText(messageText, ' ')} ${file?.text ?? ''}`);
}
