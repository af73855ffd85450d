import type { TSESTree } from '@typescript-eslint/utils';
import { PLAINLY, isSameHanding, type Handing } from './handing.js';
import { isInside, type CallNode, type ClassNode, type FunctionNode, type SiteNode } from '../nodes.js';
import type { Program, World } from '../program.js';
import type { ClassValue, Context, FunctionValue, InstanceValue, Site, Value } from '../values.js';

type Node = TSESTree.Node;

/** Calls within calls beyond this depth are not followed. */
const MAX_DEPTH = 8;

/** Contexts of a file, and questions asked in them. A file that needs more is a bundle; the rest of it is read without callers. */
const MAX_CONTEXTS = 1000;
const MAX_QUESTIONS = 100_000;

const roots = new WeakMap<Program, Context>();

/** The context of the file itself, in which nothing is known of callers. */
export function rootOf(program: Program): Context {
  const root = roots.get(program) ?? { program, frame: null, outer: null, depth: 0 };
  roots.set(program, root);
  return root;
}

/** The program that a node is of, among those that are read together with another. */
export function programAt(node: Node, program: Program): Program {
  return program.world.files?.programOf(node) ?? program;
}

/** The context as far as it matters for a node: without the calls of functions that do not surround it. */
export function contextAt(node: Node, context: Context): Context {
  const home = programAt(node, context.program);
  if (home !== context.program) return rootOf(home);
  let at = context;
  while (at.frame && at.outer && !isInside(node, at.frame.owner)) at = at.outer;
  return at;
}

/** The call of a function that a context knows of; null where it does not. */
export function frameOf(owner: FunctionNode, context: Context): Context | null {
  for (let at: Context | null = context; at; at = at.outer) if (at.frame?.owner === owner) return at;
  return null;
}

/** Whether two contexts agree on the calls of all functions that both know. */
export function isCompatible(one: Context, other: Context): boolean {
  for (let at: Context | null = one; at?.frame; at = at.outer) {
    const same = frameOf(at.frame.owner, other);
    if (same !== null && same !== at) return false;
  }
  return true;
}

/** Who calls a function, from where, on what object and with what (left out: with the arguments of the site). */
export interface Entry {
  readonly site: SiteNode;
  readonly caller: Context;
  readonly receiver: Value | null;
  readonly handing?: Handing;
}

const entered = new WeakMap<Context, Map<SiteNode, Context[]>>();

/** The context inside a function that is called; null for a recursive call and where there are too many calls within calls. */
export function enter(called: FunctionValue, { site, caller, receiver, handing = PLAINLY }: Entry): Context | null {
  const { program } = called.context;
  const outer = contextAt(called.node, called.context);
  const before = entered.get(caller) ?? new Map<SiteNode, Context[]>();
  entered.set(caller, before);
  const here = before.get(site) ?? [];
  const known = here.find(({ frame, outer: other }) => frame?.owner === called.node && other === outer && isSameObject(frame.receiver, receiver) && isSameHanding(frame.handing, handing));
  if (known) return known;
  const depth = Math.max(caller.depth, outer.depth) + 1;
  if (depth > MAX_DEPTH || isRunning(called.node, caller) || isSpent(program.world)) return null;
  program.world.contexts++;
  const context: Context = { program, frame: { owner: called.node, site, caller, receiver, handing }, outer, depth };
  before.set(site, [...here, context]);
  return context;
}

/** Whether a file and those read with it have had all the contexts, or all the questions in them, that it gets. */
export function isSpent({ contexts, questions }: World): boolean {
  return contexts > MAX_CONTEXTS || questions > MAX_QUESTIONS;
}

function isRunning(owner: FunctionNode, caller: Context): boolean {
  for (let at = caller; at.frame; at = at.frame.caller) if (frameOf(owner, at)) return true;
  return false;
}

/** Whether two receivers are one object, as far as the source tells. */
export function isSameObject(one: Value | null, other: Value | null): boolean {
  if (one === other) return true;
  if (one?.type === 'class' && other?.type === 'class') return one.node === other.node && one.context === other.context;
  return one?.type === 'object' && other?.type === 'object' && one.node === other.node && one.context === other.context && (one.site === other.site || !one.site || !other.site);
}

const sites = new WeakMap<Context, Map<CallNode, Site>>();

/** A call in a context. */
export function siteOf(node: CallNode, context: Context): Site {
  const here = sites.get(context) ?? new Map<CallNode, Site>();
  sites.set(context, here);
  const site = here.get(node) ?? { node, context };
  here.set(node, site);
  return site;
}

const instances = new WeakMap<Site, Map<ClassNode, InstanceValue>>();

/** The object that `new` makes of a class at a site. */
export function instanceAt({ node, context }: ClassValue, site: Site): InstanceValue {
  const here = instances.get(site) ?? new Map<ClassNode, InstanceValue>();
  instances.set(site, here);
  const instance = here.get(node) ?? { type: 'instance', node, context, site };
  here.set(node, instance);
  return instance;
}

const anyInstances = new WeakMap<Program, Map<ClassNode, InstanceValue>>();

/** Any object of a class. */
export function anyInstance(node: ClassNode, { program }: Context): InstanceValue {
  const here = anyInstances.get(program) ?? new Map<ClassNode, InstanceValue>();
  anyInstances.set(program, here);
  const instance = here.get(node) ?? { type: 'instance', node, context: rootOf(program), site: null };
  here.set(node, instance);
  return instance;
}
