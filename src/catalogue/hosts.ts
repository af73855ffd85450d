/** Where a request goes: Wix's Media Manager, another Wix API, Wix's upload and download hosts (no key belongs there), or a host that is not Wix's. */
export type Destination = 'media-manager' | 'rest' | 'upload' | 'foreign';

interface HostFacts {
  /** Whole host names; one that begins with a dot stands for every host below it. */
  readonly hosts: readonly string[];
  /** What the paths of the Media Manager begin with. */
  readonly media?: readonly string[];
  /** Whole paths of the Media Manager beside those. */
  readonly mediaPaths?: readonly string[];
  /** What the paths of other APIs begin with. */
  readonly rest?: readonly string[];
  /** What every other path is. */
  readonly otherwise: Destination | 'unknown';
}

const PROXY = '/_api/wix-privatemedia-proxy-server/';
const BARE_PROXY = '/wix-privatemedia-proxy-server/';
const ENTERPRISE_PROXY = '/_api/enterprise-public-media-server/';

// The first row with the host counts.
const HOSTS: readonly HostFacts[] = [
  {
    // @wix/sdk@1.21.16 build/common.js (www, edge); @wix/sdk@1.10.2 (readonly, GET only). Paths: @wix/auto_sdk_media_files@1.0.101
    // build/es/index.mjs; the enterprise services have no prefix on this host: @wix/auto_sdk_media_enterprise-media-items@1.0.41
    hosts: ['www.wixapis.com', 'edge.wixapis.com', 'readonly.wixapis.com'],
    media: ['/site-media/', '/v1/enterprise/', '/v1/bulk/enterprise/'],
    mediaPaths: ['/v1/bulk/files/import'],
    otherwise: 'rest',
  },
  {
    // @wix/auto_sdk_media_files@1.0.101 resolveComWixMediaSiteMediaV1FilesServiceUrl; `_base_domain_` and the aliases:
    // @wix/sdk-runtime@1.0.25 build/rest-modules.js
    hosts: [
      'manage.wix.com', 'manage.editorx.com', 'payments.base44.com', 'editor.wix.com', 'editor.editorx.com', 'create.editorx.com',
      'blocks.wix.com', 'blocks.editorx.com', 'apps.wix.com', 'apps.editorx.com', 'platform.rise.ai', '.dev.wix-code.com',
    ],
    media: [PROXY, ENTERPRISE_PROXY],
    rest: ['/_api/'],
    otherwise: 'unknown',
  },
  {
    // The same table: back office, and the `_` row of user sites as far as their domain is known
    hosts: [
      'bo.wix.com', 'bo.editorx.com', 'wixbo.ai', 'wix-bo.com',
      'api.42.wixprod.net', 'api.uw2-edt-1.wixprod.net', 'api.virginia-edt.wixprod.net',
    ],
    media: [BARE_PROXY, ENTERPRISE_PROXY],
    rest: ['/_api/'],
    otherwise: 'unknown',
  },
  { hosts: ['.wixsite.com'], media: [BARE_PROXY], otherwise: 'foreign' },
  {
    // dev.wix.com/docs/rest/assets/media/media-manager/files/upload-api: "No additional authorization is needed"; download hosts and
    // CDN: wix-rest-docs@c0e4ada8 site-media service.json. files.wix.com: legacy editor media service, takes a site token
    hosts: ['.wixmp.com', '.wixstatic.com', 'files.wix.com'],
    otherwise: 'upload',
  },
  // Wix's own, with no API known to take a key: neither reported nor trusted
  { hosts: ['wix.com', '.wix.com', 'editorx.com', '.editorx.com', 'wixapis.com', '.wixapis.com'], otherwise: 'unknown' },
];

/** The destination of a URL by its host (lower case, with or without port) and its path without query; a path of null is not known. */
export function destinationOf(url: { readonly host: string; readonly path: string | null }): Destination | 'unknown' {
  const { host, path } = url;
  if (path === null) return destinationOfPrefix({ host, pathPrefix: '' });
  const facts = findHost(host);
  if (facts === null) return host === '' ? 'unknown' : 'foreign';
  if (beginsWithOne(path, facts.media) || facts.mediaPaths?.includes(path) === true) return 'media-manager';
  return beginsWithOne(path, facts.rest) ? 'rest' : facts.otherwise;
}

/** The destination of a URL of whose path only the beginning is known; 'unknown' where the rest of the path can still decide. */
export function destinationOfPrefix(url: { readonly host: string; readonly pathPrefix: string }): Destination | 'unknown' {
  const { host, pathPrefix } = url;
  const facts = findHost(host);
  if (facts === null) return host === '' ? 'unknown' : 'foreign';
  if (beginsWithOne(pathPrefix, facts.media)) return 'media-manager';
  const open = [...(facts.media ?? []), ...(facts.mediaPaths ?? []), ...(facts.rest ?? [])];
  if (open.some((path) => path !== pathPrefix && path.startsWith(pathPrefix))) return 'unknown';
  if (facts.mediaPaths?.includes(pathPrefix) === true) return 'unknown';
  return beginsWithOne(pathPrefix, facts.rest) ? 'rest' : facts.otherwise;
}

function findHost(host: string): HostFacts | null {
  const bare = host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  if (!/^[a-z\d._-]+$/.test(bare)) return null;
  return HOSTS.find(({ hosts }) => hosts.some((known) => isHost(bare, known))) ?? null;
}

function isHost(host: string, known: string): boolean {
  return known.startsWith('.') ? host.endsWith(known) && host.length > known.length : host === known;
}

function beginsWithOne(path: string, beginnings: readonly string[] = []): boolean {
  return beginnings.some((beginning) => path.startsWith(beginning));
}
