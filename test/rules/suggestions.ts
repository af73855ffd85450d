import type { Linter } from 'eslint';
import { lint, type Setup } from './linting.js';

/** One suggestion: what it says, and the code with it applied. */
export interface Applied {
  readonly description: string;
  readonly output: string;
}

/** A report with what its suggestions make of the code. */
export interface Suggested {
  readonly message: Linter.LintMessage;
  readonly suggestions: readonly Applied[];
}

/** Every report of a rule on a text, each with its suggestions applied alone. */
export function suggestionsFor(code: string, setup: Setup): readonly Suggested[] {
  return lint(code, setup).map((message) => ({
    message,
    suggestions: (message.suggestions ?? []).map(({ desc, fix: { range: [start, end], text } }) => ({
      description: desc,
      output: code.slice(0, start) + text + code.slice(end),
    })),
  }));
}
