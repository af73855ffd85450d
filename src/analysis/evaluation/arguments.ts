import type { TSESTree } from '@typescript-eslint/utils';
import type { SiteNode } from '../nodes.js';
import type { Question } from './question.js';
import { spreadInto } from './spread.js';
import { NOTHING, UNKNOWN, unionOf, type Context, type Frame, type ObjectValue, type Values } from '../values.js';

type Node = TSESTree.Node;

/** Of a longer list in a call only this many items are taken into a rest parameter. */
const MAX_REST = 64;

/** What a call hands to a parameter: `nothing` where it hands over less. */
export function* argumentValues(frame: Frame, at: number): Question {
  const { site, caller, handing } = frame;
  switch (handing.type) {
    case 'arguments': return yield* ownArguments(site, at + handing.from, caller);
    case 'list': return itemOf(yield* listOf(frame), String(at));
    case 'object': return at === 0 ? yield* objectOf(frame) : NOTHING;
    case 'item': return at === 0 ? itemOf(yield* objectOf(frame), handing.key) : UNKNOWN;
    case 'unknown': return UNKNOWN;
  }
}

/** What a call hands to a rest parameter that begins at an index. */
export function* restValues(frame: Frame, from: number): Question {
  const { count, open } = yield* countOf(frame);
  const items: (readonly [string, Values])[] = [];
  for (let at = from; at < count; at++) items.push([String(at - from), yield* argumentValues(frame, at)]);
  return [{ type: 'object', node: frame.owner, shape: 'array', properties: new Map(items), open }];
}

interface Count {
  readonly count: number;
  /** True where it may be more. */
  readonly open: boolean;
}

/** How many values a call hands over. */
function* countOf(frame: Frame): Question<Count> {
  const { site, caller, handing } = frame;
  switch (handing.type) {
    case 'arguments': {
      const { count, open } = yield* countOfOwn(site, caller);
      return { count: Math.max(0, count - handing.from), open };
    }
    case 'list': return countIn(yield* listOf(frame));
    case 'object': return { count: 1, open: false };
    case 'item': case 'unknown': return { count: 1, open: true };
  }
}

function* countOfOwn(site: SiteNode, context: Context): Question<Count> {
  const list: readonly Node[] = 'arguments' in site ? site.arguments : [site];
  const spread = list.findIndex(({ type }) => type === 'SpreadElement');
  const several = list[spread];
  if (several?.type !== 'SpreadElement') return { count: list.length, open: false };
  if (spread < list.length - 1) return { count: spread, open: true };
  const { count, open } = countIn(yield { node: several.argument, context });
  return { count: Math.min(spread + count, MAX_REST), open: open || spread + count > MAX_REST };
}

function countIn(arrays: Values): Count {
  const sizes = arrays.map((array) => (array.type === 'object' && array.shape === 'array' ? { count: array.properties.size, open: array.open } : { count: 0, open: true }));
  return { count: Math.min(MAX_REST, Math.max(...sizes.map(({ count }) => count))), open: sizes.some(({ count, open }) => open || count > MAX_REST) };
}

function itemOf(arrays: Values, key: string | null): Values {
  return unionOf(arrays.map((array) => {
    if (array.type !== 'object' || array.shape !== 'array') return UNKNOWN;
    const missing = array.open ? UNKNOWN : NOTHING;
    return key === null ? unionOf([...array.properties.values(), array.open ? UNKNOWN : []]) : (array.properties.get(key) ?? missing);
  }));
}

/** What a method is called on. */
function* objectOf({ site, caller }: Frame): Question {
  const callee = site.type === 'CallExpression' && site.callee.type === 'ChainExpression' ? site.callee.expression : 'callee' in site ? site.callee : site;
  return callee.type === 'MemberExpression' ? yield { node: callee.object, context: caller } : UNKNOWN;
}

/** The second argument of `apply`. */
function* listOf({ site, caller }: Frame): Question {
  const list = 'arguments' in site ? site.arguments[1] : undefined;
  return list && list.type !== 'SpreadElement' ? yield { node: list, context: caller } : UNKNOWN;
}

function* ownArguments(site: SiteNode, at: number, context: Context): Question {
  switch (site.type) {
    case 'CallExpression': case 'NewExpression': return yield* listedArgument(site.arguments, at, context);
    case 'AssignmentExpression': return at === 0 ? yield { node: site.right, context } : NOTHING;
    case 'JSXOpeningElement': return at === 0 ? yield* attributeValues(site, context) : NOTHING;
    default: return NOTHING;
  }
}

/** What stands at an index of the arguments of a call, those of an array that is spread at their end among them; `nothing` behind the last. */
export function* listedArgument(list: readonly Node[], at: number, context: Context): Question {
  const spread = list.findIndex(({ type }) => type === 'SpreadElement');
  const [listed, several] = [list[at], list[spread]];
  if (spread === -1 || at < spread) return listed ? yield { node: listed, context } : NOTHING;
  if (several?.type !== 'SpreadElement' || spread < list.length - 1) return UNKNOWN;
  return itemOf(yield { node: several.argument, context }, String(at - spread));
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
