import type { Asked } from '../evaluation/question.js';
import type { Files } from '../program.js';
import type { Value, Values } from '../values.js';

/** Nodes that only name what another file has. */
const NAMES = new Set<string>(['ImportSpecifier', 'ImportDefaultSpecifier', 'ImportNamespaceSpecifier', 'ExportSpecifier', 'Program', 'TSImportEqualsDeclaration']);

/** Values in which each text of another file remembers the first expression of the linted file that it came through. */
export function markedAt({ node, context }: Asked, values: Values, files: Files): Values {
  if (context.program !== files.main || NAMES.has(node.type)) return values;
  return values.some((value) => isForeign(value, files)) ? values.map((value) => marked(value, node, files)) : values;
}

function isForeign(value: Value, { main, programOf }: Files): boolean {
  return value.type === 'text' && value.pieces.some((piece) => piece.via === undefined && programOf(piece.node) !== main);
}

function marked(value: Value, via: Asked['node'], files: Files): Value {
  if (value.type !== 'text' || !isForeign(value, files)) return value;
  const pieces = value.pieces.map((piece) => (piece.via === undefined && files.programOf(piece.node) !== files.main ? { ...piece, via } : piece));
  return { ...value, pieces };
}
