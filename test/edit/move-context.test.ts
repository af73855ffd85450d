import { describe, expect, it } from 'vitest';
import { memberLookup, PROCESS_ENV_IN_BRACKETS, type EnvLookup } from '../../src/edit/env-lookup.js';
import { isTypeScriptFile, type MoveContext } from '../../src/edit/environment.js';
import { appSecret, istKey, truncatedSample } from '../fake-keys.js';
import { filledIn } from './filled-in.js';
import { moveAll } from './sources.js';

const moved = (text: string, filename: string, options: Partial<MoveContext> = {}): string => moveAll(filledIn(text, filename), filename, options).output;

describe('the form of the lookup', () => {
  it('is what the caller asks for', () => {
    expect(moved("f('@');", 'a.ts', { lookup: PROCESS_ENV_IN_BRACKETS })).toBe("f(process.env['WIX_API_KEY']!);");
    expect(moved("f('Bearer @');", 'a.js', { lookup: memberLookup('import.meta.env', 'dot') })).toBe('f(`Bearer ${import.meta.env.WIX_API_KEY}`);');
    expect(moved("const { WIX_API_KEY = '@' } = process.env;", 'a.ts', { lookup: PROCESS_ENV_IN_BRACKETS })).toBe("const { WIX_API_KEY = process.env['WIX_API_KEY']! } = process.env;");
    expect(moved("const { FOO = '@' } = import.meta.env;", 'a.ts')).toBe('const { FOO = import.meta.env.FOO! } = import.meta.env;');
  });

  it('is named for messages without the assertion', () => {
    const { results } = moveAll(`f('${istKey()}')`, 'a.ts', { variable: 'OTHER', lookup: PROCESS_ENV_IN_BRACKETS });
    expect(results).toEqual([expect.objectContaining({ type: 'move', variable: 'OTHER', lookup: "process.env['OTHER']" })]);
  });

  it('may be a call, an imported name, with what that needs', () => {
    const deno: EnvLookup = { expression: (variable) => `Deno.env.get('${variable}')`, mayBeUndefined: true };
    expect(moved("f('@', new '@'.constructor(), `@ x`);", 'a.ts', { lookup: deno })).toBe(
      "f(Deno.env.get('WIX_API_KEY')!, new (Deno.env.get('WIX_API_KEY')!).constructor(), `${Deno.env.get('WIX_API_KEY')!} x`);",
    );
    expect(moved("new '@'.constructor(); new A('@'); new a['@'](); f('@'); new A(f('@'));", 'a.js', { lookup: deno })).toBe(
      "new (Deno.env.get('WIX_API_KEY')).constructor(); new A(Deno.env.get('WIX_API_KEY')); new a[Deno.env.get('WIX_API_KEY')](); f(Deno.env.get('WIX_API_KEY')); new A(f(Deno.env.get('WIX_API_KEY')));",
    );
    expect(moved("new '@'!.constructor();", 'a.ts', { lookup: deno })).toBe("new (Deno.env.get('WIX_API_KEY'))!.constructor();");
    const settings: EnvLookup = { expression: (variable) => `settings().${variable}`, mayBeUndefined: false };
    expect(moved("new '@'.constructor(); f('@'!);", 'a.ts', { lookup: settings })).toBe('new (settings().WIX_API_KEY).constructor(); f(settings().WIX_API_KEY!);');
    const imported: EnvLookup = {
      expression: (variable) => variable,
      mayBeUndefined: false,
      additions: (variable) => [{ range: [0, 0], text: `import { ${variable} } from '$env/static/private';\n` }],
    };
    expect(moved("f('@');\ng('Bearer @');", 'a.ts', { lookup: imported })).toBe(
      "import { WIX_API_KEY } from '$env/static/private';\nf(WIX_API_KEY);\ng(`Bearer ${WIX_API_KEY}`);",
    );
  });
});

describe('what a module is imported with', () => {
  it('is moved, the name of the module not', () => {
    expect(moved("import('./a.js', '@');", 'a.js')).toBe("import('./a.js', process.env.WIX_API_KEY);");
    expect(moveAll(`import('./${istKey()}');`, 'a.js').results).toEqual([{ type: 'refusal', reason: expect.stringContaining('import or export') as string }]);
  });
});

describe('a variable of the file itself', () => {
  it('is left alone where it may not hold the key', () => {
    const isFree = (variable: string): boolean => variable !== 'FOO';
    expect(moved("f(process.env.FOO ?? '@');", 'a.ts', { isFree })).toBe('f(process.env.FOO ?? process.env.WIX_API_KEY!);');
    expect(moved("process.env.FOO = '@';", 'a.js', { isFree })).toBe('process.env.FOO = process.env.WIX_API_KEY;');
    expect(moved("process.env.BAR = '@';f();", 'a.js', { isFree })).toBe('f();');
  });

  it('is left alone where no env file could name it', () => {
    expect(moved("f(process.env['my-key'] ?? '@');", 'a.js')).toBe("f(process.env['my-key'] ?? process.env.WIX_API_KEY);");
  });
});

describe('keys that are not whole', () => {
  const request = (value: string): string => `fetch('https://www.wixapis.com/site-media/v1/files', { headers: { Authorization: ${value} } });`;

  it.each([
    [`'${truncatedSample()}'`, 'ENV'],
    [`'Bearer ${truncatedSample()}'`, '`Bearer ${ENV}`'],
    [`"${truncatedSample()} "`, '`${ENV} `'],
    ["'IST.abc'", 'ENV'],
    ["'Bearer IST.your-key'", '`Bearer ${ENV}`'],
    ['`Bearer IST.abc`', '`Bearer ${ENV}`'],
    [`process.env.WIX_API_KEY ?? '${truncatedSample()}'`, 'ENV'],
    ["'IST.' + 'abc'", 'ENV'],
    ["'Bearer ' + 'IST.' + 'abc'", '`Bearer ${ENV}`'],
  ])('moves %s', (value, expected) => {
    for (const filename of ['a.js', 'a.ts']) {
      const { output, keys } = moveAll(request(value), filename);
      expect(keys).toHaveLength(1);
      expect(output).toBe(filledIn(request(expected), filename));
    }
  });
});

describe('app secrets', () => {
  const client = (value: string): string => `import { AppStrategy, createClient } from '@wix/sdk';\ncreateClient({ auth: AppStrategy({ appId: 'a', appSecret: ${value} }) });`;

  it.each([
    [`'${appSecret()}'`, 'process.env.WIX_APP_SECRET'],
    [`\`${appSecret()}\``, 'process.env.WIX_APP_SECRET'],
    [`process.env.SECRET ?? '${appSecret()}'`, 'process.env.SECRET'],
    [`'${appSecret().slice(0, 9)}' + '${appSecret().slice(9)}'`, 'process.env.WIX_APP_SECRET'],
  ])('moves %s', (value, expected) => {
    expect(moveAll(client(value), 'a.js').output).toBe(client(expected));
    expect(moveAll(client(value), 'a.ts').output).toBe(client(`${expected}!`));
  });
});

describe('isTypeScriptFile', () => {
  it('goes by the ending', () => {
    for (const name of ['a.ts', 'a.tsx', '/b/a.mts', 'C:\\b\\a.cts', 'a.d.ts', 'A.TS']) expect(isTypeScriptFile(name)).toBe(true);
    for (const name of ['a.js', 'a.jsx', 'a.mjs', 'a.ts.js', 'a.vue', 'ts', 'a.mtsx', '<input>']) expect(isTypeScriptFile(name)).toBe(false);
  });

  it('leaves declaration files alone', () => {
    for (const filename of ['a.d.ts', 'a.d.mts', 'a.d.css.ts']) {
      const { results } = moveAll(`export declare const a: '${istKey()}';`, filename);
      expect(results).toEqual([{ type: 'refusal', reason: expect.stringContaining('declaration file') as string }]);
    }
  });
});
