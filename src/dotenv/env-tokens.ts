import type { EnvToken } from './env-entries.js';
import type { EnvComment } from './parse-env.js';
import type { Location } from './positions.js';
import type { EnvEntry } from './scan-assignment.js';

/** Where a range of the text stands. */
export type Locate = (range: readonly [number, number]) => Location;

const DIRECTIVE = /^\s*eslint-(?:disable|enable)/;

/** The tokens of an assignment in the order of the text: `export`, the name, `=` or `:`, and the value with its quotes. */
export function entryTokens(entry: EnvEntry, text: string, locate: Locate): EnvToken[] {
  const { range, nameRange, valueRange, quote } = entry;
  const token = (type: EnvToken['type'], start: number, end: number): EnvToken => {
    return { type, value: text.slice(start, end), range: [start, end], loc: locate([start, end]) };
  };
  const between = text.slice(nameRange[1], valueRange[0]);
  const sign = nameRange[1] + between.search(/[=:]/);
  const tokens = [token('Identifier', ...nameRange), token('Punctuator', sign, sign + 1)];
  if (entry.exported) tokens.unshift(token('Keyword', range[0], range[0] + 'export'.length));
  if (entry.raw !== '') tokens.push(token('String', valueRange[0] - quote.length, valueRange[1] + quote.length));
  return tokens;
}

/**
 * A comment for ESLint. Only `eslint-disable…` and `eslint-enable` are blocks, the kind that may hold any directive:
 * prose such as `# global settings` would declare a global. Core rules neither report nor rewrite the others.
 */
export function commentToken(comment: EnvComment, text: string, locate: Locate): EnvToken {
  const [start, end] = comment.range;
  // ESLint 8 cuts a rule out of a directive by counting from behind two characters, `//` or `/*`: here `# `.
  const opener = /^(?:# |#\t|\/\/)/.test(text.slice(start, start + 2)) ? 2 : 1;
  const value = text.slice(start + opener, end);
  const type = DIRECTIVE.test(value) && (opener === 2 || !listsMore(value)) ? 'Block' : 'Shebang';
  return { type, value, range: [start, end], loc: locate([start, end]) };
}

function listsMore(directive: string): boolean {
  return (directive.split(/\s--/, 1)[0] ?? '').includes(',');
}
