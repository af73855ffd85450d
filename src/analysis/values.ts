import type { TSESTree } from '@typescript-eslint/utils';
import type { CallNode, ClassNode, FunctionNode, SiteNode } from './nodes.js';
import type { Handing } from './calls/handing.js';
import type { Program } from './program.js';

type Node = TSESTree.Node;

/** A stretch of a text: what it says (null: not known) and the node that wrote it. `value` is what an unknown stretch came from. */
export interface Piece {
  readonly text: string | null;
  readonly node: Node;
  readonly value?: Value;
  /** For a stretch that another file wrote, the expression of the linted file that brought it in. */
  readonly via?: Node;
}

/** A string put together from pieces. `derived` says that it was cut, replaced or decoded, so that offsets into the pieces mean nothing. */
export interface TextValue {
  readonly type: 'text';
  readonly pieces: readonly Piece[];
  readonly derived: boolean;
}

/** An object, array, Map or Headers. `open` says that it may hold more than is listed. */
export interface ObjectValue {
  readonly type: 'object';
  readonly node: Node;
  readonly shape: 'array' | 'headers' | 'map' | 'object';
  readonly properties: ReadonlyMap<string, Values>;
  readonly open: boolean;
  /** For one that a literal or a constructor function makes, the context in which it did. */
  readonly context?: Context;
  /** For one that a constructor function makes, the `new`. */
  readonly site?: Site;
}

/** Where a reference begins: a module, a global, or the result of a call. */
export type Root =
  | { readonly type: 'call'; readonly site: Site; readonly callee: ReferenceValue }
  | { readonly type: 'global'; readonly name: string }
  | { readonly type: 'module'; readonly name: string };

/** A thing that is not written in this file, by the way it is reached: `axios.create` is module `axios`, path `['default', 'create']`. */
export interface ReferenceValue {
  readonly type: 'reference';
  readonly root: Root;
  readonly path: readonly string[];
  /** What reads it: the name, member or property of a pattern. */
  readonly node: Node;
}

/** A function of the source, and the context in which it was made. */
export interface FunctionValue {
  readonly type: 'function';
  readonly node: FunctionNode;
  readonly context: Context;
}

/** A class of the source, and the context in which it was made. */
export interface ClassValue {
  readonly type: 'class';
  readonly node: ClassNode;
  readonly context: Context;
}

/** An object of a class of the source. */
export interface InstanceValue {
  readonly type: 'instance';
  readonly node: ClassNode;
  /** That of its class. */
  readonly context: Context;
  /** Where it was made; null for any object of the class. */
  readonly site: Site | null;
}

/** `undefined` or `null`. */
export interface NothingValue {
  readonly type: 'nothing';
}

/** A value that cannot be known. Rules are silent on it. */
export interface UnknownValue {
  readonly type: 'unknown';
  readonly node: Node | null;
  /** Set where it is known to be `true` or `false`. */
  readonly truth?: boolean;
}

/** What an expression may evaluate to. */
export type Value =
  | ClassValue
  | FunctionValue
  | InstanceValue
  | NothingValue
  | ObjectValue
  | ReferenceValue
  | TextValue
  | UnknownValue;

/** A call in its context: the same call made on behalf of two callers is two sites. */
export interface Site {
  readonly node: CallNode;
  readonly context: Context;
}

/** The calls that led to a piece of code: who gave the functions around it their parameters and their `this`. */
export interface Context {
  readonly program: Program;
  /** The call of the innermost function around; null at the level of the file, where nothing is known of callers. */
  readonly frame: Frame | null;
  /** The context in which that function was made; null at the level of the file. */
  readonly outer: Context | null;
  /** How many calls lie between this and the level of a file. */
  readonly depth: number;
}

/** One call of a function of the source. */
export interface Frame {
  readonly owner: FunctionNode;
  readonly site: SiteNode;
  readonly caller: Context;
  /** What `this` is; null where it is not known. */
  readonly receiver: Value | null;
  readonly handing: Handing;
}

/** The alternatives of an expression: never empty, and never more than MAX_ALTERNATIVES. */
export type Values = readonly Value[];

/** Alternatives beyond this many are given up, so that cost stays linear. */
export const MAX_ALTERNATIVES = 24;

/** Pieces of a text beyond this many are given up; a key in a header stands in the first few. */
const MAX_PIECES = 128;

/** Of a text so many characters are followed, and the literal that they end in; no key or URL is longer. */
export const MAX_TEXT_LENGTH = 65_536;

/** A value that cannot be known, from nowhere in particular. */
export const UNKNOWN_VALUE: Value = { type: 'unknown', node: null };
export const UNKNOWN: Values = [UNKNOWN_VALUE];
export const NOTHING: Values = [{ type: 'nothing' }];

/** A value that cannot be known, remembered with the expression that gave it. */
export function unknownAt(node: Node): Values {
  return [{ type: 'unknown', node }];
}

/** A text that is written as it stands; of a huge one only the beginning is followed. */
export function writtenText(text: string, node: Node): TextValue {
  const pieces: Piece[] = [{ text: text.slice(0, MAX_TEXT_LENGTH), node }];
  if (text.length > MAX_TEXT_LENGTH) pieces.push({ text: null, node });
  return { type: 'text', pieces, derived: false };
}

/** All alternatives of several expressions, each once. */
export function union(...groups: readonly Values[]): Values {
  return unionOf(groups);
}

/** The same of expressions of which there may be more than a call has room for. */
export function unionOf(groups: Iterable<Values>): Values {
  const all = new Set<Value>();
  for (const group of groups) {
    for (const value of group) all.add(value);
    if (all.size > MAX_ALTERNATIVES) return [...[...all].slice(0, MAX_ALTERNATIVES - 1), ...UNKNOWN];
  }
  return [...all];
}

/** Of an object this many members are copied into another, so that a chain of copies stays linear. */
const MAX_COPIED = 200;

/** The members that a copy of an object takes over, and whether some were left behind or were never known. */
export function copyOf(value: ObjectValue): { readonly members: readonly (readonly [string, Values])[]; readonly open: boolean } {
  if (value.properties.size <= MAX_COPIED) return { members: [...value.properties], open: value.open };
  const members: (readonly [string, Values])[] = [];
  for (const member of value.properties) {
    if (members.length === MAX_COPIED) break;
    members.push(member);
  }
  return { members, open: true };
}

/** What a text says, or null where a piece of it is not known. */
export function knownText(value: Value): string | null {
  if (value.type !== 'text' || value.pieces.some((piece) => piece.text === null)) return null;
  return value.pieces.map((piece) => piece.text).join('');
}

/** What the first alternative says; null where it is no known text. */
export function firstText([first]: Values): string | null {
  return first ? knownText(first) : null;
}

/** What a text begins with, up to its first unknown piece. */
export function knownStart(value: TextValue): string {
  const unknown = value.pieces.findIndex((piece) => piece.text === null);
  const known = unknown === -1 ? value.pieces : value.pieces.slice(0, unknown);
  return known.map((piece) => piece.text).join('');
}

/** The pieces that a value gives to a text it is put into. */
export function piecesOf(value: Value, node: Node): readonly Piece[] {
  return value.type === 'text' ? value.pieces : [{ text: null, node, value }];
}

/** One text after the other. */
export function joinTexts(parts: readonly (readonly Piece[])[], derived: boolean): TextValue {
  const pieces: Piece[] = [];
  let length = 0;
  for (const part of parts) {
    for (const piece of part) {
      if (pieces.length === MAX_PIECES || length > MAX_TEXT_LENGTH) return { type: 'text', pieces: [...pieces, { text: null, node: piece.node }], derived };
      pieces.push(piece);
      length += piece.text?.length ?? 0;
    }
  }
  return { type: 'text', pieces, derived };
}
