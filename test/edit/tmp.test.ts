import { it } from 'vitest';
import { moveAll } from './sources.js';
import { filledIn } from './filled-in.js';
import { istKey } from '../fake-keys.js';
const cases: [string, string][] = [
  ['js', `f('§1' + '§2' + '§3');`], ['js',"f(['§1', '§2', '§3'].join(''));"], ['js',"f(Buffer.from('§64', 'base64').toString());"],["js","f('§1' + '§2' + (x ? '§3' : '.'));"],['js',"f(gql`§1${'§2'}§3`);"],["js", "f('§rev'.split('').reverse().join(''));"]
];
it('shows', () => {
  for (const [ext, t] of cases) {
    const text = filledIn(t, 'a.js');
    const { results, output, keys } = moveAll(text, `a.${ext}`);
    console.log(istKey().length, t, '\n   =>', output.slice(0,100), keys.map(k => [k.key.text.length, k.key.form, k.assembly?.range, k.node.range]), text.length, results.map((r) => (r.type === 'move' ? `${r.variable}` : r.reason)).join(' | '));
  }
});
