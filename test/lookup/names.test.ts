import { describe, expect, it } from 'vitest';
import { keysIn } from '../../src/analysis/keys.js';
import type { Key } from '../../src/key/classify.js';
import { namesOf, type NamedProject } from '../../src/lookup/names.js';
import { appSecret, instanceToken, istKey, jwsKey, oauthKey, publicId, tokenOf } from '../fake-keys.js';
import { readWithEslint } from '../edit/sources.js';

const namesIn = (text: string, project: Partial<NamedProject> = {}): string[] => {
  const keys = keysIn(readWithEslint(text, 'a.js'), { clients: [], filename: null });
  const names = namesOf({ occurrences: keys.map(({ key }) => ({ key, own: null })), variables: new Map(), name: 'WIX_API_KEY', ...project });
  return keys.map(({ key }) => names.get(key.text) ?? 'no name');
};
const idOf = (seed: number): string => publicId(seed).slice(0, 8).toUpperCase();
const secret = (seed: number): string => `AppStrategy({ appId: 'a', appSecret: '${appSecret(seed)}' })`;

describe('names', () => {
  it('gives the only key the plain name, however often it stands there', () => {
    expect(namesIn(`f('${istKey()}')`)).toEqual(['WIX_API_KEY']);
    expect(namesIn(`f('${istKey()}', 'Bearer ${istKey()}'); // ${istKey()}`)).toEqual(['WIX_API_KEY', 'WIX_API_KEY', 'WIX_API_KEY']);
  });

  it('tells several keys apart by the ids in their claims', () => {
    expect(namesIn(`f('${istKey({ seed: 1 })}', '${jwsKey(2)}', '${istKey({ seed: 1 })}')`)).toEqual([`WIX_API_KEY_${idOf(1)}`, `WIX_API_KEY_${idOf(2)}`, `WIX_API_KEY_${idOf(1)}`]);
  });

  it('does not depend on the order', () => {
    const [one, other] = [`'${istKey({ seed: 1 })}'`, `'${jwsKey(2)}'`];
    expect(namesIn(`f(${one}, ${other})`)).toEqual(namesIn(`f(${other}, ${one})`).reverse());
  });

  it('tells keys apart that claim one id, or none', () => {
    const sameId = namesIn(`f('${instanceToken(1)}', '${jwsKey(1)}')`);
    expect(new Set(sameId).size).toBe(2);
    for (const name of sameId) expect(name).toMatch(/^WIX_API_KEY_[0-9A-F]{8}_[0-9A-F]{6}$/);
    const noId = namesIn(`f('${oauthKey(1)}', '${oauthKey(2)}')`);
    expect(new Set(noId).size).toBe(2);
    for (const name of noId) expect(name).toMatch(/^WIX_API_KEY_[0-9A-F]{8}$/);
  });

  it('keeps to names that every reader takes, whatever a key claims', () => {
    const odd = tokenOf('IST', { header: '{"alg":"RS256"}', payload: JSON.stringify({ data: { id: '=$(x)\n' }, more: 'more of it' }) });
    for (const name of namesIn(`f('${odd}', '${jwsKey()}')`)) expect(name).toMatch(/^WIX_API_KEY_[0-9A-F]{8}$/);
  });

  it('names app secrets on their own', () => {
    const imports = "import { AppStrategy, createClient } from '@wix/sdk';\n";
    expect(namesIn(`${imports}createClient({ auth: ${secret(1)} }); f('${istKey()}');`)).toEqual(['WIX_APP_SECRET', 'WIX_API_KEY']);
    const two = namesIn(`${imports}createClient({ auth: ${secret(1)} }); createClient({ auth: ${secret(2)} });`);
    expect(new Set(two).size).toBe(2);
    for (const name of two) expect(name).toMatch(/^WIX_APP_SECRET_[0-9A-F]{8}$/);
  });

  it('does not depend on the order where a secret has the name that the key is to have', () => {
    const imports = "import { AppStrategy } from '@wix/sdk';\n";
    const [one, other] = [`${secret(1)};`, `f('${istKey()}');`];
    const first = namesIn(imports + one + other, { name: 'WIX_APP_SECRET' });
    expect(namesIn(imports + other + one, { name: 'WIX_APP_SECRET' })).toEqual(first.toReversed());
    expect(new Set(first).size).toBe(2);
  });

  it('has nothing to name in a file without keys', () => {
    expect(namesIn('f()')).toEqual([]);
  });
});

describe('names by variables', () => {
  const [key, other] = [istKey({ seed: 1 }), istKey({ seed: 2 })];
  const env = (variables: object): ReadonlyMap<string, string> => new Map(Object.entries(variables));
  const nameBy = (variables: object, ...others: readonly object[]): string | undefined => namesIn(`f('${key}')`, { variables: env(variables), others: others.map(env) })[0];
  const BY_ID = `WIX_API_KEY_${idOf(1)}`;

  it.each<readonly [string, string, readonly object[]]>([
    ['the first that holds the key', 'A', [{ Z: 'z', A: key, B: key }]],
    ['the one of the env file before one beside it', 'B', [{ B: key }, { A: key }]],
    ['the one of the first file beside it', 'B', [{}, { B: key }, { A: key }]],
    ['one beside it that is empty in the env file', 'A', [{ A: '' }, { A: key }]],
    ['none beside it that is something else in the env file', 'WIX_API_KEY', [{ A: other }, { A: key }]],
    ['none beside it that is something else in another', 'WIX_API_KEY', [{}, { A: key }, { A: other }]],
    ['none that code cannot read', 'WIX_API_KEY', [{}, { 'A-B': key }]],
    ['none that is taken', BY_ID, [{ WIX_API_KEY: other }]],
    ['none that is taken beside it', BY_ID, [{}, { WIX_API_KEY: other }]],
    ['the plain one where it is empty', 'WIX_API_KEY', [{ WIX_API_KEY: '' }, { WIX_API_KEY: '' }]],
  ])('takes %s', (_, name, [variables = {}, ...others]) => {
    expect(nameBy(variables, ...others)).toBe(name);
  });

  it('lengthens a name that is taken', () => {
    const taken: Record<string, string> = { WIX_API_KEY: other };
    const names = [0, 1, 2, 3, 4].map(() => {
      const name = nameBy(taken) ?? '';
      taken[name] = other;
      return name;
    });
    expect(names.map((name) => name.replace(BY_ID, '').length)).toEqual([0, 7, 13, 25, 65]);
    for (const [at, name] of names.entries()) expect(name.startsWith(names[at - 1] ?? BY_ID)).toBe(true);
  });
});

describe('names of fallbacks', () => {
  const keyOf = (text: string): Key => keysIn(readWithEslint(`f('${text}')`, 'a.js'), { clients: [], filename: null })[0]?.key as Key;
  const [one, other] = [keyOf(istKey({ seed: 1 })), keyOf(istKey({ seed: 2 }))];
  const named = (occurrences: NamedProject['occurrences'], project: Partial<NamedProject> = {}): (string | undefined)[] => {
    const names = namesOf({ occurrences, variables: new Map(), name: 'WIX_API_KEY', ...project });
    return [one, other].map(({ text }) => names.get(text));
  };
  const [ONE, OTHER] = [`WIX_API_KEY_${idOf(1)}`, `WIX_API_KEY_${idOf(2)}`];

  it.each<readonly [string, NamedProject['occurrences'], Partial<NamedProject>, readonly (string | undefined)[]]>([
    ['that of the place', [{ key: one, own: 'A' }, { key: other, own: null }], {}, ['A', OTHER]],
    ['the first by name', [{ key: one, own: 'B' }, { key: one, own: 'A' }, { key: one, own: 'C' }], {}, ['A', undefined]],
    ['that of one place of two', [{ key: one, own: null }, { key: one, own: 'A' }], {}, ['A', undefined]],
    ['none for two keys', [{ key: one, own: 'A' }, { key: other, own: 'A' }], {}, [ONE, OTHER]],
    ['an empty one', [{ key: one, own: 'A' }], { variables: new Map([['A', '']]), others: [new Map([['A', '']])] }, ['A', undefined]],
    ['one that has the key', [{ key: one, own: 'B' }], { variables: new Map([['B', one.text]]), others: [new Map([['B', one.text]])] }, ['B', undefined]],
    ['none that has something else', [{ key: one, own: 'A' }], { variables: new Map([['A', 'x']]) }, ['WIX_API_KEY', undefined]],
    ['none that has something else beside it', [{ key: one, own: 'A' }], { others: [new Map([['A', 'x']])] }, ['WIX_API_KEY', undefined]],
    ['the one that holds the key before it', [{ key: one, own: 'A' }], { variables: new Map([['B', one.text]]) }, ['B', undefined]],
    ['not the plain name where two keys fall back from it', [{ key: one, own: 'WIX_API_KEY' }, { key: { ...other, kind: 'app-secret' }, own: 'WIX_API_KEY' }], {}, [ONE, 'WIX_APP_SECRET']],
  ])('are %s', (_, occurrences, project, names) => {
    expect(named(occurrences, project)).toEqual(names);
  });
});
