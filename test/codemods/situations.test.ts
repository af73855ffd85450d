import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountKey, appSecret, instanceToken, istKey, jwsKey, leaks, publicId, truncatedSample } from '../fake-keys.js';
import { cli, filesOf, projectWith, runGit, type Run } from './projects.js';

const [KEY, OTHER, THIRD] = [istKey({ seed: 1 }), istKey({ seed: 2 }), jwsKey(3)];
const idOf = (seed: number): string => publicId(seed).slice(0, 8).toUpperCase();

/** Runs `migrate` and sees to it that nothing it prints holds a piece of a key. */
function migrate(folder: string, ...args: readonly string[]): Run {
  const run = cli(folder, 'migrate', ...args);
  for (const key of [KEY, OTHER, THIRD]) expect(leaks(run.stdout + run.stderr, key)).toBe(false);
  return run;
}

describe('the env files', () => {
  it('get the key, the name and a line in .gitignore', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n` }, { git: true });
    const { status, stdout } = migrate(folder);
    expect(stdout).toContain('1 key moved in 1 file');
    expect(stdout).toContain('Revoke and replace');
    expect(status).toBe(0);
    const files = filesOf(folder);
    expect(files['a.js']).toBe('send(process.env.WIX_API_KEY);\n');
    expect(files['.gitignore']).toBe('.env\n');
    expect(files['.env.example']).toBe('WIX_API_KEY=\n');
    expect(files['.env']?.split('\n').at(-2)).toBe(`WIX_API_KEY=${KEY}`);
    expect(files['.env']).toMatch(/^# IST\. token .*\n/);
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    expect(runGit(folder, 'status', '--porcelain', '--untracked-files=all')).not.toMatch(/ \.env$/m);
  });

  it('change nothing in a second run', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}', '${OTHER}');\n` }, { git: true });
    migrate(folder);
    const before = filesOf(folder);
    expect(migrate(folder)).toMatchObject({ status: 0 });
    expect(filesOf(folder)).toEqual(before);
  });

  it('are not written where git tracks the private one, and the sources stay', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, '.env': 'A=1\n' }, { git: true });
    runGit(folder, 'add', '-f', '.env');
    const before = filesOf(folder);
    const { status, stdout } = migrate(folder);
    expect(stdout).toMatch(/git .*tracks|tracked/i);
    expect(status).toBe(1);
    expect(filesOf(folder)).toEqual(before);
    expect(migrate(folder, '--dry').status).toBe(1);
  });

  it('are those of the repository, whatever is above it, and hold no keys of others', () => {
    const folder = projectWith({ 'repo/a.js': `send('${KEY}');\n`, 'other/.git/HEAD': '', 'other/b.js': `send('${OTHER}');\n`, 'repo/.git/HEAD': 'ref: refs/heads/main\n', 'repo/.gitignore': '.env\n', 'repo/inner/.git/HEAD': '', 'repo/inner/c.js': `send('${OTHER}');\n` });
    const before = filesOf(folder);
    runGit(join(folder, 'repo'), 'init', '-q');
    expect(cli(join(folder, 'repo'), 'migrate', 'a.js').status).toBe(0);
    const { 'repo/.env': env = '', ...after } = filesOf(folder);
    expect([env.includes(`WIX_API_KEY=${KEY}\n`), env.includes(OTHER), '.env' in after]).toEqual([true, false, false]);
    expect(after['repo/inner/c.js']).toBe(before['repo/inner/c.js']);
  });

  it('are put in order where the private one holds the key by now', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, '.env': `MY_WIX=${KEY}\n` }, { git: true });
    expect(migrate(folder).status).toBe(0);
    expect(filesOf(folder)).toMatchObject({ '.env': `MY_WIX=${KEY}\n`, '.env.example': 'MY_WIX=\n', '.gitignore': '.env\n', 'a.js': 'send(process.env.MY_WIX);\n' });
  });

  it('are not relied on where git tracks the private one, which holds the key by now', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, '.env': `MY_WIX=${KEY}\n` }, { git: true });
    runGit(folder, 'add', '-f', '.env');
    const before = filesOf(folder);
    const { status, stdout } = migrate(folder);
    expect([status, stdout]).toEqual([1, expect.stringMatching(/Git tracks \.env/)]);
    expect(filesOf(folder)).toEqual(before);
    expect(migrate(folder, '--dry').status).toBe(1);
  });

  it('name a key anew that they hold under a name which is none in code', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, '.env': `WIX-API-KEY=${KEY}\nwix.key=${KEY}\n` });
    expect(migrate(folder).status).toBe(0);
    expect(filesOf(folder)).toMatchObject({ '.env': expect.stringContaining(`WIX-API-KEY=${KEY}\nwix.key=${KEY}\n`) as string, 'a.js': 'send(process.env.WIX_API_KEY);\n' });
  });

  it('give no name that an env file beside them has another value for', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, 'b.js': `send(process.env.TOKEN ?? '${KEY}');\n`, '.env.local': `WIX_API_KEY=${OTHER}\nTOKEN=${OTHER}\n` });
    expect(migrate(folder).status).toBe(0);
    const name = `WIX_API_KEY_${idOf(1)}`;
    expect(filesOf(folder)).toMatchObject({ '.env': expect.stringContaining(`${name}=${KEY}\n`) as string, 'a.js': `send(process.env.${name});\n`, 'b.js': `send(process.env.TOKEN ?? process.env.${name});\n` });
  });

  it('give the name that an env file beside them has for the key', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, '.env.local': `MY_WIX=${KEY}\n` });
    expect(migrate(folder).status).toBe(0);
    expect(filesOf(folder)).toMatchObject({ '.env': expect.stringContaining(`MY_WIX=${KEY}\n`) as string, '.env.local': `MY_WIX=${KEY}\n`, 'a.js': 'send(process.env.MY_WIX);\n' });
  });

  it('keep the name of a key that one beside them has another value for', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, '.env': `MY_WIX=${KEY}\n`, '.env.production': `MY_WIX=${OTHER}\n` });
    expect(migrate(folder).status).toBe(0);
    expect(filesOf(folder)).toMatchObject({ '.env': `MY_WIX=${KEY}\n`, 'a.js': 'send(process.env.MY_WIX);\n' });
  });

  it('keep their bytes: CRLF, a BOM, no final newline', () => {
    const before = '\ufeff# mine\r\nA="1"\r\nB=2';
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, '.env': before });
    expect(migrate(folder).status).toBe(0);
    const { '.env': after = '' } = filesOf(folder);
    expect(after.startsWith(`${before}\r\n`)).toBe(true);
    expect(after.endsWith(`WIX_API_KEY=${KEY}\r\n`)).toBe(true);
  });

  it('keep a name that has another value', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, '.env': `WIX_API_KEY=${OTHER}\n` });
    expect(migrate(folder).status).toBe(0);
    expect(filesOf(folder)).toMatchObject({ 'a.js': `send(process.env.WIX_API_KEY_${idOf(1)});\n`, '.env': expect.stringContaining(`WIX_API_KEY=${OTHER}\n`) as unknown });
  });

  it('end a clash of every name in another name', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, '.env': `WIX_API_KEY=1\nWIX_API_KEY_${idOf(1)}=2\n` });
    expect(migrate(folder).status).toBe(0);
    expect(filesOf(folder)['a.js']).toMatch(new RegExp(`^send\\(process\\.env\\.WIX_API_KEY_${idOf(1)}_[0-9A-F]{6}\\);\n$`));
  });

  it('give a key the name that it has already', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, '.env': `MY_KEY=${KEY}\n` });
    expect(migrate(folder).status).toBe(0);
    expect(filesOf(folder)).toMatchObject({ 'a.js': 'send(process.env.MY_KEY);\n', '.env': `MY_KEY=${KEY}\n` });
  });

  it('give a fallback the variable it stands behind, everywhere', () => {
    const folder = projectWith({ 'a.js': `send(process.env.FOO ?? '${KEY}');\n`, 'b.js': `send('${KEY}', '${OTHER}');\n` });
    expect(migrate(folder).status).toBe(0);
    expect(filesOf(folder)).toMatchObject({ 'a.js': 'send(process.env.FOO);\n', 'b.js': `send(process.env.FOO, process.env.WIX_API_KEY_${idOf(2)});\n` });
  });

  it.each<readonly [string, string]>([
    ['chooses by it', "export const mode = process.env.WIX_API_KEY ? 'live' : 'mock';\n"],
    ['chooses by a constant', "const key = process.env['WIX_API_KEY'];\nif (!key) mock();\n"],
    ['compares it', 'const { WIX_API_KEY } = process.env;\nstart(WIX_API_KEY === undefined);\n'],
    ['asks for it and something else', "while (process.env.WIX_API_KEY && more()) start();\n"],
  ])('are told of to code that %s', (_, other) => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, 'lib/mode.js': other });
    expect(migrate(folder).stdout).toMatch(/^ {2}lib\/mode\.js:[12] asks whether WIX_API_KEY is set, which it is from now on: .*\.$/m);
    expect(filesOf(folder)).toMatchObject({ 'a.js': 'send(process.env.WIX_API_KEY);\n', 'lib/mode.js': other });
    expect(migrate(projectWith({ 'a.js': `send('${KEY}');\n`, 'lib/mode.js': other, '.env': `WIX_API_KEY=${KEY}\n` })).stdout).not.toContain('asks whether');
  });

  it.each<readonly [string, string]>([
    ['a plain read', "start(process.env['WIX_API_KEY']);\n"],
    ['a read with a fallback', "start(process.env.WIX_API_KEY || '');\n"],
    ['a comment and a text', "// process.env.WIX_API_KEY ? 1 : 2\nexport const help = 'WIX_API_KEY: process.env.WIX_API_KEY';\n"],
    ['another object', 'start(config.WIX_API_KEY ? 1 : 2);\n'],
    ['a longer name', 'start(process.env.WIX_API_KEY_2 ? 1 : 2);\n'],
  ])('say nothing of %s', (_, other) => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, 'b.js': other });
    expect(migrate(folder).stdout).not.toContain('asks whether');
    expect(filesOf(folder)).toMatchObject({ 'a.js': 'send(process.env.WIX_API_KEY);\n', 'b.js': other });
  });

  it.each<readonly [string, string]>([
    ['a comparison with it', `if (key !== '${KEY}') mock();\n`],
    ['a constant that held it', `const a = '${KEY}';\nif (a) send(a);\n`],
    ['a constant that had it as its fallback', `const a = process.env.WIX_API_KEY || '${KEY}';\nif (!a) mock();\n`],
  ])('say nothing of what the key itself was asked: %s', (_, text) => {
    const folder = projectWith({ 'a.js': text, 'b.js': 'if (process.env.WIX_API_KEY) mock();\n' });
    expect(migrate(folder).stdout.match(/\S+ asks whether/g)).toEqual(['b.js:1 asks whether']);
  });

  it('have the variable of a fallback, whatever else reads it', () => {
    const folder = projectWith({
      'a.js': `const key = process.env.FOO;\nsend(key ?? '${KEY}');\nsend(process.env.FOO ? process.env.FOO : '${KEY}');\n`,
      'b.js': "send(process.env.FOO);\nif (!process.env.FOO) console.warn('no key');\n",
    });
    expect(migrate(folder).stdout).toContain('b.js:2 asks whether FOO is set');
    expect(filesOf(folder)).toMatchObject({ 'a.js': 'const key = process.env.FOO;\nsend(key);\nsend(process.env.FOO);\n', '.env': expect.stringContaining(`FOO=${KEY}\n`) as string });
  });

  it('leave a variable unset that two keys are fallbacks of', () => {
    const folder = projectWith({ 'a.js': `send(process.env.FOO ?? '${KEY}');\n`, 'b.js': `send(process.env.FOO ?? '${OTHER}');\n` });
    expect(migrate(folder).status).toBe(0);
    expect(filesOf(folder)).toMatchObject({ 'a.js': `send(process.env.FOO ?? process.env.WIX_API_KEY_${idOf(1)});\n`, 'b.js': `send(process.env.FOO ?? process.env.WIX_API_KEY_${idOf(2)});\n` });
  });

  it('are those of each package of a monorepo', () => {
    const folder = projectWith({
      'packages/a/package.json': '{}', 'packages/a/a.js': `send('${KEY}');\n`, 'packages/b/package.json': '{}', 'packages/b/b.js': `send('${OTHER}');\n`,
    }, { git: true });
    const { status, stdout } = migrate(folder);
    expect(status).toBe(0);
    const files = filesOf(folder);
    expect(files['packages/a/a.js']).toBe('send(process.env.WIX_API_KEY);\n');
    expect(files['packages/b/.env']).toContain(`WIX_API_KEY=${OTHER}`);
    expect(files['.env']).toBeUndefined();
    const written = ['.gitignore', '.env.example', '.env'];
    expect(stdout).toContain(`Written: ${[...written.map((name) => `packages/a/${name}`), ...written.map((name) => `packages/b/${name}`)].join(', ')}.`);
    expect(stdout).toContain('WIX_API_KEY is one key in packages/a/.env and another in packages/b/.env: a program that loads both has only one of them');
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['a folder in the place of the private one', { '.env/a': '' }, '.env is no ordinary file; move it out of the way.'],
    ['no folder for them', {}, 'cannot be made (ENOENT); make its folder.'],
  ])('leave each key with its line where there is %s', (_, files, reason) => {
    const folder = projectWith({ 'a.js': `\nsend('${KEY}');\nsend('${OTHER}');\n`, ...files });
    const { status, stdout } = migrate(folder, ...('.env/a' in files ? [] : ['--env-dir=none']));
    expect([status, stdout.match(/a\.js:\d/g)]).toEqual([1, ['a.js:2', 'a.js:3']]);
    expect(stdout.split(reason)).toHaveLength(4);
  });

  it('of a monorepo are left out by the same .gitignore, whichever package comes first', () => {
    const files = {
      'tools/a.js': `send('${KEY}');\n`, 'packages/a/package.json': '{}', 'packages/a/a.js': `send('${KEY}');\n`,
      'packages/a/b/package.json': '{}', 'packages/a/b/b.js': `send('${OTHER}');\n`, 'packages/c/package.json': '{}', 'packages/c/c.js': `send('${KEY}');\n`, 'packages/c/.gitignore': '!.env\n',
    };
    const [packagesFirst, rootFirst] = [['packages', 'tools'], ['tools', 'packages/c', 'packages/a']].map((paths) => {
      const folder = projectWith(files, { git: true });
      expect(migrate(folder, ...paths).status).toBe(0);
      expect(runGit(folder, 'status', '--porcelain', '--untracked-files=all')).not.toMatch(/\.env$/m);
      return filesOf(folder);
    });
    expect(packagesFirst).toEqual(rootFirst);
    expect(Object.keys(rootFirst ?? {}).filter((name) => name.endsWith('.gitignore'))).toEqual(['.gitignore', 'packages/c/.gitignore']);
  });

  it('are told of with how each package loads its own', () => {
    const folder = projectWith({
      'packages/a/package.json': '{"dependencies":{"next":"*"}}', 'packages/a/a.js': `send('${KEY}');\n`,
      'packages/b/package.json': '{}', 'packages/b/wrangler.toml': 'main = "b.js"\n', 'packages/b/b.js': `export default send('${KEY}');\n`,
    });
    const { stdout } = migrate(folder);
    expect(stdout).toContain('In packages/a: Next.js loads the env file by itself. In packages/b: Wrangler reads .env in development');
    expect(stdout).not.toContain('is one key in');
  });

  it('are where --env-dir and --env-file say', () => {
    const folder = projectWith({ 'src/a.js': `send('${KEY}');\n`, 'config/.keep': '' });
    expect(migrate(folder, '--env-dir=config', '--env-file=.env.local', '--env-example=.env.sample', '--name=KEY_OF_WIX', 'src').status).toBe(0);
    expect(filesOf(folder)).toMatchObject({ 'src/a.js': 'send(process.env.KEY_OF_WIX);\n', 'config/.env.sample': 'KEY_OF_WIX=\n', 'config/.env.local': expect.stringContaining(KEY) as unknown });
  });

  it('refuse a folder that stands in the place of the private one', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, '.env/x': '' });
    const before = filesOf(folder);
    expect(migrate(folder)).toMatchObject({ status: 1 });
    expect(filesOf(folder)).toEqual(before);
  });

  it('name the variables of app secrets for what they are', () => {
    const folder = projectWith({ 'a.mjs': `import { AppStrategy } from '@wix/sdk';\nAppStrategy({ appId: 'x', appSecret: '${appSecret()}' });\n` });
    expect(migrate(folder).status).toBe(0);
    expect(filesOf(folder)['a.mjs']).toContain('appSecret: process.env.WIX_APP_SECRET }');
  });
});

describe('files that are odd', () => {
  it('are named where they do not parse, and the others are migrated', () => {
    const folder = projectWith({ 'broken.js': `const a = ; '${KEY}'`, 'a.js': `send('${KEY}');\n` });
    const { status, stdout } = migrate(folder);
    expect(status).toBe(1);
    expect(stdout).toContain('broken.js');
    expect(filesOf(folder)).toMatchObject({ 'broken.js': `const a = ; '${KEY}'`, 'a.js': 'send(process.env.WIX_API_KEY);\n' });
  });

  it.each([['', '\n'], ['\n', '\n'], ['\r\n', '\r\n']])('may hold nothing else than writes to the environment, with %j behind them', (end, left) => {
    const folder = projectWith({ 'setup.js': `process.env.FOO = '${KEY}';${end}` });
    expect(migrate(folder).status).toBe(0);
    expect(filesOf(folder)).toMatchObject({ 'setup.js': left, '.env': expect.stringContaining(`FOO=${KEY}\n`) as string });
  });

  it('may hold five megabytes in one line', () => {
    const filler = 'var a=1;'.repeat(320_000);
    const folder = projectWith({ 'min.js': `${filler}send('${KEY}');${filler}` });
    expect(migrate(folder).status).toBe(0);
    expect(readFileSync(join(folder, 'min.js'), 'utf8')).toBe(`${filler}send(process.env.WIX_API_KEY);${filler}`);
  }, 60_000);

  it('may be linked in a ring', () => {
    const folder = projectWith({ 'src/a.js': `send('${KEY}');\n` });
    symlinkSync(folder, join(folder, 'src', 'ring'));
    expect(migrate(folder, 'src').status).toBe(0);
    expect(readFileSync(join(folder, 'src/a.js'), 'utf8')).toBe('send(process.env.WIX_API_KEY);\n');
    expect(existsSync(join(folder, '.env'))).toBe(true);
  });

  it('stay where their bytes are no UTF-8', () => {
    const folder = projectWith({});
    const bytes = Buffer.concat([Buffer.from([0x2f, 0x2f, 0xe9, 0x0a]), Buffer.from(`send('${KEY}');\n`)]);
    writeFileSync(join(folder, 'a.js'), bytes);
    expect(migrate(folder)).toMatchObject({ status: 1, stdout: expect.stringContaining('UTF-8') as unknown });
    expect(readFileSync(join(folder, 'a.js')).equals(bytes)).toBe(true);
  });

  it('of data are told and left', () => {
    const files = { 'config.json': `{"apiKey":"${KEY}"}`, 'page.html': `<script>send('${OTHER}')</script>`, 'App.vue': `<script>const k = '${KEY}'</script>` };
    const folder = projectWith(files);
    const { status, stdout } = migrate(folder);
    expect(status).toBe(1);
    for (const name of Object.keys(files)) expect(stdout).toContain(`${name}:1  Wix IST. token.`);
    expect(filesOf(folder)).toMatchObject(files);
  });

  it('are told by their folders that are passed over with a key', () => {
    const files = { '.storybook/preview.js': `send('${KEY}');\n`, 'vendor/a/one.js': `send('${KEY}');\n`, 'vendor/two.json': `["${OTHER}"]\n`, 'packages/a/build/b.js': `send('${OTHER}');\n` };
    const clean = { 'dist/c.js': "send('IST.');\n", '.github/d.yml': 'a: 1\n', '.yarn/e.js': `send('${KEY}');\n`, 'node_modules/f/g.js': `send('${KEY}');\n`, '.cache/.env': `A=${KEY}\n` };
    const folder = projectWith({ ...files, ...clean, 'a.js': 'send();\n' });
    const { status, stdout } = migrate(folder);
    expect([status, stdout]).toEqual([0, '1 file looked at; 0 keys moved in 0 files.\n\nPassed over, with Wix keys in them: .storybook (1 file), packages/a/build (1 file), vendor (2 files). Name a folder to have it looked at; build anew what a tool has made.\n']);
    expect(JSON.parse(migrate(folder, '--json').stdout)).toMatchObject({ complete: true, passedOver: [{ path: '.storybook', files: 1 }, { path: 'packages/a/build', files: 1 }, { path: 'vendor', files: 2 }] });
    expect(migrate(folder, '--kinds=jws').stdout).not.toContain('Passed over');
    expect(filesOf(folder)).toMatchObject(files);
    expect(migrate(folder, '.storybook')).toMatchObject({ status: 0, stdout: expect.not.stringContaining('Passed over') as string });
    expect(filesOf(folder)['.storybook/preview.js']).toBe('send(process.env.WIX_API_KEY);\n');
  });

  it('are told that are to be committed, hold the variables and a key, and stay', () => {
    const env = { '.env.example': `# ${OTHER}\nWIX_API_KEY=${KEY}\n`, 'docs/.env.sample': `A=1\nB="${OTHER}"\n` };
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, ...env });
    const { status, stdout } = migrate(folder);
    expect(status).toBe(1);
    for (const place of ['.env.example:1', '.env.example:2', 'docs/.env.sample:2']) expect(stdout).toContain(`${place}  Wix IST. token. This file is meant to be committed`);
    expect(filesOf(folder)).toMatchObject({ ...env, 'a.js': 'send(process.env.WIX_API_KEY);\n' });
  });

  it('are told that stand beside the env file that is written, whatever was asked for', () => {
    const env = { '.env.example': `B=${OTHER}\n`, '.env.production': `C=${THIRD}\n`, 'other/.env.example': `B=${OTHER}\n` };
    const folder = projectWith({ 'src/a.js': `send('${KEY}');\n`, ...env }, { git: true });
    runGit(folder, 'add', '-f', '.env.production');
    const { status, stdout } = migrate(folder, 'src');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^ {2}\.env\.example:1 {2}Wix IST\. token\. This file is meant to be committed.*private env file/m);
    expect(stdout).toMatch(/^ {2}\.env\.production:1 {2}Wix JWS\. token\. Git tracks this file.*git rm --cached/m);
    expect(stdout).not.toContain('other/.env.example');
    expect(filesOf(folder)).toMatchObject({ '.env.production': env['.env.production'], 'src/a.js': `send(process.env.WIX_API_KEY);\n` });
  });

  it('are where keys belong that are private env files', () => {
    const env = { '.env.local': `A=${OTHER}\n`, '.env': `B=${KEY}\n`, '.env.sample': 'B=\nC=IST.your-key-here\n', '.env.vault': `D=${OTHER}\n` };
    const folder = projectWith({ ...env, 'a.js': 'send();\n' }, { git: true });
    for (const paths of [[], ['.env', '.env.local']]) expect(migrate(folder, ...paths)).toMatchObject({ status: 0, stdout: expect.not.stringContaining('.env') as string });
  });

  it('of installed packages are not looked at', () => {
    const folder = projectWith({ 'node_modules/p/index.js': `send('${KEY}');`, 'dist/a.js': `send('${KEY}');` });
    expect(migrate(folder)).toMatchObject({ status: 0 });
    expect(filesOf(folder)).toMatchObject({ 'node_modules/p/index.js': `send('${KEY}');` });
  });
});

describe('what is moved', () => {
  it('is chosen by --kinds', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}', '${THIRD}');\n` });
    expect(migrate(folder, '--kinds=jws').status).toBe(0);
    expect(filesOf(folder)['a.js']).toBe(`send('${KEY}', process.env.WIX_API_KEY);\n`);
  });

  it('is no sample, no placeholder and no prefix', () => {
    const code = `const config = { apiKey: '${truncatedSample()}', token: 'IST.your-key-here' };\nif (key.startsWith('IST.')) warn();\n`;
    const folder = projectWith({ 'a.js': code });
    expect(migrate(folder)).toMatchObject({ status: 0 });
    expect(filesOf(folder)['a.js']).toBe(code);
  });

  it('is not code of a page', () => {
    const folder = projectWith({ 'index.html': '<script type="module" src="js/app.js"></script>', 'js/app.js': "import { key } from './key.js';\nsend(key);\n", 'js/key.js': `export const key = '${instanceToken()}';\n` });
    const before = filesOf(folder);
    expect(migrate(folder)).toMatchObject({ status: 1, stdout: expect.stringContaining('js/key.js:1') as unknown });
    expect(filesOf(folder)).toEqual(before);
    expect(migrate(folder, '--browser=move').status).toBe(0);
    expect(filesOf(folder)['js/key.js']).toBe('export const key = process.env.WIX_API_KEY;\n');
  });

  it("is moved out of a module marked 'use client' with --browser=move alone", () => {
    const folder = projectWith({ 'a.jsx': `'use client';\nexport const key = '${KEY}';\n` });
    const before = filesOf(folder);
    expect(migrate(folder).status).toBe(1);
    expect(filesOf(folder)).toEqual(before);
    expect(migrate(folder, '--browser=move').status).toBe(0);
    expect(filesOf(folder)['a.jsx']).toBe("'use client';\nexport const key = process.env.WIX_API_KEY;\n");
  });

  it('is read by no TypeScript in a file of JavaScript', () => {
    const folder = projectWith({ 'a.ts': `send('${KEY}');\n`, 'b.js': `send('${KEY}');\n` });
    const { status, stdout } = migrate(folder, '--env-access=env.%s as string');
    expect([status, stdout]).toEqual([1, expect.stringMatching(/b\.js:1 .*--env-access says is TypeScript/)]);
    expect(filesOf(folder)).toMatchObject({ 'a.ts': 'send((env.WIX_API_KEY as string));\n', 'b.js': `send('${KEY}');\n` });
    expect(migrate(folder, '--env-access=get("%s as string", 1)').status).toBe(0);
    expect(filesOf(folder)['b.js']).toBe('send(get("WIX_API_KEY as string", 1));\n');
  });

  it('stays beside a character reference of JSX', () => {
    const folder = projectWith({ 'a.jsx': `show(<A href="https://x.y/?key=${KEY}&amp;site=1" />);\nshow(<A href="https://x.y/?key=${KEY}&site=1" />);\n` });
    expect(migrate(folder)).toMatchObject({ status: 1, stdout: expect.stringContaining('A character reference of JSX') as unknown });
    expect(filesOf(folder)['a.jsx']).toBe(`show(<A href="https://x.y/?key=${KEY}&amp;site=1" />);\nshow(<A href={\`https://x.y/?key=\${process.env.WIX_API_KEY}&site=1\`} />);\n`);
  });

  it('is not what a type of another file spells', () => {
    const files = {
      'types.ts': `export type Key = '${KEY}' | 'none';\n`, 'barrel.ts': "export * from './types';\n",
      'a.ts': `import type { Key } from './barrel';\nexport const key: Key = '${KEY}';\n`,
      'b.ts': "export type Token = `IST.${string}`;\n", 'c.ts': `import { type Token } from './b.js';\nexport const key: Token = '${OTHER}';\n`,
    };
    const clean = { 'd.ts': `import { key } from './e.js';\nsend('${KEY}', key);\n`, 'e.ts': `export const key: string = '${OTHER}';\n`, 'f.js': `import './types';\nsend('${KEY}');\n` };
    const folder = projectWith({ ...files, ...clean });
    const { status, stdout } = migrate(folder);
    expect(status).toBe(1);
    for (const place of ['a.ts:2', 'c.ts:2']) expect(stdout).toContain(`${place}  Wix IST. token. A type that this file imports, or what it is made of, spells the key`);
    const after = filesOf(folder);
    expect(after).toMatchObject(files);
    for (const name of Object.keys(clean)) expect(after[name]).toContain('process.env.WIX_API_KEY');
  });

  it('is shown in a dry run without the key', () => {
    const folder = projectWith({ 'a.ts': `const a = 1;\nexport const key: string = '${accountKey()}';\n` });
    const { stdout } = migrate(folder, '--dry');
    expect(leaks(stdout, accountKey())).toBe(false);
    expect(stdout).toContain("-    2  export const key: string = '‹IST. token›';");
    expect(stdout).toContain('+    2  export const key: string = process.env.WIX_API_KEY!;');
  });

  it('is told as data with --json', () => {
    const folder = projectWith({ 'a.js': `send('${KEY}');\n`, 'b.ts': `enum E { A = '${KEY}' }\n` });
    expect(JSON.parse(migrate(folder, '--json').stdout)).toMatchObject({
      dry: false, complete: false, changed: ['a.js'], variables: ['WIX_API_KEY'],
      moved: [{ path: 'a.js', line: 1, variable: 'WIX_API_KEY', lookup: 'process.env.WIX_API_KEY' }],
      left: [{ path: 'b.ts', line: 1, reason: expect.stringContaining('enum') as unknown }],
    });
  });
});

describe('the command', () => {
  it('says how it is used', () => {
    const folder = projectWith({});
    expect(cli(folder, '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('migrate --dry src') as unknown });
    expect(cli(folder, '--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(cli(folder)).toMatchObject({ status: 2 });
    expect(cli(folder, 'migarte')).toMatchObject({ status: 2, stderr: 'There is no command migarte; the only one is migrate.\n' });
    expect(cli(folder, 'migrate', 'nowhere')).toMatchObject({ status: 2, stderr: 'There is no file or folder nowhere.\n' });
  });

  it.each([[[]], [['migrate']]])('does not repeat a key that is typed behind %j', (before) => {
    const { status, stderr } = cli(projectWith({}), ...before, accountKey());
    expect([status, stderr.includes('IST.[redacted]'), leaks(stderr, accountKey())]).toEqual([2, true, false]);
  });

  it('has nothing to do in a project without keys', () => {
    const folder = projectWith({ 'a.js': 'send();\n' });
    mkdirSync(join(folder, 'empty'));
    expect(cli(folder, 'migrate')).toMatchObject({ status: 0, stdout: '1 file looked at; 0 keys moved in 0 files.\n' });
    expect(cli(folder, 'migrate', 'empty').status).toBe(0);
  });
});
