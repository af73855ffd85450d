import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from '../analysis/evaluation/bindings.js';
import type { Evaluator } from '../analysis/evaluation/evaluator.js';
import { knownText, type ReferenceValue, type Value } from '../analysis/values.js';
import { envReadAt } from '../analysis/env-reads.js';
import { exposuresOf, type EnvRead } from '../catalogue/environments.js';
import { innermost } from './wrappers.js';

type Node = TSESTree.Node;

/** An environment variable that an expression reads or writes. */
export interface EnvAccess {
  readonly variable: string;
  /** Whether some framework copies a variable of that name into browser code. */
  readonly isPublic: boolean;
}

/** The environment variable that an expression stands for (`process.env.X`, `Deno.env.get('X')`, a name bound to one); null for anything else. */
export function envAccessOf(node: Node, evaluator: Evaluator): EnvAccess | null {
  const inner = innermost(node);
  switch (inner.type) {
    case 'MemberExpression': return memberAccess(inner, evaluator);
    case 'CallExpression': return callAccess(inner, evaluator);
    case 'Identifier': return nameAccess(inner, evaluator);
    default: return null;
  }
}

/** The variable of that name in an object; null where the object does not hold the environment, as `process.env` does. */
export function recordAccess(record: Node, variable: string, evaluator: Evaluator): EnvAccess | null {
  const row = rowOf(record, evaluator);
  const isRecord = row?.form === 'record' || (row?.form === 'exports' && row.member === '');
  return isRecord ? access(variable, row) : null;
}

function memberAccess(node: TSESTree.MemberExpression, evaluator: Evaluator): EnvAccess | null {
  const variable = staticKey(node);
  return variable === null ? null : recordAccess(node.object, variable, evaluator);
}

function callAccess(node: TSESTree.CallExpression, evaluator: Evaluator): EnvAccess | null {
  const [argument] = node.arguments;
  const row = rowOf(node.callee, evaluator);
  const values = argument && argument.type !== 'SpreadElement' && row?.form === 'function' ? evaluator.valuesOf(argument) : [];
  const variable = values[0] && values.length === 1 ? knownText(values[0]) : null;
  return row && variable !== null ? access(variable, row) : null;
}

/** A name that was imported from the environment, or that holds a variable of it and nothing else. */
function nameAccess(node: TSESTree.Identifier, evaluator: Evaluator): EnvAccess | null {
  const reference = onlyReference(evaluator.valuesOf(node));
  const path = reference?.path ?? [];
  const variable = path.at(-1);
  const row = reference && envReadAt({ ...reference, path: path.slice(0, -1) });
  const isAccess = row?.form === 'record' || row?.form === 'exports';
  return isAccess && variable !== undefined && variable !== 'default' ? access(variable, row) : null;
}

function access(variable: string, { side }: EnvRead): EnvAccess {
  return { variable, isPublic: side === 'public' || exposuresOf(variable, () => true).length > 0 };
}

function rowOf(node: Node, evaluator: Evaluator): EnvRead | null {
  const reference = onlyReference(evaluator.valuesOf(node));
  return reference && envReadAt(reference);
}

/** The one thing from elsewhere that the values are, whatever was written into it. */
function onlyReference(values: readonly Value[]): ReferenceValue | null {
  const [reference, ...more] = values.filter((value) => !isWrittenInto(value));
  return more.length === 0 && reference?.type === 'reference' ? reference : null;
}

/** An object that no literal made is what the analysis knows of writes to something unknown. */
function isWrittenInto(value: Value): boolean {
  return value.type === 'object' && value.open && value.node.type === 'Identifier';
}
