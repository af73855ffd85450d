import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { cachedReader, foldersUpward, isFile } from './file-cache.js';
import { objectOf, parseJsonc, type JsonObject } from './jsonc.js';

/** What is known of the project around a file. The same object for the same package.json, as long as that is not changed. */
export interface Project {
  /** The folder of the nearest package.json; else of the nearest .git; else the fallback. */
  readonly folder: string;
  /** Whether the nearest package.json names the package as a dependency of any kind. That of a workspace above does not count: what it has says nothing of this package. */
  readonly hasPackage: (name: string) => boolean;
  readonly packageType: 'commonjs' | 'module';
}

const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

const manifestAt = cachedReader((text) => parseJsonc(text) ?? {});
const projectAt = cachedReader((text, path) => projectIn(dirname(path), parseJsonc(text) ?? {}));
// Nothing of these can change.
const withoutManifest = new Map<string, Project>();

/** The project of a file: by the nearest package.json, which is not looked for above a repository. A broken one counts as one that names no packages; where there is neither that nor .git, the fallback is taken. */
export function projectOf(path: string, fallback = dirname(path)): Project {
  const folders = foldersUpward(dirname(resolve(path)));
  for (const folder of folders) {
    const found = projectAt(join(folder, 'package.json'));
    if (found) return found;
    // What is above a repository belongs to something else.
    if (existsSync(join(folder, '.git'))) return projectWithout(folder);
  }
  return projectWithout(resolve(fallback));
}

function projectWithout(folder: string): Project {
  const project = withoutManifest.get(folder) ?? projectIn(folder, {});
  withoutManifest.set(folder, project);
  return project;
}

/** The major version of a package: of the one installed, else the first that the package.json asks for; null where neither says. */
export function majorOf({ folder }: Project, name: string): number | null {
  const installed = foldersUpward(folder).map((above) => join(above, 'node_modules', name, 'package.json')).find(isFile);
  const version = (installed === undefined ? null : manifestAt(installed)?.version) ?? rangesIn(manifestAt(join(folder, 'package.json')) ?? {}).get(name);
  const digits = typeof version === 'string' ? /\d+/.exec(version)?.[0] : undefined;
  return digits === undefined ? null : Number(digits);
}

function projectIn(folder: string, manifest: JsonObject): Project {
  const packages = rangesIn(manifest);
  return { folder, hasPackage: (name) => packages.has(name), packageType: manifest.type === 'module' ? 'module' : 'commonjs' };
}

function rangesIn(manifest: JsonObject): ReadonlyMap<string, unknown> {
  return new Map(DEPENDENCIES.flatMap((kind) => Object.entries(objectOf(manifest[kind]) ?? {})));
}
