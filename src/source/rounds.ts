import { performance } from 'node:perf_hooks';

/** A round without a question for this long is over, in milliseconds: no time in which a person saves a file. */
const PAUSE = 50;

/** Where nobody waited for anything but this long, the process was busy with what it lints, and the pause is none until it is a long one. */
const LEAST_IDLE = 10;
const LONG_PAUSE = 500;

/** However many files are linted one after the other, a round takes no longer, in milliseconds. */
const LONGEST = 60_000;

interface Round {
  readonly start: number;
  readonly files: Set<string>;
  /** What they were linted as, held loosely: a tree is large. */
  readonly forms: WeakSet<object>;
  readonly memory: Map<string, unknown>;
  /** What was looked at for the file that is linted now. */
  readonly fresh: Set<string>;
  /** True where the disk was found to be another than what is remembered. */
  isOutdated: boolean;
}

let round: Round = createRound(-Infinity);
let lastAsked = { time: -Infinity, idle: 0 };
let isInRound = false;
let isAfresh = false;

function createRound(start: number): Round {
  return { start, files: new Set(), forms: new WeakSet(), memory: new Map(), fresh: new Set(), isOutdated: false };
}

/**
 * Work for a linted file, in which no file is looked at twice. Files that are linted one after the other share what was seen of the disk;
 * when one of them comes again, in another `form`, all is looked at anew.
 */
export function inRound<T>(filename: string, form: object, work: () => T): T {
  if (isInRound) return work();
  const now = performance.now();
  const isAgain = round.files.has(filename) && !round.forms.has(form);
  if (isPause(now) || now - round.start > LONGEST || isAgain) round = createRound(now);
  round.files.add(filename);
  round.forms.add(form);
  round.fresh.clear();
  isInRound = true;
  try {
    return work();
  } finally {
    isInRound = false;
    lastAsked = { time: performance.now(), idle: idleTime() };
  }
}

function isPause(now: number): boolean {
  const pause = now - lastAsked.time;
  return pause > PAUSE && (pause > LONG_PAUSE || idleTime() - lastAsked.idle > LEAST_IDLE);
}

/** For how long the process has waited for files, timers or people by now, in milliseconds. */
function idleTime(): number {
  return performance.eventLoopUtilization().idle;
}

/** How many files were linted in this round by now, the one that is linted among them. */
export function filesInRound(): number {
  return round.files.size;
}

/** Work in which the disk is looked at again, for each linted file once; where it is not what it was, all else is looked at again as well. */
export function afresh<T>(work: () => T): T {
  isAfresh = true;
  try {
    return work();
  } finally {
    isAfresh = false;
    if (round.isOutdated) round.memory.clear();
    round.isOutdated = false;
  }
}

/** The answer to a question, mostly about the disk, remembered for the round where there is one; who asks again gets the answer of before. `isSame` tells whether two answers say that nothing has changed. */
export function remembered<T>(question: string, ask: (before?: T) => T, isSame: (before: T, now: T) => boolean = Object.is): T {
  if (!isInRound) return ask();
  const { memory, fresh } = round;
  const isKnown = memory.has(question);
  if (isKnown && (!isAfresh || fresh.has(question))) return memory.get(question) as T;
  const before = memory.get(question) as T;
  const answer = isKnown ? ask(before) : ask();
  if (isKnown && !isSame(before, answer)) round.isOutdated = true;
  memory.set(question, answer);
  fresh.add(question);
  return answer;
}
