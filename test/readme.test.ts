import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withGeneratedParts } from '../docs.js';
import { rules } from '../rules/index.js';
import { isCommittedEnvFile } from '../src/catalogue/env-file-names.js';

const PROJECT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');

const readme = read('README.md');
const { scripts, engines, peerDependencies } = JSON.parse(read('package.json')) as Record<'engines' | 'peerDependencies' | 'scripts', Record<string, string>>;

/** The targets of all links to files in a Markdown text. */
function linkedFiles(markdown: string): string[] {
  return [...markdown.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
}

describe('the README', () => {
  it('has the table of rules and the report that the built plugin gives (`npm run docs` writes them)', () => {
    expect(withGeneratedParts(readme)).toBe(readme);
  });

  it('shows the configuration that the example uses', () => {
    expect(readme).toContain(`\`\`\`js\n${read('examples/media-upload/eslint.config.js')}\`\`\``);
    expect(readme).toContain(`\`\`\`js\n${read('examples/sdk-server/eslint.config.js')}\`\`\``);
  });

  it('names the versions of the manifest', () => {
    for (const versions of [engines.node, peerDependencies.eslint]) expect(readme).toContain(`\`${versions ?? ''}\``);
  });

  it('names env files as the rules take them', () => {
    for (const name of ['.env.example', '.env.sample', '.env.template', '.env.defaults']) {
      expect(readme).toContain(`\`${name}\``);
      expect(isCommittedEnvFile(name)).toBe(true);
    }
  });
});

describe.each(['README.md', 'CONTRIBUTING.md', ...Object.keys(rules).map((name) => `rules/${name}.md`)])('%s', (page) => {
  it('links to files that exist', () => {
    expect(linkedFiles(read(page)).filter((file) => !existsSync(join(PROJECT, page, '..', file)))).toEqual([]);
  });

  it('names scripts that exist', () => {
    const named = [...read(page).matchAll(/npm run ([\w-]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});
