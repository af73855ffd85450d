import { inRound } from '../source/file-cache.js';
import { elementsIn, callsIn } from './calls.js';
import { calleesOf } from './callees.js';
import { changesIn } from './changes.js';
import { contentsOf } from './contents.js';
import { evaluatorFor } from './evaluate.js';
import type { Evaluator } from './evaluator.js';
import type { FunctionNode, SiteNode } from './nodes.js';
import { readTogether, type LocatedSource, type Start } from './read-together.js';
import { sitesIn } from './sites.js';
import type { Files, Values } from './values.js';

/** How often a key may be handed on from file to file. */
const MOST_ROUNDS = 5;

/** A file as it is read together with those that it imports. */
export interface Reading {
  readonly files: Files;
  /** The evaluators of the files whose requests count, the linted one first. */
  readonly active: readonly Evaluator[];
}

/** Reads a file with what it imports. Files that it hands a key to are read as it calls them, and so on from there. */
export function readAcross(located: LocatedSource): Reading {
  return inRound(located.filename, located.source.ast, () => {
    let start: Start = { active: new Set([located.filename]), calls: new Map() };
    for (let round = 0; ; round++) {
      const reading = readingOf(located, start);
      const taking = round < MOST_ROUNDS ? pathsTakingKeys(reading) : [];
      const more = taking.filter((path) => !start.active.has(path));
      if (more.length === 0) return reading;
      const active = new Set([...start.active, ...more]);
      start = { active, calls: callsBetween(readingOf(located, { ...start, active })) };
    }
  });
}

function readingOf(located: LocatedSource, start: Start): Reading {
  const files = readTogether(located, start);
  return { files, active: files.active.map(evaluatorFor) };
}

/** A value that code hands to a function, class, component or object. */
interface Handover {
  readonly values: Values;
  readonly view: Evaluator;
  readonly targets: readonly (FunctionNode | SiteNode)[];
}

/** The files whose functions, classes or components are handed a key by those that are active. */
function pathsTakingKeys({ files, active }: Reading): string[] {
  const paths = new Set<string>();
  for (const evaluator of active) {
    for (const { values, view, targets } of handoversIn(evaluator)) {
      const foreign = targets.map(files.programOf).filter((program) => program.index !== evaluator.index);
      if (foreign.length > 0 && contentsOf(values, null, view).length > 0) foreign.forEach((program) => paths.add(files.pathOf(program)));
    }
  }
  return [...paths];
}

function* handoversIn(evaluator: Evaluator): Generator<Handover> {
  for (const { site, evaluator: view } of callsIn(evaluator)) {
    const targets = targetsOf(site.node, view);
    for (const argument of targets.length > 0 ? site.node.arguments : []) yield { values: view.valuesOf(argument.type === 'SpreadElement' ? argument.argument : argument), view, targets };
  }
  for (const { element, evaluator: view } of elementsIn(evaluator)) {
    const targets = targetsOf(element, view);
    for (const attribute of targets.length > 0 ? element.attributes : []) {
      const value = attribute.type === 'JSXSpreadAttribute' ? attribute.argument : attribute.value;
      if (value) yield { values: view.valuesOf(value), view, targets };
    }
  }
  for (const { target, value, evaluator: view } of changesIn(evaluator)) {
    const owners = view.valuesOf(target.type === 'MemberExpression' ? target.object : target);
    const targets = owners.flatMap((owner) => (owner.type === 'instance' || owner.type === 'class' ? [owner.node] : []));
    if (targets.length > 0) yield { values: view.valuesOf(value), view, targets };
  }
}

function targetsOf(site: SiteNode, view: Evaluator): Handover['targets'] {
  return view.answer(calleesOf(site, view.context)).map(({ called }) => called.node);
}

/** Who in one active file calls functions of another. */
function callsBetween({ files, active }: Reading): Start['calls'] {
  const calls = new Map<FunctionNode, SiteNode[]>();
  for (const evaluator of active) {
    for (const [owner, sites] of sitesIn(evaluator).sites) {
      if (files.programOf(owner).index !== evaluator.index) calls.set(owner, [...(calls.get(owner) ?? []), ...sites]);
    }
  }
  return calls;
}
