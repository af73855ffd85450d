import { UPLOAD_URL_CALLS, UPLOAD_URL_PATHS } from '../../catalogue/upload-urls.js';
import type { Root, Site, Value } from '../values.js';
import { knownStart } from '../values.js';
import type { Traffic } from './traffic.js';
import { urlsOf } from './http-urls.js';
import { answerOfUploadUrl } from './upload-url-names.js';

/** How many calls may lie between a request and the part of its answer that is asked about: `json()`, `then()`, … */
const MAX_CALLS = 8;

/** Whether a URL is (or begins with) the one that the Media Manager answers with, as the place to upload to. */
export function isUploadUrl(url: Value, traffic: Traffic): boolean {
  const first = url.type === 'text' ? (url.pieces.find(({ text }) => text !== '')?.value ?? null) : url;
  const answer = first && answerOfUploadUrl(first);
  return answer !== null && comesFromUploadCall(answer, traffic);
}

function comesFromUploadCall(root: Root, traffic: Traffic): boolean {
  let at = root;
  for (let calls = 0; at.type === 'call' && calls < MAX_CALLS; calls++) {
    const { callee, site } = at;
    if (UPLOAD_URL_CALLS.includes(callee.path.at(-1) ?? '') || asksForUploadUrl(site, traffic)) return true;
    at = callee.root;
  }
  return false;
}

function asksForUploadUrl(site: Site, traffic: Traffic): boolean {
  const sent = traffic.sentAt(site);
  return sent !== null && urlsOf(sent, traffic).some((url) => url.type === 'text' && UPLOAD_URL_PATHS.test(knownStart(url)));
}
