import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { EXTENSION_MANIFEST } from '../catalogue/client-bundles.js';
import { ASTRO_SERVER_FILES, CLIENT_ENTRIES, PAGE_FILE, USE_CLIENT_PACKAGES } from '../catalogue/env-lookups.js';
import { cachedReader } from '../source/file-cache.js';
import { isWithin, pathWithin } from '../source/module-files.js';
import { bundledStarts, deviceStarts, extensionStarts } from './client-starts.js';
import { modulesFrom, type Start } from './module-graph.js';
import type { Project } from '../source/project.js';

const SKIPPED_FOLDER = /^(?:\..*|node_modules|bower_components|dist|build|out|coverage|vendor)$/;
const MOST_FOLDERS = 4000;
const MOST_PAGES = 800;
const MOST_MODULES = 5000;

const MODULE_FILE = /\.[cm]?[jt]sx?$/i;
// Behind white space and comments.
const USE_CLIENT = /^\ufeff?(?:\s|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/)*(['"])use client\1/;
const isClientModule = cachedReader((text) => USE_CLIENT.test(text), { largest: 512 * 1024 });

interface ProjectFiles {
  readonly pages: readonly string[];
  readonly astroServer: readonly string[];
  readonly modules: readonly string[];
  readonly manifests: readonly string[];
}

type Modules = ReadonlyMap<string, string>;

const files = new WeakMap<Project, ProjectFiles>();
const browserModules = new WeakMap<Project, Modules>();
const installedModules = new WeakMap<Project, Modules>();
const astroModules = new WeakMap<Project, Modules>();

/** The page, component or entry of the project that loads a module in the browser, as a path from the project's folder; null where none is known to. */
export function pageThatLoads(path: string, project: Project): string | null {
  return remembered(browserModules, project, () => modulesFrom(browserStarts(project), project.folder)).get(path) ?? null;
}

/** The module or manifest by which a module is known to be part of what users install, an app on a device or a browser extension; null where none is known. */
export function installedPartThatLoads(path: string, project: Project): string | null {
  const starts = ({ modules, manifests }: ProjectFiles): Start[] => [...deviceStarts(project, modules), ...extensionStarts(project, manifests)];
  return remembered(installedModules, project, () => modulesFrom(starts(filesOf(project)), project.folder)).get(path) ?? null;
}

/** Whether Astro's server runs a module: a page, endpoint, middleware or action, or what one imports. */
export function isAstroServerModule(path: string, project: Project): boolean {
  if (!project.hasPackage('astro') || !isWithin(path, join(project.folder, 'src'))) return false;
  return remembered(astroModules, project, () => modulesFrom(astroStarts(project), project.folder)).has(path);
}

function browserStarts(project: Project): Start[] {
  const entries = CLIENT_ENTRIES.filter(({ packages }) => packages.some(project.hasPackage)).flatMap(({ paths }) => paths);
  const starts = entries.map((name): Start => ({ path: join(project.folder, name), name, by: 'code' }));
  // Astro runs components on the server alone unless a directive says otherwise.
  const serverOnly = project.hasPackage('astro') ? /\.(?:vue|svelte)$/i : /\.server\.vue$/i;
  const pages = filesOf(project).pages.filter((path) => !serverOnly.test(path));
  return [...pages.map((path): Start => ({ path, name: pathWithin(path, project.folder), by: 'scripts' })), ...starts, ...clientModules(project), ...bundledStarts(project, filesOf(project).modules)];
}

function clientModules(project: Project): Start[] {
  if (!USE_CLIENT_PACKAGES.some(project.hasPackage)) return [];
  return filesOf(project).modules.filter((path) => isClientModule(path) === true).map((path) => ({ path, name: pathWithin(path, project.folder), by: 'code' }));
}

function astroStarts(project: Project): Start[] {
  const { pages, astroServer } = filesOf(project);
  const paths = [...astroServer, ...pages.filter((path) => /\.astro$/i.test(path))];
  return paths.map((path) => ({ path, name: pathWithin(path, project.folder), by: 'code' }));
}

function remembered<T>(cache: WeakMap<Project, T>, project: Project, make: () => T): T {
  const value = cache.get(project) ?? make();
  cache.set(project, value);
  return value;
}

function filesOf(project: Project): ProjectFiles {
  return remembered(files, project, () => listFiles(project));
}

/** Nearest to the project's folder first, each folder by name, so that the result does not depend on the disk. */
function listFiles({ folder }: Project): ProjectFiles {
  const pages: string[] = [];
  const astroServer: string[] = [];
  const modules: string[] = [];
  const manifests: string[] = [];
  const folders = [folder];
  for (let at = 0; at < Math.min(folders.length, MOST_FOLDERS); at += 1) {
    const current = folders[at] ?? folder;
    for (const entry of entriesOf(current)) {
      const path = join(current, entry.name);
      if (entry.isDirectory() && !SKIPPED_FOLDER.test(entry.name)) folders.push(path);
      if (!entry.isFile()) continue;
      if (PAGE_FILE.test(entry.name) && pages.length < MOST_PAGES) pages.push(path);
      if (MODULE_FILE.test(entry.name) && modules.length < MOST_MODULES) modules.push(path);
      if (entry.name === EXTENSION_MANIFEST) manifests.push(path);
      if (ASTRO_SERVER_FILES.test(pathWithin(path, folder))) astroServer.push(path);
    }
  }
  return { pages, astroServer, modules, manifests };
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}
