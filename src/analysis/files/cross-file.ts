import { inRound } from '../../source/rounds.js';
import { evaluatorFor } from '../evaluation/evaluate.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import type { FunctionNode, SiteNode } from '../nodes.js';
import { foreignTargets, handoversIn, holdsKey } from './handovers.js';
import { Together, type LocatedSource, type Start } from './together.js';
import { whereKeysMatter } from '../calls/keyless-statements.js';
import { countOf, possibleSites, sitesIn, type Sites } from '../calls/sites.js';
import type { Files } from '../program.js';

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
  const known = readings.get(located.source.ast) ?? findReading(located);
  readings.set(located.source.ast, known);
  return known;
}

const readings = new WeakMap<LocatedSource['source']['ast'], Reading>();

function findReading(located: LocatedSource): Reading {
  return inRound(located.filename, located.source.ast, () => {
    let start: Start = { active: new Set([located.filename]), calls: new Map() };
    let together = new Together(located, start);
    let walked: Walked = new Map();
    for (let round = 0; ; round++) {
      const reading = readingOf(together);
      const active = round < MOST_ROUNDS ? withTakers(reading, start.active, walked) : start.active;
      const calls = callsBetween(reading, active, walked);
      if (round === MOST_ROUNDS || (active.size === start.active.size && countOf(calls) === countOf(start.calls))) return reading;
      start = { active, calls };
      // What was asked to find that out is not asked again.
      if (together.startFrom(start)) continue;
      together = new Together(located, start);
      walked = new Map();
    }
  });
}

function readingOf(files: Together): Reading {
  return { files, active: files.active.map(evaluatorFor) };
}

/** Whose handovers have been looked at, with what may call which functions there: as long as no answer becomes another, neither does. */
type Walked = Map<Evaluator, Sites>;

/** The files that are active, by their paths, and those whose functions, classes or components they hand a key to. */
function withTakers({ files, active }: Reading, known: ReadonlySet<string>, walked: Walked): ReadonlySet<string> {
  const paths = new Set(known);
  for (const evaluator of active) {
    if (walked.has(evaluator)) continue;
    for (const handover of handoversIn(evaluator)) {
      const others = foreignTargets(handover, files).map((target) => files.pathOf(files.programOf(target))).filter((path) => !paths.has(path));
      if (others.length > 0 && holdsKey(handover)) others.forEach((path) => paths.add(path));
    }
  }
  return paths;
}

/** Who in one active file calls functions of another. */
function callsBetween({ files, active }: Reading, paths: ReadonlySet<string>, walked: Walked): Start['calls'] {
  if (paths.size < 2) return new Map();
  const calls = new Map<FunctionNode, SiteNode[]>();
  for (const evaluator of active) {
    const called = walked.get(evaluator) ?? sitesIn(evaluator, whereKeysMatter(possibleSites(evaluator.index), evaluator.context.program)).sites;
    walked.set(evaluator, called);
    for (const [owner, sites] of called) {
      const home = files.programOf(owner);
      if (home.index !== evaluator.index && paths.has(files.pathOf(home))) calls.set(owner, [...(calls.get(owner) ?? []), ...sites]);
    }
  }
  return calls;
}
