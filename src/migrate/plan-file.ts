import { isHardcoded, keysIn } from '../analysis/keys.js';
import { classify, type Key } from '../key/classify.js';
import { findKeyMatches } from '../key/grammar.js';
import { projectOf } from '../source/project.js';
import { reasonOutsideCode } from '../lookup/component-places.js';
import { codeOf, type Code } from './file-code.js';
import { lookupFor } from '../lookup/file-lookup.js';
import { textsWantedBehind } from '../lookup/imported-types.js';
import { leftKey, type FilePlan, type FileText, type LeftKey, type UnreadFile } from './file-plan.js';
import { tryMove } from './key-move.js';
import { lineFinder } from './line-finder.js';
import type { MigrateOptions } from './options.js';
import { DATA_EXTENSIONS, hasExtension, notEdited } from './source-files.js';
import { mayHoldMovable } from './text-check.js';

export { moveKeys } from './move-keys.js';

type CodePlan = Pick<FilePlan, 'failure' | 'left' | 'movable'>;

/** What can be done about the keys of a file; null where it holds none. */
export function planFile(file: FileText, options: MigrateOptions): FilePlan | UnreadFile | null {
  const { path } = file;
  if (!mayHoldMovable(file.text)) return null;
  if (hasExtension(path, DATA_EXTENSIONS)) return { type: 'unread', path, reason: notEdited(path), line: null };
  const text = file.text.replace(/^\ufeff/, '');
  const { code, around } = codeOf(text, path);
  const [first] = code;
  if (first?.block === null && 'type' in first.source) return { type: 'unread', path, reason: first.source.reason, line: first.source.line };
  const plans = code.map((each) => planCode(each, path, options));
  const movable = plans.flatMap((plan) => plan.movable);
  const left = [...plans.flatMap((plan) => plan.left), ...leftInText(around, reasonOutsideCode(path), options)];
  const failure = plans.find((plan) => plan.failure !== null)?.failure ?? null;
  return movable.length + left.length === 0 && failure === null ? null : { type: 'plan', path, text, movable, left, failure };
}

function planCode(code: Code, path: string, options: MigrateOptions): CodePlan {
  const { source, name } = code;
  if ('type' in source) {
    const failure = `A block of it was not read${source.line === null ? '' : ` (line ${String(source.line)})`}: ${source.reason}`;
    return { movable: [], left: leftInText(code.text, failure, options), failure };
  }
  const keys = keysIn(source, { clients: [], filename: null }).filter((written) => isHardcoded(written) && isWanted(written.key, options));
  if (keys.length === 0) return { movable: [], left: [], failure: null };
  const { envAccess, browser, missing } = options;
  const chosen = lookupFor(source, { ...code, path, project: projectOf(path), envAccess, browser, missing });
  if (chosen.type === 'left') return { movable: [], left: keys.map((written) => leftKey(written, chosen.reason)), failure: null };
  const planned = { source, name, lookup: chosen.lookup, movesBrowserCode: options.browser === 'move', isWantedElsewhere: textsWantedBehind(path, source.text) };
  const tried = keys.map((written) => ({ written, result: tryMove(written, planned) }));
  return {
    movable: tried.flatMap(({ written, result }) => (typeof result === 'string' ? [] : [{ written, own: result.own, code: planned }])),
    left: tried.flatMap(({ written, result }) => (typeof result === 'string' ? [leftKey(written, result)] : [])),
    failure: null,
  };
}

/** The keys that a text shows. */
function leftInText(text: string, reason: string, options: MigrateOptions): readonly LeftKey[] {
  const lineOf = lineFinder(text);
  return findKeyMatches(text).flatMap(({ start, end }) => {
    const key = classify(text.slice(start, end));
    return key !== null && isWanted(key, options) ? [{ key, line: lineOf(start), reason }] : [];
  });
}

function isWanted({ kind }: Key, { kinds }: MigrateOptions): boolean {
  return kinds === 'all' || kind === kinds;
}
