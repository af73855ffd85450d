import { findKeyMatches } from '../key/grammar.js';
import { jscodeshiftFile } from './jscodeshift.js';
import { requireUnhooked } from './require-unhooked.js';

interface BabelNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly importKind?: string | null;
  readonly exportKind?: string | null;
  readonly optional?: boolean | null;
  readonly name?: string;
}

interface BabelParser {
  parse(text: string, options: Readonly<Record<string, unknown>>): object;
}

type Range = readonly [start: number, end: number];

const OPTIONS = {
  sourceType: 'unambiguous',
  allowReturnOutsideFunction: true,
  plugins: [['flow', { all: true }], 'jsx', 'decorators-legacy'],
};

// What a program does not run. A declaration of an enum runs, and stays.
const TYPES = /^(?:TypeAnnotation|TypeParameterDeclaration|TypeParameterInstantiation|TypeAlias|OpaqueType|Variance|InferredPredicate|InterfaceDeclaration|Declare\w+)$/;
const NO_CHILDREN = new Set(['loc', 'extra', 'leadingComments', 'trailingComments', 'innerComments']);

/**
 * The text with blanks in place of its Flow types, so that every offset stays what it was, as the parser of the user's jscodeshift
 * tells them. Null where there is no such parser, where it does not read the text either, and where a key stands in a type.
 */
export function withoutFlowTypes(text: string): string | null {
  const program = parse(text);
  if (program === null) return null;
  const types = typesIn(program, text);
  if (types.length === 0 || types.some(([start, end]) => findKeyMatches(text.slice(start, end)).length > 0)) return null;
  return withBlanks(text, types.toSorted(([one], [other]) => one - other));
}

function withBlanks(text: string, ranges: readonly Range[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    const from = Math.max(at, start);
    pieces.push(text.slice(at, from), text.slice(from, end).replaceAll(/[^\n\r\u2028\u2029]/g, ' '));
    at = Math.max(at, end);
  }
  return [...pieces, text.slice(at)].join('');
}

function parse(text: string): object | null {
  const jscodeshift = jscodeshiftFile('package.json');
  if (jscodeshift === null) return null;
  try {
    return (requireUnhooked('@babel/parser', jscodeshift) as BabelParser).parse(text, OPTIONS);
  } catch {
    return null;
  }
}

function typesIn(program: object, text: string): readonly Range[] {
  const ranges: Range[] = [];
  const pending: object[] = [program];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (isNode(at)) ranges.push(...typesOf(at, text));
    for (const [key, child] of Object.entries(at) as [string, unknown][]) if (isObject(child) && !NO_CHILDREN.has(key)) pending.push(child);
  }
  return ranges;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isNode(value: object): value is BabelNode {
  return 'type' in value && 'start' in value && 'end' in value;
}

function typesOf(node: BabelNode, text: string): readonly Range[] {
  const whole: Range = [node.start, node.end];
  const isOfTypes = [node.importKind, node.exportKind].some((kind) => kind === 'type' || kind === 'typeof');
  if (node.type === 'ImportSpecifier' && isOfTypes) return [[node.start, endWithComma(node, text)]];
  if (TYPES.test(node.type) || (/^(?:Import|Export)/.test(node.type) && isOfTypes)) return [whole];
  if (node.type === 'ClassImplements') return [[text.lastIndexOf('implements', node.start), node.end]];
  if (node.optional === true && node.type === 'Identifier') return [optionalMark(node, text)];
  return [];
}

/** A specifier that is taken out takes the comma behind it along. */
function endWithComma({ end }: BabelNode, text: string): number {
  return end + (/^\s*,/.exec(text.slice(end))?.[0].length ?? 0);
}

/** The `?` of `a?: string`. */
function optionalMark({ start, name = '' }: BabelNode, text: string): Range {
  const at = text.indexOf('?', start + name.length);
  return [at, at + 1];
}
