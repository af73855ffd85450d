import { UPLOAD_URL_MEMBER } from '../../catalogue/upload-urls.js';
import type { CallNode } from '../nodes.js';
import { ownerOf, withoutMethods } from '../unchanged-texts.js';
import type { ReferenceValue, Root, Value } from '../values.js';

/** Methods of a URL, or of its text, whose result goes to the same host. */
const SAME_HOST = new Set(['concat', 'normalize', 'toString', 'trim', 'trimEnd', 'trimStart', 'valueOf']);

/** The answer that a URL to upload to is a member of, by its name; null for any other value. */
export function answerOfUploadUrl(value: Value): Root | null {
  const url = value.type === 'reference' ? urlBehind(value) : null;
  return url?.path.at(-1) === UPLOAD_URL_MEMBER ? url.root : null;
}

/** What `new URL(url).href`, `url.toString()` and their like are made from. */
function urlBehind(reference: ReferenceValue): ReferenceValue {
  let at = withoutMethods(reference, keepsHost);
  while (at.path.at(-1) === 'href') at = withoutMethods(ownerOf(at), keepsHost);
  return at;
}

/** What is replaced by another text is no part of a host where it says neither a dot nor a slash. */
function keepsHost(method: string, { arguments: given }: CallNode): boolean {
  return SAME_HOST.has(method) || (/^replace(?:All)?$/.test(method) && given.every((each) => each.type === 'Literal' && !/[./\\]/.test(each.raw.slice(1, -1))));
}
