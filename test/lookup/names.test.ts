import { describe, expect, it } from 'vitest';
import { keysIn } from '../../src/analysis/keys.js';
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
    const noId = namesIn(`f('${oauthKey(1)}', '${oauthKey(2)}')`);
    expect(new Set(noId).size).toBe(2);
    for (const name of [...sameId, ...noId]) expect(name).toMatch(/^WIX_API_KEY_[0-9A-F]{8}(?:_[0-9A-F]{6})?$/);
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

  it('has nothing to name in a file without keys', () => {
    expect(namesIn('f()')).toEqual([]);
  });
});
