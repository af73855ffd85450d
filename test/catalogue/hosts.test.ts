import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { destinationOf, destinationOfPrefix, type Destination } from '../../src/catalogue/hosts.js';

type Answer = Destination | 'unknown';

const API_HOSTS = ['www.wixapis.com', 'edge.wixapis.com', 'readonly.wixapis.com'] as const;

// wix-facts.md 1.1 to 1.3: leaf paths of the packages and of older documentation
const MEDIA_PATHS = [
  '/site-media/', '/site-media/v1/files', '/site-media/v1/files/generate-upload-url', '/site-media/v1/files/made-up/generate-download-url',
  '/site-media/v1/bulk/files/import-v2', '/site-media/v1/trash-bin/folders', '/v1/enterprise/items/search',
  '/v1/enterprise/media-manager/categories',
  '/v1/bulk/enterprise/items/update', '/v1/bulk/files/import',
];
const REST_PATHS = [
  '/', '/stores/v1/products', '/site-media', '/site-mediax/v1/files', '/site-media-backup/', '//site-media/v1/files',
  '/Site-Media/v1/files', '/x/site-media/v1/files',
  '/site%2Dmedia/v1/files', '/v1/enterprise', '/v1/enterprisey/items', '/v1/bulk/files/import-v2', '/v1/bulk/files/import/',
  '/media/v1/files', '/oauth2/token', '',
];

describe('the API hosts', () => {
  test.each(API_HOSTS.flatMap((host) => MEDIA_PATHS.map((path) => ({ host, path }))))('$host$path is the Media Manager', (url) => {
    expect(destinationOf(url)).toBe('media-manager');
  });

  test.each(API_HOSTS.flatMap((host) => REST_PATHS.map((path) => ({ host, path }))))('$host$path is another API', (url) => {
    expect(destinationOf(url)).toBe('rest');
  });

  test.each(API_HOSTS)('%s without a path is not decided', (host) => {
    expect(destinationOf({ host, path: null })).toBe('unknown');
  });

  test.each(['www.wixapis.com:443', 'www.wixapis.com:8443', 'www.wixapis.com.', 'www.wixapis.com.:443'])('%s is the same host', (host) => {
    expect(destinationOf({ host, path: '/site-media/v1/files' })).toBe('media-manager');
  });
});

describe('proxy hosts', () => {
  const PROXY = '/_api/wix-privatemedia-proxy-server/v1/files';
  const BARE = '/wix-privatemedia-proxy-server/v1/files';
  const ENTERPRISE = '/_api/enterprise-public-media-server/v1/enterprise/items/search';
  const rows: readonly (readonly [host: string, path: string | null, answer: Answer])[] = [
    ...[
      'manage.wix.com', 'editor.wix.com', 'blocks.wix.com', 'apps.wix.com', 'create.editorx.com', 'editor.editorx.com', 'platform.rise.ai',
      'a.b.dev.wix-code.com', 'payments.base44.com',
    ]
      .flatMap((host) => [
        [host, PROXY, 'media-manager'], [host, ENTERPRISE, 'media-manager'], [host, '/_api/other/v1', 'rest'],
        [host, '/account', 'unknown'], [host, null, 'unknown'],
      ] as const),
    ...['bo.wix.com', 'wixbo.ai', 'wix-bo.com', 'api.42.wixprod.net', 'api.uw2-edt-1.wixprod.net', 'api.virginia-edt.wixprod.net']
      .flatMap((host) => [[host, BARE, 'media-manager'], [host, ENTERPRISE, 'media-manager'], [host, '/else', 'unknown']] as const),
    ['someone.wixsite.com', BARE, 'media-manager'],
    ['someone.wixsite.com', '/site/_functions/upload', 'foreign'],
    ['manage.wix.com', '/_api/wix-privatemedia-proxy-serverx/v1', 'rest'],
    ['manage.wix.com', BARE, 'unknown'],
  ];

  test.each(rows)('%s %s is %s', (host, path, answer) => {
    expect(destinationOf({ host, path })).toBe(answer);
  });
});

describe('data hosts and Wix hosts without an API', () => {
  const UPLOAD = [
    'upload.wixmp.com', 'archive.wixmp.com', 'download-files.wixmp.com', 'repackager.wixmp.com', 'static.wixstatic.com',
    'video.wixstatic.com', 'music.wixstatic.com', 'files.wix.com',
  ];
  test.each(UPLOAD.flatMap((host) => [
    '/', '/upload/made-up', '/site-media/v1/files', null,
  ].map((path) => ({ host, path }))))('$host $path is for uploads', (url) => {
    expect(destinationOf(url)).toBe('upload');
  });

  test.each([
    'www.wix.com', 'wix.com', 'users.wix.com', 'wixapis.com', 'other.wixapis.com',
  ])('%s is neither trusted nor foreign', (host) => {
    expect(destinationOf({ host, path: '/site-media/v1/files' })).toBe('unknown');
  });

  test('an empty host is not known', () => {
    expect([destinationOf({ host: '', path: '/' }), destinationOfPrefix({ host: '', pathPrefix: '/' })]).toEqual(['unknown', 'unknown']);
  });
});

describe('look-alikes', () => {
  test.each([
    'www.wixapis.com.evil.com', 'notwixapis.com', 'wwwwixapis.com', 'wixapis.com.co', 'www.wixapis.co', 'www-wixapis.com',
    'evil-www.wixapis.com.net', 'wixapis.org', 'evilwix.com',
    'wix.com.evil.org', 'manage-wix.com', 'manage.wix.company', 'uploadwixmp.com', 'upload.wixmp.com.evil.net', 'evilwixstatic.com',
    'wixsite.com.evil.net', 'www.wixapis.com@evil.com',
    'evil.com#www.wixapis.com', 'dev.wix-code.com', '.wixmp.com', 'localhost', '127.0.0.1:3000', '[::1]:3000', 'api.example.com',
    'www.wixapıs.com',
  ])('%s is foreign', (host) => {
    const paths = ['/site-media/v1/files', '/', null];
    expect(paths.map((path) => destinationOf({ host, path }))).toEqual(['foreign', 'foreign', 'foreign']);
  });

  const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
  const known = fc.constantFrom(...API_HOSTS, 'upload.wixmp.com', 'manage.wix.com', 'static.wixstatic.com', 'wix.com', 'wixapis.com');
  const path = fc.constantFrom('/site-media/v1/files', '/', null);

  test('a known host with anything behind it is foreign', () => {
    fc.assert(fc.property(known, label, path, (host, tail, at) => destinationOf({ host: `${host}.${tail}`, path: at }) === 'foreign'));
  });

  test('a known domain with letters glued before it is foreign', () => {
    const domains = fc.constantFrom('wixapis.com', 'wix.com', 'wixmp.com', 'wixstatic.com');
    const isForeign = (domain: string, head: string, at: string | null) => destinationOf({ host: `${head}${domain}`, path: at }) === 'foreign';
    fc.assert(fc.property(domains, label, path, isForeign));
  });
});

describe('paths of which the beginning is known', () => {
  const rows: readonly (readonly [prefix: string, answer: Answer])[] = [
    ['', 'unknown'], ['/', 'unknown'], ['/s', 'unknown'], ['/site-me', 'unknown'], ['/site-media', 'unknown'],
    ['/site-media/', 'media-manager'], ['/site-media/v1/', 'media-manager'],
    ['/site-media/v1/files/generate', 'media-manager'], ['/stores/', 'rest'], ['/sto', 'rest'], ['/v1/', 'unknown'],
    ['/v1/enter', 'unknown'], ['/v1/enterprise/', 'media-manager'],
    ['/v1/bulk/', 'unknown'], ['/v1/bulk/files/import', 'unknown'], ['/v1/bulk/files/import-v2', 'rest'], ['/v1/stores', 'rest'],
  ];

  test.each(rows)('"%s" is %s', (pathPrefix, answer) => {
    expect(destinationOfPrefix({ host: 'www.wixapis.com', pathPrefix })).toBe(answer);
  });

  test.each([
    ['upload.wixmp.com', 'upload'], ['evil.example', 'foreign'], ['www.wix.com', 'unknown'], ['manage.wix.com', 'unknown'],
  ])('%s with nothing known is %s', (host, answer) => {
    expect(destinationOfPrefix({ host, pathPrefix: '' })).toBe(answer);
  });

  test('a proxy path is decided as soon as it can be', () => {
    const at = (pathPrefix: string) => destinationOfPrefix({ host: 'manage.wix.com', pathPrefix });
    expect([
      at('/_api/'), at('/_api/stores'), at('/_api/wix-privatemedia-proxy-server/'), at('/account'),
    ]).toEqual(['unknown', 'rest', 'media-manager', 'unknown']);
  });

  const others = ['manage.wix.com', 'bo.wix.com', 'someone.wixsite.com', 'upload.wixmp.com', 'www.wix.com', 'evil.example'];
  const proxied = ['/_api/wix-privatemedia-proxy-server/v1/x', '/wix-privatemedia-proxy-server/v1'];
  const host = fc.constantFrom(...API_HOSTS, ...others);
  const wholePath = fc.oneof(fc.constantFrom(...MEDIA_PATHS, ...REST_PATHS, ...proxied), fc.webPath());

  test('a decided prefix is never contradicted by the whole path', () => {
    fc.assert(fc.property(host, wholePath, fc.nat(), (name, path, cut) => {
      const early = destinationOfPrefix({ host: name, pathPrefix: path.slice(0, cut % (path.length + 1)) });
      return early === 'unknown' || early === destinationOf({ host: name, path });
    }));
  });

  test('nothing throws', () => {
    const answers = (name: string, path: string | null) => [destinationOf({ host: name, path }), destinationOfPrefix({ host: name, pathPrefix: path ?? '' })];
    fc.assert(fc.property(fc.string(), fc.option(fc.string()), (name, path) => answers(name, path).every((answer) => typeof answer === 'string')));
  });
});
