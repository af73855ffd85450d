import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceFile } from '../../source/source-file.js';
import { ask, valuesAtOnce } from './ask.js';
import { contextsAround } from '../calls/callers.js';
import { contextAt, rootOf } from '../calls/context.js';
import type { Evaluator } from './evaluator.js';
import { indexOf, type FileIndex } from '../file-index.js';
import type { Asked, Question } from './question.js';
import { mayKeysMatter, whereKeysMatter } from '../calls/keyless-statements.js';
import type { FunctionNode, SiteNode } from '../nodes.js';
import { countOf, possibleSites, sitesIn, type Sites } from '../calls/sites.js';
import type { Files, Program, World } from '../program.js';
import { UNKNOWN, type Context, type Values } from '../values.js';
import { markedAt } from '../files/via.js';

type Node = TSESTree.Node;

/** How deep functions are handed over to functions. */
const SITE_ROUNDS = 3;

const evaluators = new WeakMap<SourceFile['ast'], Evaluator>();

/** The evaluator of a file that is read alone, nothing known of callers. */
export function evaluatorOf(source: SourceFile): Evaluator {
  const known = evaluators.get(source.ast);
  if (known) return known;
  const index = indexOf(source);
  // Found now and not in the middle of the first question, which would suspend itself over the whole file.
  sitesWhereKeysMatter(index);
  const evaluator = evaluatorFor({ index, world: createWorld(null), sitesOf: (owner) => ownSitesOf(owner, index), calledByOthers: NOBODY });
  evaluators.set(source.ast, evaluator);
  return evaluator;
}

/** The evaluator of a program, nothing known of callers. */
export function evaluatorFor(program: Program): Evaluator {
  return evaluatorIn(rootOf(program));
}

/** What files that are read together share, at the beginning. */
export function createWorld(files: Files | null): World {
  return { files, misses: 0, contexts: 0, questions: 0 };
}

const NOBODY: Program['calledByOthers'] = () => [];
const sitesOfKeys = new WeakMap<FileIndex, Sites>();
const allSites = new WeakMap<FileIndex, Sites>();

/** What in a file may call a function of it. For one that has to do with no key (see keyless-statements.ts) that is found out only when it is asked. */
export function ownSitesOf(owner: FunctionNode, index: FileIndex): readonly SiteNode[] {
  const sites = mayKeysMatter(owner, { index, calledByOthers: NOBODY }) ? sitesWhereKeysMatter(index) : allSitesIn(index);
  return sites.get(owner) ?? [];
}

function allSitesIn(index: FileIndex): Sites {
  const found = allSites.get(index) ?? findSites(index, possibleSites(index));
  allSites.set(index, found);
  return found;
}

/** What in a file may call each function for which a key may matter. */
export function sitesWhereKeysMatter(index: FileIndex): Sites {
  const found = sitesOfKeys.get(index) ?? findSites(index, whereKeysMatter(possibleSites(index), { index, calledByOthers: NOBODY }));
  sitesOfKeys.set(index, found);
  return found;
}

/** Found out in programs of their own that know of no callers, then of the callers found by then: who calls a function that was handed over is known only once the callers of whoever takes it are. */
function findSites(index: FileIndex, possible: readonly SiteNode[]): Sites {
  let known: Sites = new Map();
  for (let round = 0; round < SITE_ROUNDS; round++) {
    const before = known;
    const { sites, isComplete } = sitesIn(evaluatorFor({ index, world: createWorld(null), sitesOf: (owner) => before.get(owner) ?? [], calledByOthers: NOBODY }), possible);
    known = sites;
    if (isComplete || countOf(known) === countOf(before)) break;
  }
  return known;
}

const inContext = new WeakMap<Context, Evaluator>();

function evaluatorIn(context: Context): Evaluator {
  const known = inContext.get(context);
  if (known) return known;
  const valuesOf = (node: Node): Values => valuesIn(askedIn(node, context));
  const answer = <Answer>(question: Question<Answer>): Answer => {
    let step = question.next();
    while (!step.done) step = question.next(valuesIn(askedIn(step.value, context)));
    return step.value;
  };
  const evaluator: Evaluator = {
    index: context.program.index, context, valuesOf, answer, within: evaluatorIn,
    isDependent: (node) => isDependent(node, context),
    viewsOf: (nodes) => {
      const dependent = nodes.find((node) => isDependent(node, context));
      return dependent ? answer(contextsAround(dependent, context.program)).map(evaluatorIn) : [evaluator];
    },
  };
  inContext.set(context, evaluator);
  return evaluator;
}

interface Answer {
  readonly values: Values;
  /** True where a caller that is not known would tell more. */
  readonly isDependent: boolean;
}

const answered = new WeakMap<Context, Map<Node, Answer>>();

function answersIn(context: Context): Map<Node, Answer> {
  const known = answered.get(context) ?? new Map<Node, Answer>();
  answered.set(context, known);
  return known;
}

function isDependent(node: Node, context: Context): boolean {
  const asked = askedIn(node, context);
  valuesIn(asked);
  return answersIn(asked.context).get(node)?.isDependent ?? true;
}

/** A question in the context as far as it matters for it. */
function askedIn(step: Asked | Node, context: Context): Asked {
  const { node, context: own } = 'context' in step ? step : { node: step, context };
  return { node, context: contextAt(node, own) };
}

/** The answer as it was given before; who uses it depends on what it depends on. */
function knownAnswer({ node, context }: Asked): Values | undefined {
  const known = answersIn(context).get(node);
  if (known?.isDependent === true) context.program.world.misses++;
  return known?.values;
}

function valuesIn(asked: Asked): Values {
  return knownAnswer(asked) ?? answerAtOnce(asked) ?? run(asked);
}

/** The answer to a question that waits for no other. */
function answerAtOnce({ node, context }: Asked): Values | null {
  const values = valuesAtOnce(node, context);
  if (values === null) return null;
  if (context.frame) context.program.world.questions++;
  answersIn(context).set(node, { values, isDependent: false });
  return values;
}

/** Drives suspended questions on a stack of its own. A question that waits for itself gets `unknown`. */
function run(start: Asked): Values {
  const { world } = start.context.program;
  const open = new Map<Context, Set<Node>>();
  const stack: { readonly asked: Asked; readonly question: Question; readonly misses: number }[] = [];
  const push = (asked: Asked): void => {
    const nodes = open.get(asked.context) ?? new Set<Node>();
    open.set(asked.context, nodes.add(asked.node));
    if (asked.context.frame) world.questions++;
    stack.push({ asked, question: ask(asked.node, asked.context), misses: world.misses });
  };
  push(start);
  let answer: Values = UNKNOWN;
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const step = top.question.next(answer);
    if (step.done) {
      answer = world.files ? markedAt(top.asked, step.value, world.files) : step.value;
      answersIn(top.asked.context).set(top.asked.node, { values: answer, isDependent: world.misses > top.misses });
      open.get(top.asked.context)?.delete(top.asked.node);
      stack.pop();
      continue;
    }
    const asked = askedIn(step.value, top.asked.context);
    const isOpen = open.get(asked.context)?.has(asked.node) === true;
    const known = isOpen ? UNKNOWN : (knownAnswer(asked) ?? answerAtOnce(asked));
    if (known) answer = known;
    else push(asked);
  }
  return answer;
}

