import type { AskedVariable } from './asked-variables.js';
import type { FileOutcome } from './migrate-file.js';
import type { PassedFolder } from './passed-over.js';
import { shownPath } from './shown-path.js';

/** A variable that stands for another key in each of the env files, which are absolute. */
export interface AmbiguousVariable {
  readonly variable: string;
  readonly files: readonly string[];
}

/** All that a run did, as data. */
export interface Summary {
  readonly dry: boolean;
  /** Files of code looked at. */
  readonly files: number;
  /** Folders that were not looked into and hold keys. */
  readonly passedOver: readonly PassedFolder[];
  readonly outcomes: readonly FileOutcome[];
  /** How the projects get their env files loaded, a sentence for each way; null where no key was moved. */
  readonly loading: string | null;
  /** Where code asks whether a variable is set that the run has set. */
  readonly asked: readonly AskedVariable[];
  /** The variables that hold one key in one env file and another in another. */
  readonly ambiguous: readonly AmbiguousVariable[];
  /** Whether the git history holds a moved key; null where it is not known. */
  readonly inHistory: boolean | null;
}

/** Whether something stayed that a person has to see to. */
export function isIncomplete({ outcomes }: Summary): boolean {
  return outcomes.some(({ failure, keys }) => failure !== null || keys.some(({ variable }) => variable === null));
}

/** The summary as `--json` prints it; paths are from the working directory. */
export function summaryData(summary: Summary): unknown {
  const { dry, files, outcomes, loading, asked, ambiguous, inHistory } = summary;
  const moved = movedIn(outcomes);
  return {
    dry, files, loading, inHistory,
    complete: !isIncomplete(summary),
    changed: filesWith(moved),
    moved, left: leftIn(outcomes),
    failed: outcomes.flatMap(({ path, failure }) => (failure === null ? [] : [{ path: shownPath(path), reason: failure }])),
    passedOver: summary.passedOver.map((folder) => ({ path: shownPath(folder.path), files: folder.files })),
    variables: variablesIn(moved),
    written: writtenIn(outcomes),
    asked: asked.map(({ variable, path, line }) => ({ variable, path: shownPath(path), line })),
    ambiguous: ambiguous.map(({ variable, files: names }) => ({ variable, files: names.map(shownPath) })),
  };
}

/** The summary for people. */
export function summaryText(summary: Summary): string {
  const { dry, files, outcomes } = summary;
  const moved = movedIn(outcomes);
  const sections = [
    ...(dry ? outcomes.flatMap(diffSection) : []),
    `${count(files, 'file')} looked at; ${count(moved.length, 'key')} ${dry ? 'would be moved' : 'moved'} in ${count(filesWith(moved).length, 'file')}${dry ? ' (dry run: nothing was changed)' : ''}.`,
    ...list(`${dry ? 'Would move' : 'Moved'}:`, moved.map(({ path, line, kind, lookup }) => `${path}:${String(line)}  Wix ${kind} -> ${lookup}`)),
    ...list('Left:', leftIn(outcomes).map(({ path, line, kind, reason }) => `${path}:${String(line)}  Wix ${kind}. ${reason}`)),
    ...list('Not changed:', outcomes.flatMap(({ path, failure }) => (failure === null ? [] : [`${shownPath(path)}  ${failure}`]))),
    ...passedOver(summary),
    ...(dry ? [] : list('Next:', nextSteps(summary, moved))),
  ];
  return sections.join('\n');
}

function passedOver({ passedOver: folders }: Summary): readonly string[] {
  const names = folders.map(({ path, files }) => `${shownPath(path)} (${count(files, 'file')})`);
  return names.length === 0 ? [] : ['', `Passed over, with Wix keys in them: ${names.join(', ')}. Name a folder to have it looked at; build anew what a tool has made.`];
}

interface Moved { readonly path: string; readonly line: number; readonly kind: string; readonly variable: string; readonly lookup: string }

function movedIn(outcomes: readonly FileOutcome[]): readonly Moved[] {
  return outcomes.flatMap(({ path, keys }) => keys.flatMap(({ line, kind, variable, lookup }) => (variable === null ? [] : [{ path: shownPath(path), line, kind, variable, lookup: lookup ?? variable }])));
}

function leftIn(outcomes: readonly FileOutcome[]): readonly { readonly path: string; readonly line: number; readonly kind: string; readonly reason: string }[] {
  return outcomes.flatMap(({ path, keys }) => keys.flatMap(({ line, kind, reason }) => (reason === null ? [] : [{ path: shownPath(path), line, kind, reason }])));
}

function filesWith(moved: readonly Moved[]): readonly string[] {
  return [...new Set(moved.map(({ path }) => path))];
}

function variablesIn(moved: readonly Moved[]): readonly string[] {
  return [...new Set(moved.map(({ variable }) => variable))].sort();
}

function diffSection({ path, diff }: FileOutcome): readonly string[] {
  if (diff.length === 0) return [];
  return [`--- ${shownPath(path)}`, ...diff.map(({ sign, line, text }) => `${sign} ${String(line).padStart(4)}  ${text}`), ''];
}

function list(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function writtenIn(outcomes: readonly FileOutcome[]): readonly string[] {
  return [...new Set(outcomes.flatMap(({ written }) => written))].map(shownPath);
}

function nextSteps({ outcomes, loading, asked, ambiguous, inHistory }: Summary, moved: readonly Moved[]): readonly string[] {
  const names = writtenIn(outcomes);
  const written = names.length === 0 ? [] : [`Written: ${names.join(', ')}.`];
  // They hold the keys by now, even where no source file could be changed.
  if (moved.length === 0) return written;
  const history = inHistory === true ? 'it is in the git history' : 'whoever has seen the code has it';
  return [
    ...written,
    ...(loading === null ? [] : [loading]),
    ...asked.map(({ variable, path, line }) => `${shownPath(path)}:${String(line)} asks whether ${variable} is set, which it is from now on: see to it that this is what the code is to do.`),
    ...ambiguous.map(({ variable, files }) => `${variable} is one key in ${files.map(shownPath).join(' and another in ')}: a program that loads both has only one of them; rename one there and in its code.`),
    `Set ${variablesIn(moved).join(', ')} where the program is deployed.`,
    `Revoke and replace each moved key in Wix: ${history}.`,
  ];
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
