import type { TSESTree } from '@typescript-eslint/utils';
import type { TextEdit } from '../edit/text-edit.js';
import type { SourceFile } from '../source/source-file.js';
import { namesIn } from './names-in.js';

/** An export that a file is to import. */
export interface WantedImport {
  readonly module: string;
  readonly name: string;
  /** What to call it where its own name is taken in the file. */
  readonly otherwise: string;
}

/** The name that an import has in the file, and the edits that bring it: none where it is there already. */
export interface ImportedName {
  readonly local: string;
  readonly edits: readonly TextEdit[];
}

type ImportStatement = TSESTree.ImportDeclaration | TSESTree.TSImportEqualsDeclaration;

// What follows a statement on its line: space and comments, up to the end.
const REST_OF_LINE = /[^\S\r\n]*(?:\/\*[^\r\n]*?\*\/[^\S\r\n]*)*(?:\/\/[^\r\n]*)?(?=[\r\n]|$)/y;
// Comments that speak of the file and have to stay in front of its code.
const OF_FILE = /@(?:ts-(?:no)?check|flow|jsx|jest-|vitest-|license|preserve|file|format|noflow)|eslint-(?:disable|enable)\s|eslint-env|<reference|copyright|spdx/i;

/** Where and how a file writes an import more. */
interface ImportPlace {
  readonly at: number;
  readonly quote: string;
  readonly before: string;
  readonly behind: string;
}

const importStatements = new WeakMap<SourceFile['ast'], readonly ImportStatement[]>();
const importPlaces = new WeakMap<SourceFile['ast'], ImportPlace>();

/** An import of a file, under a name that nothing else in the file has. */
export function importedName(source: SourceFile, wanted: WantedImport): ImportedName {
  const names = namesIn(source);
  const known = importsIn(source).flatMap((statement) => localNames(statement, wanted)).find((local) => names.get(local) === 1);
  if (known !== undefined) return { local: known, edits: [] };
  const local = freeName(wanted, names);
  const clause = local === wanted.name ? local : `${wanted.name} as ${local}`;
  return { local, edits: [importEdit(source, clause, wanted.module)] };
}

function freeName({ name, otherwise }: WantedImport, names: ReadonlyMap<string, number>): string {
  if (!names.has(name)) return name;
  let free = otherwise;
  for (let at = 2; names.has(free); at++) free = `${otherwise}_${at}`;
  return free;
}

function importsIn({ ast }: SourceFile): readonly ImportStatement[] {
  const imports = importStatements.get(ast) ?? ast.body.filter((statement) => statement.type === 'ImportDeclaration' || statement.type === 'TSImportEqualsDeclaration');
  importStatements.set(ast, imports);
  return imports;
}

function localNames(statement: TSESTree.ProgramStatement, { module, name }: WantedImport): string[] {
  if (statement.type !== 'ImportDeclaration' || statement.source.value !== module || statement.importKind === 'type') return [];
  return statement.specifiers.flatMap((specifier) => {
    const isValue = specifier.type === 'ImportSpecifier' && specifier.importKind !== 'type';
    return isValue && specifier.imported.type === 'Identifier' && specifier.imported.name === name ? [specifier.local.name] : [];
  });
}

/** The import in a line of its own, in the file's quotes, line ends and use of semicolons: after the imports, else the directives, else the comments that speak of the file. */
function importEdit(source: SourceFile, clause: string, module: string): TextEdit {
  const place = importPlaces.get(source.ast) ?? findImportPlace(source);
  importPlaces.set(source.ast, place);
  const { at, quote, before, behind } = place;
  return { range: [at, at], text: `${before}import { ${clause} } from ${quote}${module}${quote}${behind}` };
}

function findImportPlace(source: SourceFile): ImportPlace {
  const { text, ast } = source;
  const imports = importsIn(source);
  const before = imports.at(-1) ?? ast.body.findLast((statement) => statement.type === 'ExpressionStatement' && Boolean(statement.directive));
  const model = before ?? ast.body[0];
  const quote = imports.some((statement) => /"\s*;?$/.test(textOf(statement, text))) ? '"' : "'";
  const end = model && !textOf(model, text).endsWith(';') && !/[{}]$/.test(textOf(model, text)) ? '' : ';';
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  if (!before) return { ...topPlace(source, end + lineEnd), quote };
  REST_OF_LINE.lastIndex = before.range[1];
  const rest = REST_OF_LINE.exec(text);
  return { at: before.range[1] + (rest?.[0].length ?? 0), quote, before: lineEnd + indentAt(before.range[0], text), behind: rest ? end : ';' };
}

/** In front of the code: behind the blanks that a block of a component has for the text before it. */
function topPlace(source: SourceFile, end: string): Omit<ImportPlace, 'quote'> {
  const code = source.text.search(/\S/);
  const at = Math.max(topOf(source), code);
  return { at, before: '', behind: end + (at === code ? indentAt(code, source.text) : '') };
}

/** The space in front of an offset that begins a line; none where the line began outside of the block. */
function indentAt(at: number, text: string): string {
  return /(?<=[\r\n])[^\S\r\n]*$/.exec(text.slice(0, at))?.[0] ?? '';
}

function textOf({ range }: TSESTree.Node, text: string): string {
  return text.slice(range[0], range[1]);
}

/** Behind `#!` and the comments in front that an empty line follows or that speak of the file. */
function topOf({ text, ast }: SourceFile): number {
  const first = ast.body[0]?.range[0] ?? text.length;
  let top = /^#![^\r\n]*\r?\n/.exec(text)?.[0].length ?? 0;
  for (const { range } of ast.comments ?? []) {
    const [, line = '', more = ''] = /^([^\S\r\n]*\r?\n)(\s*)/.exec(text.slice(range[1], first)) ?? [];
    const isOfFile = more.includes('\n') || OF_FILE.test(text.slice(range[0], range[1]));
    if (line !== '' && isOfFile) top = Math.max(top, range[1] + line.length);
  }
  return top;
}
