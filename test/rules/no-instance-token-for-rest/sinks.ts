import { MEDIA, OTHERS, type Target } from './targets.js';

/** A place where a value authorizes something: what stands at the top of the file, and the statement that takes an expression. */
export interface Sink {
  readonly name: string;
  readonly before: string;
  readonly send: (expression: string) => string;
}

/** Puts an expression where a test wants it to be reported, or leaves it as it is. */
export type Mark = (code: string) => string;

/** Marks it. */
export const marked: Mark = (code) => `«${code}»`;

/** Leaves it. */
export const plain: Mark = (code) => code;

function fetchSink({ name, url }: Target): Sink {
  return { name: `fetch, ${name}`, before: '', send: (expression) => `fetch('${url}', { method: 'POST', headers: { Authorization: ${expression} } });` };
}

function sdkSink(name: string, module: string): Sink {
  return {
    name: `SDK, ${name}`,
    before: `import { createClient, ApiKeyStrategy } from '@wix/sdk';\nimport { files } from '${module}';`,
    send: (expression) => `createClient({ modules: { files }, auth: ApiKeyStrategy({ apiKey: ${expression}, siteId: 'site' }) });`,
  };
}

function axiosSink({ name, url }: Target): Sink {
  return { name: `axios, ${name}`, before: `import axios from 'axios';`, send: (expression) => `axios.post('${url}', {}, { headers: { 'authorization': ${expression} } });` };
}

function xhrSink({ name, url }: Target): Sink {
  return { name: `XMLHttpRequest, ${name}`, before: `const xhr = new XMLHttpRequest();\nxhr.open('POST', '${url}');`, send: (expression) => `xhr.setRequestHeader('Authorization', ${expression});` };
}

const NAMED: Sink = {
  name: 'a client by its name',
  before: `import { WixMediaManager } from './wix-media-manager.js';`,
  send: (expression) => `new WixMediaManager({ apiKey: ${expression} });`,
};

/** Sinks of the Media Manager. */
export const MEDIA_SINKS: readonly Sink[] = [fetchSink(MEDIA), sdkSink('files', '@wix/media'), axiosSink(MEDIA), xhrSink(MEDIA), NAMED];

/** Sinks that are none of the rule's business. */
export const OTHER_SINKS: readonly Sink[] = [...OTHERS.map(fetchSink), sdkSink('products', '@wix/stores'), ...OTHERS.slice(1, 2).map(axiosSink), ...OTHERS.slice(1, 2).map(xhrSink)];
