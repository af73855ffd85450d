import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { majorOf, projectOf } from '../../src/source/project.js';
import { folderWith, writeInto } from '../project-folder.js';

describe('the folder of a project', () => {
  it('is that of the nearest package.json', () => {
    const folder = folderWith({ 'package.json': {}, 'packages/a/package.json': {}, 'packages/a/src/b/c.js': '', 'other/d.js': '' });
    expect(projectOf(join(folder, 'packages/a/src/b/c.js')).folder).toBe(join(folder, 'packages/a'));
    expect(projectOf(join(folder, 'other/d.js')).folder).toBe(folder);
    expect(projectOf(join(folder, 'other/not-there/d.js')).folder).toBe(folder);
  });

  it('is that of .git where there is no package.json, a folder or a file of worktrees', () => {
    const folder = folderWith({ '.git/HEAD': '', 'src/a.js': '', 'module/.git': 'gitdir: ../.git', 'module/src/a.js': '' });
    expect(projectOf(join(folder, 'src/a.js')).folder).toBe(folder);
    expect(projectOf(join(folder, 'module/src/a.js')).folder).toBe(join(folder, 'module'));
  });

  it('is not looked for above a repository', () => {
    const folder = folderWith({ 'package.json': { dependencies: { next: '1' } }, 'repo/.git/HEAD': '', 'repo/src/a.js': '' });
    const project = projectOf(join(folder, 'repo/src/a.js'));
    expect([project.folder, project.hasPackage('next')]).toEqual([join(folder, 'repo'), false]);
  });

  it('is the fallback, or the file\'s own, where there is neither', () => {
    const folder = folderWith({ 'src/a.js': '' });
    expect(projectOf(join(folder, 'src/a.js'), folder).folder).toBe(folder);
    expect(projectOf(join(folder, 'src/a.js')).folder).toBe(join(folder, 'src'));
  });
});

describe('the packages of a project', () => {
  it('are dependencies of any kind, and not those of the workspace', () => {
    const folder = folderWith({
      'package.json': { dependencies: { next: '1' } },
      'a/package.json': { dependencies: { one: '1' }, devDependencies: { two: '1' }, peerDependencies: { three: '1' }, optionalDependencies: { four: '1' } },
    });
    const project = projectOf(join(folder, 'a/b.js'));
    expect(['one', 'two', 'three', 'four', 'next', 'toString', '__proto__'].filter(project.hasPackage)).toEqual(['one', 'two', 'three', 'four']);
  });

  it.each([['{ broken'], ['[]'], ['null'], ['"text"'], [''], ['{ "dependencies": ["next"] }'], ['{ "dependencies": null, "type": 1 }']])('are none in %s', (manifest) => {
    const folder = folderWith({ 'package.json': manifest });
    const project = projectOf(join(folder, 'a.js'));
    expect(project).toMatchObject({ folder, packageType: 'commonjs' });
    expect(project.hasPackage('next')).toBe(false);
  });

  it('are read again when the file has changed, and not before', () => {
    const folder = folderWith({ 'package.json': '\ufeff{ "type": "module" }' });
    const path = join(folder, 'a.js');
    const project = projectOf(path);
    expect(project.packageType).toBe('module');
    expect(projectOf(path)).toBe(project);
    writeInto(folder, 'package.json', { dependencies: { next: '1' } });
    utimesSync(join(folder, 'package.json'), 1, 1);
    expect(projectOf(path)).toMatchObject({ packageType: 'commonjs' });
    expect(projectOf(path).hasPackage('next')).toBe(true);
  });

  it('have the major version that is installed, else asked for', () => {
    const folder = folderWith({
      'package.json': {}, 'node_modules/a/package.json': { version: '3.1.0' },
      'b/package.json': { dependencies: { a: '^2.0.0', c: '>=4 <6', d: 'workspace:*' } },
    });
    const project = projectOf(join(folder, 'b/x.js'));
    expect(['a', 'c', 'd', 'e'].map((name) => majorOf(project, name))).toEqual([3, 4, null, null]);
  });
});
