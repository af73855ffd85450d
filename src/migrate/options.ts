import { isPortableName } from '../dotenv/write-env.js';

/** What a run of the codemod was asked to do. */
export interface MigrateOptions {
  /** The variable of the only key of a project, and what the names of several begin with. */
  readonly name: string;
  /** The folder of the env files, from the working directory; null for that of the nearest package.json. */
  readonly envDir: string | null;
  /** The private env file, from that folder. */
  readonly envFile: string;
  /** The env file that names variables without values; null for the one that is there, else `.env.example`. */
  readonly envExample: string | null;
  /** How code reads a variable, `%s` being its name; null to choose by the file. */
  readonly envAccess: string | null;
  /** What TypeScript and the running program are told of a variable that is not set. */
  readonly missing: 'assert' | 'ignore' | 'throw';
  readonly kinds: 'all' | 'ist' | 'jws';
  /** What becomes of a key in code that runs in a browser. */
  readonly browser: 'move' | 'skip';
  readonly dry: boolean;
  /** A file that gets one line of JSON for each file with a key, for `migrate`; null to report through the runner. */
  readonly outcomes: string | null;
}

/** An option as the user writes it: what it takes, or the values it can have. */
export interface OptionForm {
  readonly name: string;
  readonly takes: 'flag' | 'text' | readonly string[];
  readonly about: string;
}

/** The options of both ways to run the codemod, in the order of the help. */
export const OPTION_FORMS: readonly OptionForm[] = [
  { name: 'name', takes: 'text', about: 'Variable of the key (default WIX_API_KEY); several keys get it with an id behind it.' },
  { name: 'env-file', takes: 'text', about: 'Private env file that gets the values (default .env).' },
  { name: 'env-example', takes: 'text', about: 'Env file that gets the names alone (default .env.example, or the sample that is there).' },
  { name: 'env-dir', takes: 'text', about: 'Folder of both (default: that of the nearest package.json).' },
  { name: 'env-access', takes: 'text', about: "How code reads a variable, such as \"requireEnv('%s')\" (default: chosen by the file)." },
  { name: 'missing', takes: ['assert', 'throw', 'ignore'], about: 'A variable that is not set: assert that it is (TypeScript), throw, or ignore.' },
  { name: 'kinds', takes: ['all', 'ist', 'jws'], about: 'Which keys to move (default all).' },
  { name: 'browser', takes: ['skip', 'move'], about: 'Keys in code that a browser runs (default skip: they would be public).' },
  { name: 'dry', takes: 'flag', about: 'Show what would change, and change nothing.' },
];

// jscodeshift@17.4.0 bin/jscodeshift.js: its own options reach the transform with ours.
const OF_JSCODESHIFT = [
  ...['babel', 'cpus', 'dry', 'extensions', 'failOnError', 'gitignore', 'help', 'ignoreConfig', 'ignorePattern', 'ignoreSet', 'parser', 'parserConfig'],
  ...['print', 'runInBand', 'silent', 'stdin', 'transform', 'verbose', 'version', 'outcomes', '_'],
];

// A key may have been typed; spelled as an option no pattern of keys finds it.
const PLAIN = /^[a-z-]{1,24}$/;

/** The options that were given, whatever way their names are written (`envFile`, `env-file`), or the first fault among them in one sentence. */
export function readOptions(given: Readonly<Record<string, unknown>>): MigrateOptions | string {
  const values = new Map<string, unknown>();
  for (const [written, value] of Object.entries(given)) {
    const name = dashed(written);
    const form = OPTION_FORMS.find((candidate) => candidate.name === name);
    if (!form && OF_JSCODESHIFT.includes(written)) continue;
    if (!form) return `There is no ${PLAIN.test(name) ? `option --${name}` : 'such option'}${nearest(name)}.`;
    if (!isFit(value, form)) return `--${name} takes ${wanted(form)}.`;
    values.set(name, value);
  }
  const text = (name: string): string | null => (values.has(name) ? String(values.get(name)) : null);
  const name = text('name') ?? 'WIX_API_KEY';
  if (!isPortableName(name)) return '--name takes letters, digits and _, and no digit in front.';
  const envAccess = text('env-access');
  if (envAccess !== null && !envAccess.includes('%s')) return '--env-access takes an expression with %s in place of the name of the variable.';
  return {
    name, envAccess,
    envDir: text('env-dir'), envFile: text('env-file') ?? '.env', envExample: text('env-example'),
    missing: (text('missing') ?? 'assert') as MigrateOptions['missing'],
    kinds: (text('kinds') ?? 'all') as MigrateOptions['kinds'],
    browser: (text('browser') ?? 'skip') as MigrateOptions['browser'],
    dry: values.get('dry') === true,
    outcomes: typeof given.outcomes === 'string' ? given.outcomes : null,
  };
}

function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

function isFit(value: unknown, { takes }: OptionForm): boolean {
  if (takes === 'flag') return typeof value === 'boolean';
  if (takes === 'text') return typeof value === 'string' && value !== '';
  return typeof value === 'string' && takes.includes(value);
}

function wanted({ takes }: OptionForm): string {
  if (takes === 'flag') return 'no value';
  return takes === 'text' ? 'a text' : `one of ${takes.join(', ')}`;
}

/** The option that somebody meant who wrote an unknown one. */
function nearest(name: string): string {
  const known = OPTION_FORMS.map((form) => ({ form, distance: distanceOf(name, form.name) })).sort((a, b) => a.distance - b.distance);
  const [best] = known;
  return best && best.distance <= Math.max(2, name.length / 3) ? `; did you mean --${best.form.name}?` : '; --help lists them';
}

/** Levenshtein's distance: how many characters to put in, take out or change. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 0; at < one.length; at++) {
    const next = [at + 1];
    for (let column = 0; column < other.length; column++) {
      const change = (row[column] ?? 0) + (one[at] === other[column] ? 0 : 1);
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
