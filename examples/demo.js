import { join } from 'node:path';
import { fillExamples, keysByMarker } from './filled-copies.js';
import { runEslint } from './run-eslint.js';

const SHORTEST_LEAK = 12;

const demos = [
  {
    app: 'media-upload',
    story: 'A page that uploads pictures. Its key was copied from the site dashboard, Wix answers 403, and the page falls back to a data URL.',
    expected: ['js/config/wix-config.js: wix-keys/no-hardcoded-key', 'js/config/wix-config.js: wix-keys/no-instance-token-for-rest'],
  },
  {
    app: 'sdk-server',
    story: 'A server that makes upload addresses with @wix/sdk and @wix/media. Its key may work, but it stands in the source.',
    expected: ['src/media-client.ts: wix-keys/no-hardcoded-key', 'src/media-client.ts: wix-keys/no-instance-token-for-rest'],
  },
];

const { folder, remove } = fillExamples();
try {
  const missing = demos.flatMap((demo) => lint(demo));
  if (missing.length > 0) {
    say(`NOT REPORTED:\n${missing.join('\n')}`);
    process.exitCode = 1;
  } else {
    say('Every mistake was reported at its place, no line above holds a piece of a key, and nothing was sent anywhere.');
  }
} finally {
  remove();
}

/**
 * Lints one example and shows what its user sees.
 * @param {typeof demos[number]} demo
 * @returns {string[]} the expected reports that did not come
 */
function lint({ app, story, expected }) {
  say(`examples/${app}: ${story}`);
  const { output, reports } = runEslint(join(folder, app));
  say(`$ npx eslint .\n${output.trimEnd()}`);
  return expected.filter((report) => !reports.includes(report)).map((report) => `${app}/${report}`);
}

/**
 * Prints a paragraph, unless there is a piece of a key in it.
 * @param {string} paragraph
 */
function say(paragraph) {
  for (const [marker, key] of keysByMarker) {
    const secret = key.slice(key.indexOf('.') + 1);
    for (let at = 0; at + SHORTEST_LEAK <= secret.length; at += 1) {
      if (paragraph.includes(secret.slice(at, at + SHORTEST_LEAK))) throw new Error(`The output holds a piece of ${marker}.`);
    }
  }
  console.log(`${paragraph}\n`);
}
