import { dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import { DENO_CONFIGS, DENO_IMPORT, VELO, WORKERS_MODULE, WRANGLER_CONFIGS } from '../catalogue/env-lookups.js';
import type { SourceFile } from '../source/source-file.js';
import { cachedReader, foldersUpward, isFile } from '../source/file-cache.js';
import { parseJsonc, textsOf } from '../source/jsonc.js';
import { isWithin, pathWithin } from '../source/module-files.js';
import { modulesFrom } from './module-graph.js';
import { modulesNamedIn, readsOfGlobal } from './names-in.js';
import type { Project } from '../source/project.js';

/** A file and the project that it belongs to; the path is absolute. */
export interface PlacedFile {
  readonly source: SourceFile;
  readonly path: string;
  readonly project: Project;
}

interface WorkerConfig {
  /** Path of the Worker's module; null where the config names none. */
  readonly main: string | null;
  /** Whether the project is one of Pages, whose Workers are in `functions`. */
  readonly isPages: boolean;
}

const workerConfigAt = cachedReader(readWorkerConfig);
// By the reading of the config, which is another when that file has changed.
const workers = new WeakMap<WorkerConfig, ReadonlyMap<string, string>>();

/** Whether Deno runs a file: by imports that only Deno knows, by its use of `Deno` where it has no `process`, or by a deno.json with no package.json beside or below it. */
export function isDenoFile({ source, path }: PlacedFile): boolean {
  const modules = modulesNamedIn(source);
  if (modules.some((name) => DENO_IMPORT.test(name))) return true;
  const hasProcess = readsOfGlobal('process', source).length > 0 || modules.some((name) => /^(?:node:)?process$/.test(name));
  const reads = readsOfGlobal('Deno', source);
  if (reads.length > 0 && !hasProcess && reads.every(({ parent }) => parent?.type === 'MemberExpression')) return true;
  const nearest = foldersUpward(dirname(path)).find((folder) => ['package.json', '.git', ...DENO_CONFIGS].some((name) => existsSync(join(folder, name))));
  return nearest !== undefined && !isFile(join(nearest, 'package.json')) && DENO_CONFIGS.some((name) => isFile(join(nearest, name)));
}

/** Whether a file is a module of a Cloudflare Worker: one that imports the platform's module, that the nearest Wrangler config's `main` loads or has in its own folder, or that is a function of Pages. */
export function isWorkerFile({ source, path, project }: PlacedFile): boolean {
  if (modulesNamedIn(source).includes(WORKERS_MODULE)) return true;
  const folders = foldersUpward(dirname(path)).filter((folder) => isWithin(folder, project.folder));
  const configs = folders.flatMap((folder) => WRANGLER_CONFIGS.map((name) => join(folder, name)));
  const found = configs.find(isFile);
  if (found === undefined) return false;
  const [config, root] = [workerConfigAt(found), dirname(found)];
  if (config?.isPages && isWithin(path, join(root, 'functions'))) return true;
  if (!config?.main || !isFile(config.main)) return false;
  if (dirname(config.main) !== root && isWithin(path, dirname(config.main))) return true;
  const modules = workers.get(config) ?? modulesFrom([{ path: config.main, name: 'main', by: 'code' }], root);
  workers.set(config, modules);
  return modules.has(path);
}

/** Where a file runs in a site or app of Wix's own platform, which has no environment variables; null where it is no such file. */
export function placeOnWix({ source, path, project }: PlacedFile): 'backend' | 'browser' | null {
  const within = pathWithin(path, project.folder);
  if (VELO.backendOnly.test(path)) return 'backend';
  const isVelo = modulesNamedIn(source).some((name) => VELO.modules.test(name) && !project.hasPackage(name));
  const isWixProject = VELO.markers.some((name) => existsSync(join(project.folder, name))) && !VELO.otherFrameworks.some(project.hasPackage);
  if (!isVelo && !isWixProject) return null;
  if (VELO.backend.test(within)) return 'backend';
  if (VELO.browser.test(within)) return 'browser';
  return isVelo ? 'backend' : null;
}

function readWorkerConfig(text: string, path: string): WorkerConfig {
  const root = dirname(path);
  if (!path.endsWith('.toml')) {
    const content = parseJsonc(text) ?? {};
    const [main] = textsOf(content.main);
    return { main: main === undefined ? null : join(root, main), isPages: 'pages_build_output_dir' in content };
  }
  // Keys of the top level stand in front of the first table.
  const top = text.split(/^\s*\[/m)[0] ?? '';
  const main = /^\s*main\s*=\s*["']([^"'\n]+)["']/m.exec(top)?.[1];
  return { main: main === undefined ? null : join(root, main), isPages: /^\s*pages_build_output_dir\s*=/m.test(top) };
}
