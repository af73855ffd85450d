import type { TSESTree } from '@typescript-eslint/utils';
import { enter, frameOf, type Entry } from './context.js';
import type { FunctionNode, SiteNode } from './nodes.js';
import type { Asked, Question } from './question.js';
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
  const count = 'arguments' in called.site ? called.site.arguments.length : 1;
  const items: (readonly [string, Values])[] = [];
  for (let each = at; each < count; each++) items.push([String(each - at), yield* argumentValues(called.site, each, called.caller)]);
  return [{ type: 'object', node: owner, shape: 'array', properties: new Map(items), open: false }];
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
    if (attribute.type === 'JSXSpreadAttribute') open = true;
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
