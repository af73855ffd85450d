import type { TSESTree } from '@typescript-eslint/utils';

type Comment = TSESTree.Comment;

const inOrder = new WeakMap<TSESTree.Program, readonly Comment[]>();

/** The comments of a file that lie within a range of it, in the order of the text. */
export function commentsWithin([start, end]: readonly [number, number], ast: TSESTree.Program): readonly Comment[] {
  const comments = inOrder.get(ast) ?? (ast.comments ?? []).toSorted((one, other) => one.range[0] - other.range[0]);
  inOrder.set(ast, comments);
  const from = firstFrom(start, comments);
  let to = from;
  while ((comments[to]?.range[1] ?? Infinity) <= end) to += 1;
  return comments.slice(from, to);
}

/** The index of the first comment that begins at an offset or behind it. */
function firstFrom(offset: number, comments: readonly Comment[]): number {
  let [low, high] = [0, comments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.range[0] ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
