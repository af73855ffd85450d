import { insertionPoint } from './insertion-point.js';
import { type EnvEntry, parseEnv } from './parse-env.js';

/** A variable to write; the comment, of one or more lines, goes above it. */
export interface EnvVariable {
  readonly name: string;
  readonly value: string;
  readonly comment?: string | undefined;
}

/** The new text of an env file and what was done to it, or why nothing was; never holds the value elsewhere. */
export type EnvWrite =
  | {
      /** `filled`: the value was put into an assignment that had none; `unchanged`: the file holds the variable already */
      readonly status: 'appended' | 'filled' | 'unchanged';
      readonly text: string;
    }
  | {
      readonly status: 'refused';
      /** `conflict`: the name has another value; `unreadable`: a reader of the result would not see the same variables */
      readonly reason: 'name' | 'value' | 'conflict' | 'unreadable';
    };

// dotenv puts what it reads into a plain object, where `__proto__` is no variable.
const PORTABLE_NAME = /^(?!__proto__$)[A-Za-z_][A-Za-z0-9_]*$/;
// Every reader of env files takes these characters as they are, without quotes (codemod-facts.md, 3.6).
const PLAIN_VALUE = /^[A-Za-z0-9._-]+$/;

/** Whether every reader of env files takes the name, and code can read it as a member. */
export function isPortableName(name: string): boolean {
  return PORTABLE_NAME.test(name);
}

/** Each variable of an env file with the value that a program reads: of one assigned twice, the last. */
export function variablesIn(text: string): Map<string, string> {
  return new Map(parseEnv(text).entries.map(({ name, value }) => [name, value]));
}

/**
 * Gives a variable its value and leaves every other byte as it is: in place where its last assignment is empty, else in
 * a new line, the last where it can be. Refused where an assignment of the name has another value, unless a later one
 * has this.
 */
export function setVariable(text: string, variable: EnvVariable): EnvWrite {
  if (!PORTABLE_NAME.test(variable.name)) return { status: 'refused', reason: 'name' };
  if (!PLAIN_VALUE.test(variable.value)) return { status: 'refused', reason: 'value' };
  const assigned = parseEnv(text).entries.filter(({ name }) => name === variable.name);
  const last = assigned.at(-1);
  if (last?.value === variable.value) return { status: 'unchanged', text };
  const others = assigned.filter(({ value }) => value !== '' && value !== variable.value);
  if (others.length > 0) return { status: 'refused', reason: 'conflict' };
  const filled = last === undefined ? [] : fillings(text, last, variable);
  return firstReadable(text, variable, { filled, appended: appendings(text, variable) });
}

/** Names a variable without a value, as an example file does; a file that assigns the name anything stays as it is. */
export function declareVariable(text: string, { name, comment }: Omit<EnvVariable, 'value'>): EnvWrite {
  if (!PORTABLE_NAME.test(name)) return { status: 'refused', reason: 'name' };
  if (variablesIn(text).has(name)) return { status: 'unchanged', text };
  const variable = { name, value: '', comment };
  return firstReadable(text, variable, { filled: [], appended: appendings(text, variable) });
}

/**
 * Writes at once the variables that a file does not name, as one after the other would be, but in one look at the file; `rest` is what has
 * to be written one by one: variables that it names, and all where a reader of the result would not see the same.
 */
export function appendAll<V extends EnvVariable>(text: string, variables: readonly V[]): { readonly text: string; readonly rest: readonly V[] } {
  const before = variablesIn(text);
  const isNew = ({ name, value }: V): boolean => !before.has(name) && PORTABLE_NAME.test(name) && (value === '' || PLAIN_VALUE.test(value));
  const added = variables.filter(isNew);
  if (added.length === 0) return { text, rest: variables };
  const eol = eolOf(text);
  const [after = text] = insertions(text, added.map((variable) => notedLine(variable, eol)).join(''));
  const wanted = new Map([...before, ...added.map(({ name, value }) => [name, value] as const)]);
  return holds(variablesIn(after), wanted) ? { text: after, rest: variables.filter((variable) => !isNew(variable)) } : { text, rest: variables };
}

// A line left open above (`OTHER:`, a quote without its end) can swallow what follows it: the first text that reads back wins.
function firstReadable(
  text: string,
  variable: EnvVariable,
  candidates: Readonly<Record<'filled' | 'appended', readonly string[]>>,
): EnvWrite {
  const wanted = variablesIn(text).set(variable.name, variable.value);
  for (const status of ['filled', 'appended'] as const) {
    const found = candidates[status].find((candidate) => holds(variablesIn(candidate), wanted));
    if (found !== undefined) return { status, text: found };
  }
  return { status: 'refused', reason: 'unreadable' };
}

function holds(variables: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): boolean {
  return [...wanted].every(([name, value]) => variables.get(name) === value);
}

function fillings(text: string, entry: EnvEntry, { value, comment }: EnvVariable): string[] {
  const [at] = entry.valueRange;
  // `NAME:` is not read by Node, nor by a shell.
  if (entry.quote === '' && text[at - 1] !== '=') return [];
  const gap = entry.quote === '' && text[at] === '#' ? ' ' : '';
  const lineStart = Math.max(text.lastIndexOf('\n', entry.range[0]), text.lastIndexOf('\r', entry.range[0])) + 1;
  const start = Math.max(lineStart, text.startsWith('\ufeff') ? 1 : 0);
  const assigned = `${text.slice(start, at)}${value}${gap}${text.slice(at)}`;
  return [text.slice(0, start) + commentLines(comment, eolOf(text)) + assigned, text.slice(0, start) + assigned];
}

function appendings(text: string, variable: EnvVariable): string[] {
  const eol = eolOf(text);
  const line = `${variable.name}=${variable.value}${eol}`;
  const noted = notedLine(variable, eol);
  return insertions(text, noted, eol + noted, line, eol + line);
}

function notedLine({ name, value, comment }: EnvVariable, eol: string): string {
  return `${commentLines(comment, eol)}${name}=${value}${eol}`;
}

/** The text with each of the lines in each place for a new one, likeliest first. */
function insertions(text: string, ...lines: readonly string[]): string[] {
  return [insertionPoint(text), text.length].flatMap((point) => {
    const above = text.slice(0, point);
    const whole = /^\ufeff?$|[\n\r]$/.test(above) ? above : above + eolOf(text);
    return lines.map((written) => whole + written + text.slice(point));
  });
}

function commentLines(comment: string | undefined, eol: string): string {
  if (comment === undefined || comment === '') return '';
  const lines = comment.split(/\r\n|[\n\r\u2028\u2029]/);
  return lines.map((line) => `# ${line}`.trimEnd() + eol).join('');
}

function eolOf(text: string): string {
  const windows = text.split('\r\n').length - 1;
  const all = text.split('\n').length - 1;
  if (all === 0 && text.includes('\r')) return '\r';
  return windows > 0 && windows * 2 >= all ? '\r\n' : '\n';
}
