import type { TSESTree } from '@typescript-eslint/utils';
import type { Reference, ScopeManager, Variable } from '@typescript-eslint/scope-manager';
import { HARMLESS_GLOBALS } from '../../catalogue/harmless-calls.js';
import { mayAuthorize, mayConcernKeys } from '../../key/grammar.js';
import type { FileIndex } from '../file-index.js';
import { groupBy } from '../group-by.js';
import type { Program } from '../program.js';

type Node = TSESTree.Node;
type Statement = TSESTree.ProgramStatement;

/** A statement directly below the program uses a name that others may use as well: of a variable of the file, or of a global. */
interface Use {
  readonly name: Variable | string;
  readonly statement: Statement;
}

/** The nodes of a list, all of one file, for which a key may matter: the others stand in statements that share no name, directly or by more statements, with any that speaks of keys, takes in another file (that is read) or is called by one. */
export function whereKeysMatter<N extends Node>(nodes: readonly N[], { index, calledByOthers }: Pick<Program, 'calledByOthers' | 'index'>): readonly N[] {
  const statements = concernedIn(index, calledByOthers());
  if (statements === null) return nodes;
  const known = matters.get(statements) ?? new Map<readonly Node[], readonly Node[]>();
  matters.set(statements, known);
  const matter = (known.get(nodes) as readonly N[] | undefined) ?? nodes.filter((node) => isAmong(node, statements, index));
  known.set(nodes, matter);
  return matter;
}

/** Whether a key may matter for what is in a node. */
export function mayKeysMatter(node: Node, { index, calledByOthers }: Pick<Program, 'calledByOthers' | 'index'>): boolean {
  const statements = concernedIn(index, calledByOthers());
  return statements === null || isAmong(node, statements, index);
}

function isAmong(node: Node, statements: ReadonlySet<Statement>, { source: { ast: { body } } }: FileIndex): boolean {
  const statement = statementAt(node, body);
  return statement === null || statements.has(statement);
}

// By the lists of an index, which are asked about by each program of the file.
const matters = new WeakMap<ReadonlySet<Statement>, Map<readonly Node[], readonly Node[]>>();

interface Concern {
  readonly uses: readonly Use[];
  readonly statements: ReadonlySet<Statement>;
}

const found = new WeakMap<FileIndex, Concern | null>();

/** Null where all may be. */
function concernedIn(index: FileIndex, calledByOthers: readonly Node[]): ReadonlySet<Statement> | null {
  const concern = found.get(index) ?? findConcerned(index);
  found.set(index, concern);
  if (concern === null) return null;
  const called = calledByOthers.flatMap((owner) => statementAt(owner, index.source.ast.body) ?? []).filter((statement) => !concern.statements.has(statement));
  return called.length > 0 ? reachedFrom([...concern.statements, ...called], concern.uses) : concern.statements;
}

function findConcerned(index: FileIndex): Concern | null {
  const { ast: { body }, text, scopeManager, isAlone = false } = index.source;
  const isInOrder = body.every(({ range }, at) => (body[at - 1]?.range[1] ?? 0) <= range[0]);
  if (body.length < 2 || !isInOrder || !scopeManager) return null;
  const uses = usesIn(index);
  const importing = new Set<Use['name']>(declaredIn(scopeManager).filter(({ defs }) => defs.some(({ type }) => type === 'ImportBinding')));
  const imported = isAlone ? [] : uses.filter(({ name }) => importing.has(name));
  const speaking = body.filter((statement) => {
    const own = isList(statement) ? '' : text.slice(...statement.range);
    return mayMatter(own) || (!isAlone && OTHER_FILES.test(own));
  });
  return { uses, statements: reachedFrom([...imported.map(({ statement }) => statement), ...speaking], uses) };
}

const OTHER_FILES = /\b(?:import|require)\b/;

function mayMatter(text: string): boolean {
  return mayConcernKeys(text) || mayAuthorize(text);
}

function reachedFrom(start: readonly Statement[], uses: readonly Use[]): ReadonlySet<Statement> {
  const [byStatement, byName] = [groupBy(uses, ({ statement }) => statement), groupBy(uses, ({ name }) => name)];
  const reached = new Set(start);
  // A set is walked to what is added meanwhile.
  for (const statement of reached) {
    for (const { name } of byStatement.get(statement) ?? []) {
      for (const use of byName.get(name) ?? []) reached.add(use.statement);
      byName.delete(name);
    }
  }
  return reached;
}

function usesIn(index: FileIndex): readonly Use[] {
  const { ast: { body }, scopeManager } = index.source;
  const uses: Use[] = [];
  const note = (name: Variable | string, node: Node): void => {
    const statement = statementAt(node, body);
    if (statement !== null && !isList(statement)) uses.push({ name, statement });
  };
  for (const variable of declaredIn(scopeManager)) for (const identifier of variable.identifiers) note(variable, identifier);
  for (const { references } of scopeManager?.scopes ?? []) {
    for (const reference of references) {
      const name = sharedName(reference);
      if (name !== null) note(name, reference.identifier);
    }
  }
  for (const element of index.elements) {
    const variable = index.variableOf(firstNameOf(element.name));
    if (variable) note(variable, element);
  }
  return uses;
}

/** The variables of the file itself. */
function declaredIn(scopeManager: ScopeManager | null): readonly Variable[] {
  return (scopeManager?.scopes ?? []).flatMap(({ block, variables }) => (block.type === 'Program' ? variables : []));
}

/** What a reference names that other statements may name as well. */
function sharedName({ resolved, identifier, isTypeReference, isValueReference }: Partial<Reference> & Pick<Reference, 'identifier' | 'resolved'>): Use['name'] | null {
  if (isTypeReference === true && isValueReference !== true) return null;
  if (resolved && resolved.defs.length > 0) return resolved.scope.block.type === 'Program' ? resolved : null;
  const { name } = identifier;
  return HARMLESS_GLOBALS.has(name) ? null : name;
}

function firstNameOf(name: TSESTree.JSXTagNameExpression): Node {
  let at: Node = name;
  while (at.type === 'JSXMemberExpression') at = at.object;
  return at;
}

/** Statements that name what is in others, and do nothing with it. */
function isList(statement: Statement): boolean {
  return statement.type === 'ImportDeclaration' || statement.type === 'ExportAllDeclaration' || (statement.type === 'ExportNamedDeclaration' && statement.declaration === null);
}

/** The statement that a node stands in, found by halves; null where it stands in none. */
function statementAt({ range: [start] }: Node, body: readonly Statement[]): Statement | null {
  let [low, high] = [0, body.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((body[middle]?.range[1] ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  const statement = body[low];
  return statement && statement.range[0] <= start ? statement : null;
}
