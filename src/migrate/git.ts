import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

interface GitAnswer {
  /** The exit status; null where git was stopped before its end. */
  readonly status: number | null;
  readonly output: Buffer;
}

const TIMEOUT = 10_000;
/** Windows takes 32 thousand characters. */
const LONGEST_COMMAND = 20_000;
const LARGEST_HISTORY = 64 * 1024 * 1024;

// What the project's own settings may not do: run a program, colour the text, leave out a part of the history.
const SETTINGS = ['core.fsmonitor=false', 'color.ui=false', 'log.showSignature=false', 'log.showRoot=true', 'log.follow=false'];
// Without it `*` and `:` in the name of a file mean something; `check-ignore` does not take it, and needs it not.
const LITERAL = '--literal-pathspecs';
const WHOLE_HISTORY = ['--all', '--full-history', '--cc', '--patch', '--unified=0', '--text', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-notes', '--format='];

/** Whether git tracks the file, there or not; null where it cannot be asked or the file is in no repository. */
export function isTracked(path: string): boolean | null {
  return yesOrNo(askAbout(path, [LITERAL, 'ls-files', '--error-unmatch']));
}

/** Whether git leaves the file out, there or not; null where it cannot be asked or the file is in no repository. */
export function isIgnored(path: string): boolean | null {
  const tracked = isTracked(path);
  // What is tracked is not ignored, whatever the patterns say.
  if (tracked !== false) return tracked === null ? null : false;
  return yesOrNo(askAbout(path, ['check-ignore', '--quiet']));
}

/** Whether the folder is in the working tree of a repository; null where there seems to be one and git cannot be asked. */
export function isInRepository(folder: string): boolean | null {
  if (!isBelowGit(folder)) return false;
  const answer = ask(folder, ['rev-parse', '--is-inside-work-tree']);
  return answer?.status === 0 ? answer.output.toString().trim() === 'true' : null;
}

/** The top folder of the repository's working tree; null where git cannot be asked or there is none. */
export function repositoryRoot(folder: string): string | null {
  const answer = ask(folder, ['rev-parse', '--show-toplevel']);
  return answer?.status === 0 ? resolve(answer.output.toString().replace(/\r?\n$/, '')) : null;
}

/**
 * Whether a commit on any branch, or a stash, has one of the texts in one of the files, named from the folder; null where
 * the history is not there in full, cannot be read or is too long to be read in ten seconds. The texts go to no other program.
 */
export function historyHolds(folder: string, text: string | readonly string[], files: readonly string[] = ['.']): boolean | null {
  const shallow = ask(folder, ['rev-parse', '--is-shallow-repository']);
  if (shallow?.status !== 0) return null;
  const places = files.join(' ').length > LONGEST_COMMAND ? ['.'] : files;
  const answer = ask(folder, [LITERAL, 'log', ...WHOLE_HISTORY, '--', ...places]);
  if (answer && [text].flat().some((each) => answer.output.includes(each))) return true;
  return answer?.status === 0 && shallow.output.toString().trim() === 'false' ? false : null;
}

function yesOrNo(answer: GitAnswer | null): boolean | null {
  if (answer?.status === 0) return true;
  return answer?.status === 1 ? false : null;
}

// Git refuses a path that leads through a link to a folder.
function askAbout(path: string, question: readonly string[]): GitAnswer | null {
  try {
    return ask(realpathSync(dirname(path)), [...question, '--', `./${basename(path)}`]);
  } catch {
    return null;
  }
}

function ask(folder: string, question: readonly string[]): GitAnswer | null {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const { error, status, stdout } = spawnSync('git', ['--no-pager', ...settings, ...question], {
    cwd: folder,
    env: gitEnvironment(),
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: TIMEOUT,
    killSignal: 'SIGKILL',
    maxBuffer: LARGEST_HISTORY,
    windowsHide: true,
  });
  const cut = error && 'code' in error && (error.code === 'ENOBUFS' || error.code === 'ETIMEDOUT');
  if (error && cut !== true) return null;
  return { status: error ? null : status, output: stdout };
}

// In a hook, GIT_DIR and its like lead to another repository than the folder's.
function gitEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name) || /^GIT_(?:EXEC_PATH|CONFIG_.+)$/i.test(name));
  const kept = own.filter(([name]) => name.toUpperCase() !== 'GIT_CONFIG_PARAMETERS');
  return { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
}

function isBelowGit(folder: string): boolean {
  const above = dirname(folder);
  return existsSync(join(folder, '.git')) || (above !== folder && isBelowGit(above));
}
