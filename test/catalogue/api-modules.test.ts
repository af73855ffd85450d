import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { isMediaModule, isWixModule } from '../../src/catalogue/wix-sdk.js';

const nodeModules = new URL('../../node_modules/', import.meta.url);
const require = createRequire(import.meta.url);

describe('API modules', () => {
  test.each([
    '@wix/media', '@wix/media/meta', '@wix/media_files', '@wix/media_folders', '@wix/auto_sdk_media_files',
    '@wix/auto_sdk_media_files/meta',
  ])('%s is media', (name) => {
    expect([isMediaModule(name), isWixModule(name)]).toEqual([true, false]);
  });

  test.each([
    '@wix/stores', '@wix/ecom', '@wix/data', '@wix/blog', '@wix/crm', '@wix/members', '@wix/secrets', '@wix/identity', '@wix/redirects',
    '@wix/auto_sdk_stores_products', '@wix/comm-channels-media', '@wix/business-tools',
  ])('%s is another API', (name) => {
    expect([isMediaModule(name), isWixModule(name)]).toEqual([false, true]);
  });

  test.each([
    '@wix/media/components', '@wix/media/services', '@wix/headless-media/react', '@wix/sdk', '@wix/sdk-types', '@wix/sdk-react',
    '@wix/essentials', '@wix/design-system', '@wix/image-kit', '@wix/services-manager', '@wix/astro', '@wix/cli', 'wix-media-backend',
    'media', '@wix/', '', '@evil/media',
  ])('%s is neither', (name) => {
    expect([isMediaModule(name), isWixModule(name)]).toEqual([false, false]);
  });

  test.each([
    '@wix/mediaevil', '@wix/media-gallery', '@wix/comm-channels-media', '@wix/auto_sdk_mediation_files',
  ])('%s is not media', (name) => {
    expect(isMediaModule(name)).toBe(false);
  });

  test('of the installed @wix packages only those with REST functions are API modules', () => {
    const installed = readdirSync(new URL('@wix/', nodeModules)).map((name) => `@wix/${name}`);
    const hasRest = (name: string) => {
      const text = readFileSync(require.resolve(name), 'utf8');
      return name.startsWith('@wix/auto_sdk_') || /@wix\/auto_sdk_(?!media)/.test(text);
    };
    const expected = installed.filter((name) => isWixModule(name) || isMediaModule(name));
    expect(expected.filter((name) => !hasRest(name) && !isMediaModule(name))).toEqual([]);
  });
});
