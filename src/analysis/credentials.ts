import { isApiKeyName, isWixKeyName } from '../catalogue/key-names.js';
import type { Key } from '../key/classify.js';
import type { Evaluator } from './evaluation/evaluator.js';
import { variableRead, type VariableRead } from './env-reads.js';
import { keyInText, type KeyNode } from './key-texts.js';
import { knownStart, type TextValue, type Value, type Values } from './values.js';

interface Part {
  /** The value it stands in, as it is sent. */
  readonly value: Value;
  /** What is sent in front of it, such as `Bearer `. */
  readonly before: string;
}

/** A key that is written, whole or not. */
export interface WrittenCredential extends Part {
  readonly type: 'written';
  readonly key: Key;
  /** The literal, in whatever file. */
  readonly node: KeyNode;
}

/** What is read from the environment or from the Secrets Manager. */
export interface ReadCredential extends Part, VariableRead {
  readonly type: 'read';
}

/** What authorizes, as far as it is known. */
export type Credential = ReadCredential | WrittenCredential;

/** Every credential among values. */
export function credentialsIn(values: Values, evaluator: Evaluator): readonly Credential[] {
  return values.flatMap((value) => {
    const credential = value.type === 'text' ? credentialInText(value, evaluator) : readIn(value, { value, before: '' }, evaluator);
    return credential ?? [];
  });
}

function credentialInText(text: TextValue, evaluator: Evaluator): Credential | null {
  const before = knownStart(text);
  const written = keyInText(text);
  if (written) return { type: 'written', key: written.key, node: written.node, value: text, before: before.slice(0, written.key.start) };
  const unknown = /^\s*(?:bearer\s+)*$/iu.test(before) ? text.pieces.find((piece) => piece.text === null)?.value : undefined;
  return unknown ? readIn(unknown, { value: text, before }, evaluator) : null;
}

function readIn(value: Value, part: Part, evaluator: Evaluator): ReadCredential | null {
  const read = value.type === 'reference' ? variableRead(value, evaluator) : null;
  return read && { type: 'read', ...read, ...part };
}

/** Whether it is a key of an account: an access token, which lasts an hour and names its site itself, is none. */
export function isApiKey(credential: Credential): boolean {
  if (credential.type === 'read') return isApiKeyName(credential.variable);
  const { kind, form } = credential.key;
  return (kind === 'ist' || kind === 'jws') && form !== 'placeholder' && form !== 'prefix';
}

/** Whether it is known to be a credential of Wix's, whatever it is used for. */
export function isOfWix(credential: Credential): boolean {
  if (credential.type === 'read') return isWixKeyName(credential.variable);
  return credential.key.form === 'whole' || credential.key.form === 'truncated';
}
