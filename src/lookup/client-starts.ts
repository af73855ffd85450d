import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANGULAR, BUNDLED_FILES, DEVICE_MODULES, TEST_FILE } from '../catalogue/client-bundles.js';
import { cachedReader } from '../source/file-cache.js';
import { objectOf, parseJsonc, textsOf, type JsonObject } from '../source/jsonc.js';
import { findModule, isWithin, pathWithin } from '../source/module-files.js';
import type { Project } from '../source/project.js';
import { loadsAt, modulesFrom, type Start } from './module-graph.js';

/** An application of an Angular workspace; paths are from the folder of its file. */
interface AngularApp {
  readonly sourceRoot: string;
  /** Of what the browser runs. */
  readonly entry: string;
  readonly server: readonly string[];
}

const angularAppsAt = cachedReader((text) => angularAppsIn(parseJsonc(text) ?? {}));
const extensionScriptsAt = cachedReader((text) => extensionScriptsIn(parseJsonc(text) ?? {}));

/** The modules that a project's build tool bundles for the browser, out of all its modules. */
export function bundledStarts(project: Project, modules: readonly string[]): Start[] {
  const rows = BUNDLED_FILES.filter(({ packages }) => packages.some(project.hasPackage));
  const own = modules.filter((path) => !TEST_FILE.test(pathWithin(path, project.folder)));
  const bundled = own.filter((path) => rows.some(({ paths, serverExport }) => paths.test(pathWithin(path, project.folder)) && serverExport?.test(textOf(path)) !== true));
  return [...bundled.map((path) => startOf(path, project)), ...angularStarts(project, own)];
}

/** The modules of an app for devices, out of all modules of a project. */
export function deviceStarts(project: Project, modules: readonly string[]): Start[] {
  const rows = DEVICE_MODULES.filter(({ packages }) => packages.some(project.hasPackage));
  const isOfDevice = (path: string): boolean => rows.some((row) => !row.serverFiles.test(path) && loadsAt(path)?.code.some((name) => row.modules.includes(name)) === true);
  return modules.filter((path) => !TEST_FILE.test(pathWithin(path, project.folder)) && isOfDevice(path)).map((path) => startOf(path, project));
}

/** The modules that the manifests of a browser extension name. */
export function extensionStarts(project: Project, manifests: readonly string[]): Start[] {
  return manifests.flatMap((manifest) => (extensionScriptsAt(manifest) ?? []).flatMap((script): Start[] => {
    const path = findModule(`./${script}`, manifest, project.folder);
    return path === null ? [] : [{ path, name: pathWithin(manifest, project.folder), by: 'code' }];
  }));
}

function angularStarts(project: Project, modules: readonly string[]): Start[] {
  const { folder } = project;
  const apps = project.hasPackage(ANGULAR.package) ? (angularAppsAt(join(folder, ANGULAR.workspace)) ?? []) : [];
  return apps.flatMap((app) => {
    const sourceRoot = join(folder, app.sourceRoot);
    const own = modules.filter((path) => isWithin(path, sourceRoot));
    const server = [...app.server.map((name) => join(folder, name)), ...own.filter((path) => ANGULAR.serverFiles.test(pathWithin(path, sourceRoot)))];
    const serverSide = modulesFrom(server.map((path) => startOf(path, project)), folder);
    const rest = own.filter((path) => ANGULAR.applicationFiles.test(pathWithin(path, sourceRoot)) && !serverSide.has(path));
    return [startOf(join(folder, app.entry), project), ...rest.map((path): Start => ({ path, name: ANGULAR.workspace, by: 'code' }))];
  });
}

function angularAppsIn(workspace: JsonObject): readonly AngularApp[] {
  const projects = Object.values(objectOf(workspace.projects) ?? {}).map(objectOf);
  return projects.flatMap((app) => {
    if (!app || app.projectType === 'library') return [];
    const targets = objectOf(app.architect ?? app.targets) ?? {};
    const build = objectOf(targets.build) ?? {};
    const [builder = ''] = textsOf(build.builder);
    if (!ANGULAR.builders.test(builder) || ANGULAR.serverBuilders.test(builder)) return [];
    const [options, ofServer] = [build, targets.server].map((target) => objectOf(objectOf(target)?.options) ?? {});
    const [sourceRoot = join(textsOf(app.root)[0] ?? '', 'src')] = textsOf(app.sourceRoot);
    const [entry = join(sourceRoot, ANGULAR.entry)] = textsOf(options?.browser ?? options?.main);
    return { sourceRoot, entry, server: [...textsOf(options?.server), ...textsOf(objectOf(options?.ssr)?.entry), ...textsOf(ofServer?.main)] };
  });
}

function extensionScriptsIn(manifest: JsonObject): readonly string[] {
  if (typeof manifest.manifest_version !== 'number') return [];
  const background = objectOf(manifest.background) ?? {};
  const content: readonly unknown[] = Array.isArray(manifest.content_scripts) ? manifest.content_scripts : [];
  return [...textsOf(background.service_worker), ...textsOf(background.scripts), ...content.flatMap((each) => textsOf(objectOf(each)?.js))];
}

function startOf(path: string, project: Project): Start {
  return { path, name: pathWithin(path, project.folder), by: 'code' };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
