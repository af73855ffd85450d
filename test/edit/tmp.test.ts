import { it } from 'vitest';
import { moveAll } from './sources.js';
import { istKey, jwsKey } from '../fake-keys.js';
const K = istKey();
const half = [K.slice(0, 60), K.slice(60, 300), K.slice(300)];
const cases: [string, string][] = [
  ['js', `const a = '@';`], ['ts', `const a = '@';`], ['ts', `const h = { Authorization: 'Bearer @' };`],
  ['ts', 'const a = `@`; const b = `x ${a} @ \\${ y`;'], ['ts', `const a = '@' as const;`], ['ts', `const a = <const>'@';`],
  ['ts', `const a = '@' satisfies string;`], ['tsx', `const a = <A b="@" c='Bearer @ &amp; \`' d={'@'}>@</A>;`],
  ['ts', `const a = process.env.FOO ?? '@';`], ['js', `const a = (process.env['FOO']) || /* dev */ ('@');`],
  ['ts', `const a = String(process.env.FOO) || '@'; const b = (process.env.FOO as string) || '@'; const c = process.env.FOO as any ?? '@'; const d = a ?? process.env.FOO ?? '@';`],
  ['ts', `const a = process.env.FOO ? process.env.FOO : '@'; const b = !process.env.FOO ? '@' : process.env.FOO`],
  ['js', `const { FOO = '@', BAR: b = '@' } = process.env;`],['ts', `const { FOO = '@', BAR: b = '@' } = process.env;`],
  ['js', `a();\nprocess.env.FOO = '@';\nb(process.env.FOO);`], ['ts', `a();\nprocess.env.FOO ||= '@'\nb(process.env.FOO);`],
  ['ts', `if (!process.env.FOO) {\n  process.env.FOO = '@';\n}\nb(process.env.FOO);`],
  ['js', `const k = '${half[0]}' + '${half[1]}' + '${half[2]}'; f(k)`],
  ['js', `const k = 'Bearer ' + '${half[0]}' + '${half[1]}' + '${half[2]}' + ' ' + x; f(k)`],
  ['js', `const k = ['${K.split('.').join("','")}'].join('.'); f(k)`],
  ['js', `const k = atob('${btoa(K)}'); f(k)`],
  ['js', `const p='${half[1]}'; const k = '${half[0]}' + p + '${half[2]}'; f(k)`],
  ['js', `// @\n/* @ @ */ f('@')`], ['js', `function f() { return'@' } switch(a){case'@':} typeof'@'; a = '@'in o; b = '@'===x`], ['ts', `function f() { return'@' } switch(a){case'@':} typeof'@'; a = '@'in o; b = '@'===x; c = '@'==x; d = '@' !== x; e = '@'!; new '@'.constructor`],
  ['js', `'@';`], ['js', `const o = { '@': 1, ['@']: 2 }; o['@']`], ['ts', `const o = { '@': 1, ['@']: 2 }; o['@']`], ['ts', `enum A { b = '@' } type C = '@'`],['ts', `declare const x = '@';`],
  ['js', `'use client'; f('@')`], ['js', `import '@'; export * from '@'`], ['js', "gql`@`; String.raw`x @ \\n`; gql`${'@'}`"],
  ['js', `f('@ ${jwsKey(3)}')`], ['js', `f('@'); g('${jwsKey(3)}')`],
  ['ts', 'const a: `IST.${string}` = "@"'],
  ['js', `const a = env.FOO ?? '@'`], ['js', `import { env } from 'node:process'; const a = env.FOO ?? '@'; env.BAR = '@';`],
  ['js', `const env = process.env; env.BAR = '@'; f(env.BAR ?? '@')`],
  ['js', `const x = process.env.NEXT_PUBLIC_X ?? '@'`], ['js', `const x = import.meta.env.X ?? '@'; const y = Deno.env.get('X') ?? '@'`],
];
it('shows', () => {
  for (const [ext, text] of cases) {
    const { results, output } = moveAll(text.replaceAll('@', K), `a.${ext}`);
    console.log(ext, text.slice(0,200).replaceAll(half[0]!, '«1').replaceAll(half[1]!,'2').replaceAll(half[2]!, '3»'), '\n   =>', output.replaceAll(K, '@').slice(0,400), '\n  ', results.map((r) => (r.type === 'move' ? `${r.variable}` : r.reason)).join(' | '));
  }
});
