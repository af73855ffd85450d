import fc from 'fast-check';
import { expect, test } from 'vitest';
import { destinationOfUrl } from '../../../src/analysis/clients/urls.js';
import { joinTexts, writtenText } from '../../../src/analysis/values.js';
import { destinationOf } from '../../../src/catalogue/hosts.js';
import { readSource } from '../../../src/source/read-source.js';

const source = readSource(';', 'file.js');

/** Where a URL leads by the parser of the platform. */
function byParser(url: string): string {
  if (!URL.canParse(url)) return 'unknown';
  const { protocol, host, pathname } = new URL(url);
  return /^https?:$/u.test(protocol) ? destinationOf({ host, path: pathname }) : 'unknown';
}

function destinationOfText(url: string, goesOn = false): string {
  if (!('ast' in source)) return '';
  const text = writtenText(url, source.ast);
  return destinationOfUrl(goesOn ? joinTexts([text.pieces, [{ text: null, node: source.ast }]], true) : text);
}

const HOSTS = ['www.wixapis.com', 'manage.wix.com', 'upload.wixmp.com', 'my.wixsite.com', 'api.example.org', 'WWW.WIXAPIS.COM', '127.0.0.1', '0x7f.1', 'localhost', 'xn--bcher-kva.example', 'xn--a.com', 'a--b.com', '-a.com', 'a-.com', 'wixapis.com.', 'user@www.wixapis.com', 'www.wixapis.com:443', 'www.wixapis.com:8080', 'bücher.example', ''];
const PATHS = ['', '/', '/site-media/v1/files', '/v1/bulk/files/import', '/_api/a', '/stores/../site-media/v1', '/./site-media/', '/%73ite-media/v1', '\\site-media\\v1', '?a', '#b', '/site-media/v1?x=/y', '/a b', '//site-media/v1', '/v1/enterprise/\t'];

const label = fc.stringMatching(/^[a-zA-Z\d_-]{1,12}$/u);
const host = fc.oneof(fc.constantFrom(...HOSTS), fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.')));
const path = fc.oneof(fc.constantFrom(...PATHS), fc.string({ maxLength: 12 }).map((text) => `/${text.replace(/https?:/giu, '')}`));

test('a whole URL leads where the parser of the platform says', () => {
  fc.assert(fc.property(fc.constantFrom('http:', 'https:'), host, path, (scheme, at, rest) => {
    const url = `${scheme}//${at}${rest}`;
    expect(destinationOfText(url)).toBe(byParser(url));
  }), { numRuns: 5000 });
});

test.each([
  ['https://www.wixapis.com/site-media/v1/files', 'media-manager'],
  ['https://www.wixapis.com', 'rest'],
  ['https://www.wixapis.com.example.org/site-media/v1', 'foreign'],
  ['ftp://www.wixapis.com/site-media/v1', 'unknown'],
  ['/site-media/v1', 'unknown'],
])('%s leads to %s', (url, destination) => {
  expect(destinationOfText(url)).toBe(destination);
});

test.each([
  ['https://www.wixapis.com/site-media/', 'media-manager'],
  ['https://www.wixapis.com/si', 'unknown'],
  ['https://www.wixapis.com', 'unknown'],
  ['https://www.wixapis.com/', 'unknown'],
  ['https://www.wixapis.com/stores/v1', 'rest'],
  ['https://api.example.org/', 'foreign'],
  ['https://api.example.org', 'unknown'],
])('%s and more behind it leads to %s', (start, destination) => {
  expect(destinationOfText(start, true)).toBe(destination);
});
