import type { TSESTree } from '@typescript-eslint/utils';
import type { ParseResult, ParserOptions } from 'oxc-parser';
import { Lines, Location } from './lines.js';
import { nestsDeeperThan } from './nesting.js';
import { parser, scopes } from './parser.js';
import type { SourceFile } from './source-file.js';

/** Why no parser reads a file. */
export interface Unreadable {
  readonly type: 'unreadable';
  /** One sentence without any source text. */
  readonly reason: string;
  /** Counted from 1; null where unknown. */
  readonly line: number | null;
}

type Lang = NonNullable<ParserOptions['lang']>;
type SourceType = 'commonjs' | 'module';

interface Attempt {
  readonly lang: Lang;
  readonly sourceType: SourceType;
}

interface Reading extends Attempt {
  readonly result: ParseResult;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenNode = Mutable<Pick<TSESTree.Node, 'loc' | 'range' | 'type'>> & { parent?: OpenNode } & Record<string, unknown>;

// The parser is native and ends the process where its stack does: at 670 parentheses on the smallest stack in use (1 MB), at 5,000 on the usual.
const DEEPEST = 500;
// The parser has null for what typescript-eslint has undefined.
const OPTIONAL = new Set(['constraint', 'default', 'initializer', 'returnType', 'superTypeArguments', 'typeAnnotation', 'typeArguments', 'typeParameters']);
const NULLABLE = new Set(['TSImportType', 'TSTypePredicate']);
// The parser would get U+FFFD in its place.
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * A text as the analysis sees it, or why not. JavaScript with JSX or types, TypeScript and declaration files are told apart by the name of the file, then by trying;
 * modules, and sloppy scripts with a `return` at the top, by trying. The text is taken as it is: ranges are UTF-16 offsets into `text`, a byte order mark counts as its
 * first character and a hashbang is a line comment, so that edits at the ranges change the text of the file and nothing else. Not valid but readable code
 * (a name declared or exported twice) is read.
 */
export function readSource(text: string, filename: string): SourceFile | Unreadable {
  return readingOf(text, filename, (reading) => sourceOf(reading, text));
}

const trees = new WeakMap<Lines, TSESTree.Program>();

/** The tree that a node is of, where it was read here; null where another parser made it. */
export function treeOf({ loc }: TSESTree.Node): TSESTree.Program | null {
  const lines = Location.linesOf(loc);
  return lines && (trees.get(lines) ?? null);
}

/** Whether `readSource` would read the text; a third of its work. */
export function isReadable(text: string, filename: string): boolean {
  return readingOf(text, filename, () => true) === true;
}

/** What is made of the first reading of a text that has no fault, or that is whole all the same. */
function readingOf<T>(text: string, filename: string, make: (reading: Reading) => T): T | Unreadable {
  if (nestsDeeperThan(text, DEEPEST)) return unreadable('The code is nested too deeply.');
  if (LONE_SURROGATE.test(text)) return unreadable('The text is not valid Unicode.');
  try {
    // The parser takes no hashbang behind a byte order mark.
    const code = text.replace(/^(\uFEFF?)#!/u, '$1//');
    const readings: Reading[] = [];
    for (const attempt of attemptsAt(filename)) {
      const reading = { ...attempt, result: parser().parseSync(filename, code, { ...attempt, astType: 'ts', range: true, preserveParens: false }) };
      if (reading.result.errors.length === 0) return make(reading);
      readings.push(reading);
    }
    const whole = readings.find(({ result }) => isWhole(result, code));
    if (whole) return make(whole);
    const at = readings[0]?.result.errors[0]?.labels[0]?.start;
    return unreadable('The syntax is neither JavaScript nor TypeScript.', at === undefined ? null : new Lines(text).positionAt(at).line);
  } catch (error) {
    return unreadable(error instanceof RangeError ? 'The code is nested too deeply.' : 'The parser failed.');
  }
}

/** The ways to read a file of that name, likeliest first. */
function attemptsAt(filename: string): readonly Attempt[] {
  const sourceTypes: readonly SourceType[] = /\.c[jt]s$/iu.test(filename) ? ['commonjs', 'module'] : ['module', 'commonjs'];
  return langsOf(filename).flatMap((lang) => sourceTypes.map((sourceType) => ({ lang, sourceType })));
}

function langsOf(filename: string): readonly Lang[] {
  if (/\.d(?:\.[^./\\]+)?\.[cm]?ts$/iu.test(filename)) return ['dts', 'ts'];
  if (/\.[cm]?ts$/iu.test(filename)) return ['ts', 'tsx'];
  return /\.tsx$/iu.test(filename) ? ['tsx', 'ts'] : ['jsx', 'tsx', 'ts'];
}

/** Whether the tree is of the whole text all the same: the errors are of meaning, and the parser went on. */
function isWhole({ program, comments }: ParseResult, code: string): boolean {
  const last = program.body.at(-1);
  if (!last) return false;
  const behind = comments.filter(({ start }) => start >= last.end);
  const starts = [...behind.map(({ start }) => start), code.length];
  const ends = [last.end, ...behind.map(({ end }) => end)];
  return ends.every((end, at) => /^[\s;]*$/u.test(code.slice(end, starts[at])));
}

function sourceOf({ sourceType, result }: Reading, text: string): SourceFile {
  const lines = new Lines(text);
  const ast = result.program as unknown as TSESTree.Program;
  ast.comments = result.comments.map(({ type, value, start, end }) => {
    const comment: unknown = { type, value, range: [start, end], loc: new Location([start, end], lines) };
    return comment as TSESTree.Comment;
  });
  connect(ast as unknown as OpenNode, lines);
  trees.set(lines, ast);
  const isModule = sourceType === 'module';
  return { text, ast, scopeManager: scopes().analyze(ast, { sourceType: isModule ? 'module' : 'script', globalReturn: !isModule }), visitorKeys: parser().visitorKeys };
}

/** Gives every node its parent and its place in lines, and leaves out what typescript-eslint leaves out; without recursion. */
function connect(root: OpenNode, lines: Lines): void {
  const { visitorKeys } = parser();
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    node.loc = new Location(node.range, lines);
    if (node.type === 'ExpressionStatement') node.directive ??= undefined;
    for (const key of visitorKeys[node.type] ?? []) {
      if (OPTIONAL.has(key) && !NULLABLE.has(node.type)) node[key] ??= undefined;
      for (const child of childrenAt(node[key])) {
        child.parent = node;
        pending.push(child);
      }
    }
  }
}

function childrenAt(member: unknown): readonly OpenNode[] {
  if (Array.isArray(member)) return member.filter((each) => each !== null) as OpenNode[];
  return typeof member === 'object' && member !== null ? [member as OpenNode] : [];
}

function unreadable(reason: string, line: number | null = null): Unreadable {
  return { type: 'unreadable', reason, line };
}
