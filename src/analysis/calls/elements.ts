import type { TSESTree } from '@typescript-eslint/utils';
import { ELEMENT_MAKERS } from '../../catalogue/element-makers.js';
import type { Value, Values } from '../values.js';

/** The expression of the component that a call makes an element of (`createElement(Component, properties)`), by what is called; null for any other call. */
export function componentMadeBy({ arguments: [component] }: TSESTree.CallExpression, callees: Values): TSESTree.Expression | null {
  return component && component.type !== 'SpreadElement' && callees.some(isMaker) ? component : null;
}

function isMaker(value: Value): boolean {
  if (value.type !== 'reference' || value.root.type === 'call') return false;
  const { root: { type, name }, path } = value;
  const [member, ...more] = path.filter((each) => each !== 'default');
  return member !== undefined && more.length === 0 && ELEMENT_MAKERS.some(({ modules, globals, exports }) => exports.includes(member) && (type === 'module' ? modules : globals).includes(name));
}
