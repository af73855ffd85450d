import { lstatSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { linkedPath } from './atomic-write.js';
import { isIgnored, isInRepository, isTracked } from './git.js';
import { ignoringIn, isIgnoredIn } from './ignore-text.js';
import { EnvFileError, mustBeWritable, type NamedFile, readText } from './text-file.js';

/** The new text of a .gitignore. */
export interface IgnoreEdit {
  readonly file: NamedFile;
  readonly before: string | null;
  readonly after: string;
}

/**
 * What the .gitignore beside the env file needs so that git leaves that file out; null where it does so already. Throws
 * `EnvFileError` where git tracks the file, would take it in all the same, or cannot be asked.
 */
export function ignoreEditFor(env: NamedFile): IgnoreEdit | null {
  const target = linkedPath(env.path);
  if (target !== env.path && isLeftOut({ path: target, name: `the file that ${env.name} links to` }) === false) {
    throw new EnvFileError(`${env.name} links to a file that git would take in; put ${basename(target)} into the .gitignore beside it.`);
  }
  const file = { path: join(dirname(env.path), '.gitignore'), name: posix.join(posix.dirname(env.name), '.gitignore') };
  const leftOut = isLeftOut(env);
  if (leftOut === true) return null;
  const before = readText(file);
  if (leftOut === null && isIgnoredIn(before ?? '', basename(env.path))) return null;
  mustTakeEffect(file, env);
  return { file, before, after: ignoringIn(before ?? '', basename(env.path)) };
}

/** Throws `EnvFileError` where git would take the env file in. */
export function mustBeLeftOut(env: NamedFile): void {
  if (isLeftOut(env) === false) throw new EnvFileError(`Git would take ${env.name} in whatever .gitignore says; see \`git check-ignore -v ${env.name}\`.`);
}

/** Whether git leaves the file out; null where it is in no repository. */
function isLeftOut({ path, name }: NamedFile): boolean | null {
  const isThere = isInRepository(dirname(path));
  if (isThere === false) return null;
  if (isThere && isTracked(path) === true) {
    throw new EnvFileError(`Git tracks ${name}, so that a key in it would be committed; take it out with \`git rm --cached ${basename(path)}\` first.`);
  }
  const ignored = isThere && isIgnored(path);
  if (ignored === null) throw new EnvFileError(`Git cannot be asked whether it would take ${name} in; see that \`git status\` works in its folder.`);
  return ignored;
}

function mustTakeEffect(file: NamedFile, env: NamedFile): void {
  // Git does not follow it.
  if (lstatSync(file.path, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    throw new EnvFileError(`${file.name} is a link, which git does not follow, so that ${env.name} would be taken in; make it a file.`);
  }
  mustBeWritable(file);
}
