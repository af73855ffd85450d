import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outermost } from '../edit/wrappers.js';
import type { FilePlan, MovableKey } from './file-plan.js';
import type { Occurrence, UsedName } from '../lookup/names.js';
import type { MigrateOptions } from './options.js';
import { lookAhead } from './plan-cache.js';
import { CODE_EXTENSIONS, filesBelow, hasExtension, LARGEST, sizeOf } from './source-files.js';
import { mayHoldMovableBytes } from './text-check.js';
import { mayUseNames, usedNamesIn } from './used-names.js';

/** The keys of a project that can be moved, and the variables that its code names apart from their places. */
export interface ProjectKeys {
  readonly occurrences: readonly Occurrence[];
  readonly used: readonly UsedName[];
}

/** A file that has to do with the environment, by its keys or by what it reads. */
interface FoundFile {
  readonly path: string;
  readonly occurrences: readonly Occurrence[];
}

const foundByFolder = new Map<string, ProjectKeys>();

/** What the sources below a folder hold, and the file of the plan; `plan` is of one of them. In a dry run nothing changes of it, so that it is looked for once. */
export function projectKeysFor(plan: FilePlan, folder: string, options: MigrateOptions): ProjectKeys {
  if (!options.dry) return keysIn(folder, plan, options);
  const found = foundByFolder.get(folder) ?? keysIn(folder, plan, options);
  foundByFolder.set(folder, found);
  return { ...found, occurrences: [...found.occurrences, ...occurrencesOf(plan)] };
}

function keysIn(folder: string, plan: FilePlan, options: MigrateOptions): ProjectKeys {
  const files = filesIn(folder, plan, options);
  const occurrences = files.flatMap((file) => file.occurrences);
  const owns = new Set(occurrences.flatMap(({ own }) => own ?? []));
  return { occurrences, used: files.flatMap((file) => usedNamesIn({ ...file, owns, base: options.name })) };
}

function filesIn(folder: string, plan: FilePlan, options: MigrateOptions): readonly FoundFile[] {
  const isOwnPackage = (below: string): boolean => options.envDir !== null || !['package.json', '.git'].some((name) => existsSync(join(below, name)));
  const paths = new Set([...filesBelow(folder, { takes: (name) => hasExtension(name, CODE_EXTENSIONS), goesInto: isOwnPackage }), plan.path]);
  return [...paths].flatMap((path): readonly FoundFile[] => {
    if (path === plan.path) return [{ path, occurrences: occurrencesOf(plan) }];
    const bytes = (sizeOf(path) ?? 0) > LARGEST ? null : bytesOf(path);
    if (bytes === null) return [];
    // A file that may hold no key is not decoded.
    const found = mayHoldMovableBytes(bytes) ? lookAhead({ path, text: bytes.toString() }, options) : null;
    if (found?.type === 'plan') return [{ path, occurrences: occurrencesOf(found) }];
    return mayUseNames(bytes, options.name) ? [{ path, occurrences: [] }] : [];
  });
}

function occurrencesOf({ movable }: FilePlan): readonly Occurrence[] {
  return movable.map((key) => ({ key: key.written.key, own: key.own, fallback: fallbackOf(key) }));
}

/** The expression that a key is the fallback in: `process.env.X ?? key`. */
function fallbackOf({ written: { node: first, assembly }, own }: MovableKey): Occurrence['fallback'] {
  const node = assembly ?? first;
  const parent = own === null || !('parent' in node) ? undefined : outermost(node).parent;
  return parent && /^(?:AssignmentPattern|ConditionalExpression|LogicalExpression)$/.test(parent.type) ? parent.range : null;
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
