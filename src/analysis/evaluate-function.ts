import type { TSESTree } from '@typescript-eslint/utils';
import { enter, frameOf, type Entry } from './context.js';
import type { FunctionNode, SiteNode } from './nodes.js';
import type { Asked, Question } from './question.js';
import { spreadInto } from './spread.js';
import { NOTHING, UNKNOWN, union, type Context, type FunctionValue, type ObjectValue, type Values } from './values.js';

type Node = TSESTree.Node;

/** What a parameter (its default left out) holds in a context; unknown where nobody knows who calls. */
export function* parameterValues(owner: FunctionNode, at: number, context: Context): Question {
  const called = frameOf(owner, context)?.frame;
  if (!called) {
    context.program.world.misses++;
    return UNKNOWN;
  }
  if (owner.params[at]?.type !== 'RestElement') return yield* argumentValues(called.site, at, called.caller);
  const { count, open } = yield* countOf(called.site, called.caller);
  const items: (readonly [string, Values])[] = [];
  for (let each = at; each < count; each++) items.push([String(each - at), yield* argumentValues(called.site, each, called.caller)]);
  return [{ type: 'object', node: owner, shape: 'array', properties: new Map(items), open }];
}

/** Of a longer list in a call only this many items are taken into a rest parameter. */
const MAX_REST = 64;

/** How many arguments a site hands over; `open` where it may be more. */
function* countOf(site: SiteNode, context: Context): Question<{ readonly count: number; readonly open: boolean }> {
  const list: readonly Node[] = site.type === 'CallExpression' || site.type === 'NewExpression' ? site.arguments : [site];
  const spread = list.findIndex(({ type }) => type === 'SpreadElement');
  const several = list[spread];
  if (several?.type !== 'SpreadElement') return { count: list.length, open: false };
  if (spread < list.length - 1) return { count: spread, open: true };
  const sizes = (yield { node: several.argument, context }).map((array) => (array.type === 'object' && array.shape === 'array' ? { count: array.properties.size, open: array.open } : { count: 0, open: true }));
  const count = spread + Math.max(...sizes.map((size) => size.count));
  return { count: Math.min(count, MAX_REST), open: count > MAX_REST || sizes.some((size) => size.open) };
}

/** Values with a default in place of those that are, or may be, missing. */
export function* defaultValues(values: Values, node: Asked | Node): Question {
  const present = values.filter((value) => value.type !== 'nothing');
  const mayBeMissing = present.length < values.length || values.some((value) => value.type === 'unknown' || value.type === 'reference');
  return mayBeMissing ? union(present, yield node) : values;
}

/** What a site hands to a parameter: `nothing` where it hands over less. */
function* argumentValues(site: SiteNode, at: number, context: Context): Question {
  switch (site.type) {
    case 'CallExpression': case 'NewExpression': return yield* listedValues(site.arguments, at, context);
    case 'AssignmentExpression': return at === 0 ? yield { node: site.right, context } : NOTHING;
    case 'JSXOpeningElement': return at === 0 ? yield* attributeValues(site, context) : NOTHING;
    default: return NOTHING;
  }
}

function* listedValues(list: readonly Node[], at: number, context: Context): Question {
  const spread = list.findIndex(({ type }) => type === 'SpreadElement');
  const [listed, several] = [list[at], list[spread]];
  if (spread === -1 || at < spread) return listed ? yield { node: listed, context } : NOTHING;
  if (several?.type !== 'SpreadElement' || spread < list.length - 1) return UNKNOWN;
  const arrays = yield { node: several.argument, context };
  return union(...arrays.map((array) => (array.type === 'object' && array.shape === 'array' ? (array.properties.get(String(at - spread)) ?? (array.open ? UNKNOWN : NOTHING)) : UNKNOWN)));
}

/** The attributes of an element, as the one object that a component gets. */
function* attributeValues(node: TSESTree.JSXOpeningElement, context: Context): Question<readonly [ObjectValue]> {
  const properties = new Map<string, Values>();
  let open = false;
  for (const attribute of node.attributes) {
    if (attribute.type === 'JSXSpreadAttribute') open = spreadInto(properties, yield { node: attribute.argument, context }) || open;
    else if (typeof attribute.name.name === 'string' && attribute.value) properties.set(attribute.name.name, yield { node: attribute.value, context });
  }
  return [{ type: 'object', node, shape: 'object', properties, open }];
}

/** What a call of a function gives. */
export function* resultValues(called: FunctionValue, entry: Entry): Question {
  if (called.node.generator) return UNKNOWN;
  return yield* returnedValues(called.node, enter(called, entry) ?? called.context);
}

/** What a function may return in a context. */
export function* returnedValues(node: FunctionNode, context: Context): Question {
  if (node.body.type !== 'BlockStatement') return yield { node: node.body, context };
  const groups: Values[] = [];
  for (const { argument } of context.program.index.returns.get(node) ?? []) groups.push(argument ? yield { node: argument, context } : NOTHING);
  return groups.length > 0 ? union(...groups) : NOTHING;
}
