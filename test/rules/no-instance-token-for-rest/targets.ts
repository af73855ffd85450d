import { instanceToken } from '../../fake-keys.js';

/** The token of the tables: its claims name a site. */
export const TOKEN = instanceToken(1);

/** The token as a string literal, marked as the place of a report. */
export const REPORTED = `«'${TOKEN}'»`;

/** The same literal where nothing is reported. */
export const SILENT = `'${TOKEN}'`;

/** Where a request goes, in the pieces that clients take: `url` is `origin + path`, `base + rest` too. */
export interface Target {
  readonly name: string;
  readonly host: string;
  readonly origin: string;
  readonly path: string;
  readonly url: string;
  readonly base: string;
  readonly rest: string;
  /** The token's literal, with or without a mark. */
  readonly key: string;
}

function target(name: string, { host, base, key }: { readonly host: string; readonly base: string; readonly key: string }): Target {
  const origin = `https://${host}`;
  const rest = '/files/generate-upload-url';
  return { name, host, origin, path: base + rest, url: origin + base + rest, base: origin + base, rest, key };
}

/** The Media Manager. */
export const MEDIA = target('Media Manager', { host: 'www.wixapis.com', base: '/site-media/v1', key: REPORTED });

/** What is none of the rule's business: another Wix API, another host, hosts that merely look like Wix's. */
export const OTHERS: readonly Target[] = [
  target('another Wix API', { host: 'www.wixapis.com', base: '/stores/v1', key: SILENT }),
  target('another host', { host: 'api.example.com', base: '/site-media/v1', key: SILENT }),
  target('a host that begins like Wix', { host: 'www.wixapis.com.evil.example', base: '/site-media/v1', key: SILENT }),
  target('a host that ends like Wix', { host: 'notwixapis.com', base: '/site-media/v1', key: SILENT }),
];

/** All of them. */
export const TARGETS: readonly Target[] = [MEDIA, ...OTHERS];

/** One row for the Media Manager and one for each other target. */
export function withTwins(name: string, write: (target: Target) => string): readonly (readonly [string, string])[] {
  return TARGETS.map((each) => [`${name}: ${each.name}`, write(each)] as const);
}
