import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import wixKeys from 'eslint-plugin-wix-keys';
import { fillExamples } from './examples/filled-copies.js';
import { runEslint } from './examples/run-eslint.js';

const README = new URL('README.md', import.meta.url);

/**
 * The README with the parts between its markers written anew from what is built.
 * @param {string} readme
 */
export function withGeneratedParts(readme) {
  return withPart(withPart(readme, 'rules', rulesTable()), 'report', `\`\`\`text\n${exampleReport()}\n\`\`\``);
}

/**
 * @param {string} readme
 * @param {string} name
 * @param {string} text
 */
function withPart(readme, name, text) {
  const [begin, end] = [`<!-- begin ${name} -->\n`, `\n<!-- end ${name} -->`];
  const [start, stop] = [readme.indexOf(begin), readme.indexOf(end)];
  if (start === -1 || stop === -1) throw new Error(`README.md has no place for its part "${name}".`);
  return readme.slice(0, start + begin.length) + text + readme.slice(stop);
}

function rulesTable() {
  const rows = Object.entries(wixKeys.rules).map(([name, { meta }]) => {
    const severity = wixKeys.configs['legacy-recommended'].rules?.[`wix-keys/${name}`] ?? 'off';
    return `| [${name}](rules/${name}.md) | ${meta?.docs?.description} | ${String(severity)} | ${meta?.hasSuggestions ? 'yes' : 'no'} |`;
  });
  return ['| rule | what it does | recommended | suggestions |', '|---|---|---|---|', ...rows].join('\n');
}

function exampleReport() {
  const { folder, remove } = fillExamples();
  try {
    return runEslint(join(folder, 'media-upload')).output.trim();
  } finally {
    remove();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(README, withGeneratedParts(readFileSync(README, 'utf8')));
}
