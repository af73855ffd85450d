import type { TSESTree } from '@typescript-eslint/utils';

type Node = TSESTree.Node;

/** Which case of a `switch` has to be the one that it begins with: those with which it surely comes about, and those that may fall through to it. */
export interface Cases {
  readonly all: readonly TSESTree.SwitchCase[];
  readonly sure: ReadonlySet<TSESTree.SwitchCase>;
  readonly possible: ReadonlySet<TSESTree.SwitchCase>;
}

/** The cases with which a `switch` comes to one of its cases. */
export function casesTo(wanted: TSESTree.SwitchCase, all: readonly TSESTree.SwitchCase[]): Cases {
  const [sure, possible] = [new Set([wanted]), new Set<TSESTree.SwitchCase>()];
  for (const before of all.slice(0, all.indexOf(wanted)).toReversed()) {
    if (endsWith(before, LEAVES_CASE)) break;
    const isEmpty = possible.size === 0 && before.consequent.length === 0;
    (isEmpty ? sure : possible).add(before);
  }
  return { all, sure, possible };
}

/** The cases with which a `switch` surely leaves the code around it; null where there are none. */
export function leavingCases({ cases }: TSESTree.SwitchStatement): Cases | null {
  const sure = new Set<TSESTree.SwitchCase>();
  let isLeaving = false;
  for (const each of cases.toReversed()) {
    isLeaving = endsWith(each, LEAVES) ? each.consequent.every(isPlain) : isLeaving && each.consequent.length === 0;
    if (isLeaving) sure.add(each);
  }
  return sure.size > 0 ? { all: cases, sure, possible: new Set() } : null;
}

const LEAVES = /^(?:Continue|Return|Throw)Statement$/u;
const LEAVES_CASE = /^(?:Break|Continue|Return|Throw)Statement$/u;

function endsWith({ consequent }: TSESTree.SwitchCase, ends: RegExp): boolean {
  let last: Node | undefined = consequent.at(-1);
  while (last?.type === 'BlockStatement') last = last.body.at(-1);
  return last !== undefined && ends.test(last.type);
}

/** Whether no `break` stands in a statement. */
function isPlain(statement: Node): boolean {
  if (statement.type === 'BlockStatement') return statement.body.every(isPlain);
  return LEAVES.test(statement.type) || /^(?:ExpressionStatement|(?:Variable|Function)Declaration)$/u.test(statement.type);
}
