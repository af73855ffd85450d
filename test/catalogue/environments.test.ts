import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENV_READS, exposuresOf, PUBLIC_PREFIXES, withoutPublicPrefix } from '../../src/catalogue/environments.js';
import { SECRET_READS, VELO_MEDIA_MODULES } from '../../src/catalogue/velo.js';

const NOTHING = () => false;
const frameworksOf = (name: string, packages: readonly string[] = []) =>
  exposuresOf(name, (each) => packages.includes(each)).map(({ framework }) => framework);

describe('public prefixes', () => {
  test.each([
    ['NEXT_PUBLIC_WIX_API_KEY', 'Next.js'], ['VITE_WIX_API_KEY', 'Vite'], ['NUXT_PUBLIC_KEY', 'Nuxt'],
    ['REACT_APP_KEY', 'Create React App'], ['react_app_key', 'Create React App'], ['GATSBY_WIX_API_KEY', 'Gatsby'],
    ['EXPO_PUBLIC_WIX_API_KEY', 'Expo'], ['VUE_APP_KEY', 'Vue CLI'], ['STORYBOOK_KEY', 'Storybook'], ['PLASMO_PUBLIC_KEY', 'Plasmo'],
    ['WXT_KEY', 'WXT'], ['RENDERER_VITE_KEY', 'electron-vite'], ['WAKU_PUBLIC_KEY', 'Waku'],
    ['NX_PUBLIC_KEY', 'Nx'], ['nx_public_key', 'Nx'], ['REDWOOD_ENV_KEY', 'RedwoodJS'], ['NG_APP_KEY', 'Angular'],
    ['FRESH_PUBLIC_KEY', 'Deno Fresh'], ['SANITY_STUDIO_KEY', 'Sanity Studio'],
  ])('%s is public in %s', (name, framework) => expect(frameworksOf(name)).toEqual([framework]));

  test.each([
    ['astro', 'Astro'], ['@sveltejs/kit', 'SvelteKit'], ['@rsbuild/core', 'Rsbuild'],
  ])('PUBLIC_ is public with %s', (packageName, framework) => {
    expect(frameworksOf('PUBLIC_WIX_API_KEY', [packageName])).toEqual([framework]);
  });

  test.each([
    'PUBLIC_WIX_API_KEY', 'WIX_API_KEY', 'NEXT_PRIVATE_KEY', 'next_public_key', 'MY_VITE_KEY', 'MAIN_VITE_KEY', 'PRELOAD_VITE_KEY',
    'NUXT_WIX_API_KEY', '',
  ])('%s is public nowhere by itself', (name) => {
    expect(exposuresOf(name, NOTHING)).toEqual([]);
  });

  test.each([
    ['NEXT_PUBLIC_WIX_API_KEY', 'WIX_API_KEY'], ['RENDERER_VITE_X', 'X'], ['PUBLIC_X', 'X'], ['react_app_x', 'x'],
    ['WIX_API_KEY', 'WIX_API_KEY'], ['', ''],
  ])('%s without its prefix is %s', (name, bare) => {
    expect(withoutPublicPrefix(name)).toBe(bare);
  });

  test('each framework has one row, and packages that tell it', () => {
    expect(new Set(PUBLIC_PREFIXES.map(({ framework }) => framework)).size).toBe(PUBLIC_PREFIXES.length);
    expect(PUBLIC_PREFIXES.filter(({ packages, prefixes }) => packages.length === 0 || prefixes.length === 0)).toEqual([]);
  });

  test('a prefix is taken off the front and nothing else', () => {
    fc.assert(fc.property(fc.string(), (name) => name.endsWith(withoutPublicPrefix(name))));
  });
});

describe('reads', () => {
  test('every way to read a variable is reached by a global or a module, once', () => {
    expect(ENV_READS.filter(({ global, modules }) => global === null && modules.length === 0)).toEqual([]);
    const spots = ENV_READS.flatMap(({ global, modules, member }) => {
      const holders = global === null ? modules : [`global ${global}`, ...modules];
      return holders.map((holder) => `${holder}: ${member}`);
    });
    expect(new Set(spots).size).toBe(spots.length);
  });

  test('the usual ones are there', () => {
    const records = ENV_READS.filter(({ form, member }) => form === 'record' && member === 'env').map(({ global }) => global);
    expect(records).toEqual(expect.arrayContaining(['process', 'import.meta', 'Bun']));
    expect(ENV_READS).toContainEqual(expect.objectContaining({ global: 'Deno', member: 'env.get', form: 'function' }));
  });

  test('a secret is the text or stands under value', () => {
    expect(SECRET_READS.map(({ modules, property }) => [modules[0], property])).toEqual([
      ['wix-secrets-backend', null], ['wix-secrets-backend.v2', 'value'], ['@wix/auto_sdk_secrets_secrets', 'value'],
    ]);
    expect(VELO_MEDIA_MODULES).toEqual(['wix-media-backend', 'wix-media.v2']);
  });
});
