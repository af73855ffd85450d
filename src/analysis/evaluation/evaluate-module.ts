import type { TSESTree } from '@typescript-eslint/utils';
import { rootOf } from '../calls/context.js';
import { exportsOf, isModule, type Exported } from '../files/exports.js';
import { endOf } from '../file-index.js';
import { commonjsWritesIn } from '../files/commonjs.js';
import { heldValues } from './evaluate-name.js';
import { membersNamed } from './evaluate-object.js';
import type { Question } from './question.js';
import { spreadInto } from './spread.js';
import type { Program } from '../program.js';
import { UNKNOWN, unionOf, unknownAt, type Context, type ObjectValue, type Values } from '../values.js';

type Node = TSESTree.Node;
type Import = TSESTree.ImportClause | TSESTree.TSImportEqualsDeclaration;

/** What a module is loaded for: the member that is wanted (none: all of it), and the expression that loads it. */
interface Load {
  readonly path: readonly string[];
  readonly node: Node;
  readonly context: Context;
}

/** What an import brings: what another file of the project exports, else a reference to a thing from elsewhere. */
export function* importedValues(node: Import, context: Context): Question {
  if (node.type === 'TSImportEqualsDeclaration') {
    const { moduleReference } = node;
    return moduleReference.type === 'TSExternalModuleReference' ? yield* fromSource(moduleReference.expression, { path: [], node, context }) : UNKNOWN;
  }
  return node.parent.type === 'ImportDeclaration' ? yield* fromSource(node.parent.source, { path: nameOf(node), node, context }) : UNKNOWN;
}

function nameOf(node: TSESTree.ImportClause): readonly string[] {
  switch (node.type) {
    case 'ImportDefaultSpecifier': return ['default'];
    case 'ImportNamespaceSpecifier': return [];
    default: return [textOf(node.imported)];
  }
}

function textOf(name: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return name.type === 'Identifier' ? name.name : name.value;
}

/** `export { name } from './file.js'`. */
export function* reexportedValues(node: TSESTree.ExportSpecifier, context: Context): Question {
  const { source } = node.parent;
  return source ? yield* fromSource(source, { path: [textOf(node.local)], node, context }) : UNKNOWN;
}

function* fromSource(source: Node, load: Load): Question {
  return source.type === 'Literal' && typeof source.value === 'string' ? yield* valuesOfModule(source.value, load) : UNKNOWN;
}

/** What a module gives under a name, or as a whole. */
export function* valuesOfModule(name: string, { path, node, context }: Load): Question {
  const program = context.program.world.files?.imported(name, context.program);
  const [member] = path;
  const found = program ? yield* (member === undefined ? wholeOf(program, node) : exportedValues(program, member)) : [];
  const isKnown = found.some(({ type }) => type !== 'unknown' && type !== 'nothing');
  return isKnown ? found : [{ type: 'reference', root: { type: 'module', name }, path, node }];
}

function* wholeOf(program: Program, node: Node): Question {
  const whole = yield { node: program.index.source.ast, context: rootOf(program) };
  if (isModule(program.index) || node.type === 'CallExpression') return whole;
  // To a module, what a script exports is also its default.
  return whole.map((value) => (value.type === 'object' && !value.properties.has('default') ? { ...value, properties: new Map([...value.properties, ['default', whole]]) } : value));
}

/** What a file exports as a whole: the namespace of a module, the `module.exports` of a script. */
export function* moduleValues(context: Context): Question {
  const { program } = context;
  if (!isModule(program.index)) return yield* commonjsValues(program);
  const properties = new Map<string, Values>();
  const table = exportsOf(program.index);
  let open = false;
  for (const source of table.stars) {
    const other = program.world.files?.imported(source, program);
    open = (other ? spreadInto(properties, yield { node: other.index.source.ast, context: rootOf(other) }) : true) || open;
  }
  properties.delete('default');
  for (const name of table.named.keys()) properties.set(name, yield* exportedValues(program, name));
  return [{ type: 'object', node: program.index.source.ast, shape: 'object', properties, open }];
}

/** What a file exports under a name; empty where it does not. */
function* exportedValues(program: Program, name: string, seen: ReadonlySet<Program> = new Set()): Question {
  if (seen.has(program)) return [];
  if (!isModule(program.index)) return yield* memberOfScript(program, name);
  const { named, stars } = exportsOf(program.index);
  const exported = named.get(name);
  if (exported) return yield* valuesExported(exported, program);
  const groups: Values[] = [];
  for (const source of name === 'default' ? [] : stars) {
    const other = program.world.files?.imported(source, program);
    if (other) groups.push(yield* exportedValues(other, name, new Set([...seen, program])));
  }
  return unionOf(groups);
}

function* valuesExported(exported: Exported, program: Program): Question {
  const context = rootOf(program);
  switch (exported.type) {
    case 'expression': return yield { node: exported.node, context };
    case 'namespace': return yield* valuesOfModule(exported.source, { path: [], node: program.index.source.ast, context });
    case 'variable': {
      const variable = program.index.variableOf(exported.node);
      return variable ? yield* heldValues(variable, { context, read: endOf(program.index) }) : UNKNOWN;
    }
  }
}

function* memberOfScript(program: Program, name: string): Question {
  const whole = yield { node: program.index.source.ast, context: rootOf(program) };
  const own = unionOf(yield* membersNamed(whole, name, { context: rootOf(program), read: null })).filter(({ type }) => type !== 'nothing' && type !== 'unknown');
  return own.length === 0 && name === 'default' ? whole : own;
}

/** What `module.exports` holds when a script has run. */
function* commonjsValues(program: Program): Question {
  const context = rootOf(program);
  const { whole, members, merged } = commonjsWritesIn(program.index);
  const bases = whole ? yield { node: whole, context } : [];
  const properties = new Map<string, Values>();
  let open = false;
  for (const node of merged) open = spreadInto(properties, yield { node, context }) || open;
  for (const [name, node] of members) properties.set(name, yield { node, context });
  const added: ObjectValue = { type: 'object', node: program.index.source.ast, shape: 'object', properties, open };
  if (!whole) return properties.size > 0 || open ? [added] : unknownAt(program.index.source.ast);
  if (properties.size === 0) return bases;
  return bases.some(({ type }) => type === 'object') ? bases.map((base) => (base.type === 'object' ? { ...base, properties: new Map([...base.properties, ...properties]) } : base)) : [...bases, added];
}
