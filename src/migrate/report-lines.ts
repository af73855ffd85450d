import { shownPath } from './shown-path.js';
import type { FileOutcome } from './migrate-file.js';

/** What jscodeshift is to print about a file: what stays and why, and, once for the project, what to do next. */
export function reportLines({ failure, keys, written }: FileOutcome): readonly string[] {
  const left = keys.flatMap(({ line, kind, reason }) => (reason === null ? [] : [`line ${String(line)}: a Wix ${kind} was left. ${reason}`]));
  const next = written.length === 0 ? [] : [nextSteps(written)];
  return failure === null ? [...left, ...next] : [failure, ...left.filter((line) => !line.includes(failure))];
}

/** Said once, by the run that wrote the env files. */
function nextSteps(written: readonly string[]): string {
  return `Written: ${written.map(shownPath).join(', ')}. Set the variables where the program is deployed, then revoke and replace each moved key: it stays in the git history.`;
}
