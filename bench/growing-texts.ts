import { isEnvKeyName, isKeyName, isMediaManagerName } from '../src/catalogue/key-names.js';
import { parseEnv } from '../src/dotenv/parse-env.js';
import { classify } from '../src/key/classify.js';
import { findFault } from '../src/key/faults.js';
import { findKeyMatches, mayConcernKeys } from '../src/key/grammar.js';
import { redactText } from '../src/key/redact.js';
import { accountKey } from '../test/fake-keys.js';

const KEY = accountKey(22);

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  parseEnv, findKeyMatches, redactText, mayConcernKeys,
  classify: (text) => classify(`IST.${text}`),
  findFault: (text) => findFault(`Bearer IST.${text}`),
};

const namers: Readonly<Record<string, (text: string) => unknown>> = { isKeyName, isEnvKeyName, isMediaManagerName };

/** What a text may consist of, over and over. */
const PIECES = [
  'x', '!', '"', "'", '.', ' ', '\n', 'KEY="value" # c\n', 'A="x y\nB=\'x y\nC=`x y\n', '\\"   x', 'export\n', "x'a\u2028", 'a #\n', 'IST.', 'IST.eyJ', '"IST.eyJ', 'eyJ', 'eyJaaaaaaaaaa.', 'Bearer ', '\\u', '%20IST.',
  `A=${KEY}\n`, `${KEY} `, `${KEY}.`,
];
const NAMES = ['auth', 'key', 'keys', 'aA', '_', 'token', 'A', '1', 'media manager '];

/** Readers of a text that repeats a piece: what is read, and how. */
export const GROWING_TEXTS = [...rows(PIECES, readers), ...rows(NAMES, namers)];

function rows(pieces: readonly string[], all: Readonly<Record<string, (text: string) => unknown>>): { readonly name: string; readonly piece: string; readonly read: (text: string) => unknown }[] {
  return Object.entries(all).flatMap(([reader, read]) => pieces.map((piece) => ({ name: `${reader} of ${piece.length > 40 ? 'keys' : JSON.stringify(piece)}`, piece, read })));
}
