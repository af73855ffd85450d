import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** The project's folder. */
export const PROJECT = join(import.meta.dirname, '..');

/** One import, re-export, `require` or resolved path of a file. */
export interface Import {
  /** A path from the project's folder for a file of it, else the specifier. */
  readonly to: string;
  /** Whether it is gone after compilation. */
  readonly isType: boolean;
}

/** The TypeScript and JavaScript files below a folder of the project, as paths from the project's folder with `/`; none of a folder that git has not. */
export function sourcesIn(folder: string): string[] {
  if (!existsSync(join(PROJECT, folder))) return [];
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !path.includes('node_modules'))
    .sort();
}

/** The syntax tree of a file of the project, with parents. */
export function treeOf(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(PROJECT, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

/** All that a file imports, in whatever form. */
export function importsOf(file: string): Import[] {
  return nodesIn(treeOf(file)).flatMap((node) => {
    const found = importAt(node);
    return found ? [{ ...found, to: found.to.startsWith('.') ? pathOf(found.to, file) : found.to }] : [];
  });
}

/** A node and all below it. */
export function nodesIn(node: ts.Node): ts.Node[] {
  const below: ts.Node[] = [];
  ts.forEachChild(node, (child) => { below.push(...nodesIn(child)); });
  return [node, ...below];
}

function importAt(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node)) return { to: textOf(node.moduleSpecifier), isType: hasOnlyTypes(node.importClause) };
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier ? { to: textOf(node.moduleSpecifier), isType: node.isTypeOnly } : null;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? { to: textOf(node.argument.literal), isType: true } : null;
  if (ts.isExternalModuleReference(node)) return { to: textOf(node.expression), isType: false };
  const [argument] = ts.isCallExpression(node) ? node.arguments : [];
  return argument && ts.isStringLiteralLike(argument) && ts.isCallExpression(node) && isLoader(node.expression) ? { to: argument.text, isType: false } : null;
}

function hasOnlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return clause !== undefined;
  const { name, namedBindings } = clause;
  return !name && namedBindings !== undefined && ts.isNamedImports(namedBindings) && namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

/** `import(…)`, `require(…)`, `createRequire(…)(…)` and `.resolve(…)` of the latter two. */
function isLoader(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text === 'resolve' && isLoader(callee.expression);
  if (ts.isCallExpression(callee)) return ts.isIdentifier(callee.expression) && callee.expression.text === 'createRequire';
  return ts.isIdentifier(callee) && callee.text === 'require';
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : node.getText();
}

function pathOf(specifier: string, file: string): string {
  return posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts');
}
