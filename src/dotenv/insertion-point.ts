import { type EnvEntry, parseEnv } from './parse-env.js';

/**
 * Where in an env file a new line is read by all: its end, or behind the last assignment (the byte order mark, if there
 * is none) where a line follows that Node 20 and 22.13 take for the beginning of the next variable's name.
 */
export function insertionPoint(text: string): number {
  const last = parseEnv(text).entries.findLast((entry) => isOnOneLine(text, entry));
  if (last === undefined) {
    const start = text.startsWith('\ufeff') ? 1 : 0;
    return text.slice(start).split(/\r?\n/).every(isHarmless) ? text.length : start;
  }
  const lines = text.slice(last.range[1]).split(/(?<=\n)/);
  const [rest = '', ...below] = lines;
  const harmless = below.every((line) => isHarmless(line.replace(/\r?\n$/, '')));
  return harmless ? text.length : last.range[1] + rest.length;
}

// `NAME: value` and a value on the next line are assignments to dotenv, not to Node.
function isOnOneLine(text: string, { nameRange, valueRange, quote }: EnvEntry): boolean {
  return /^[ \t]*=[ \t]*$/.test(text.slice(nameRange[1], valueRange[0] - quote.length));
}

// A line of blanks, an indented comment and a line without `=` are what those versions of Node stumble over.
function isHarmless(line: string): boolean {
  return line === '' || line.startsWith('#');
}
