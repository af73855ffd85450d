import { join } from 'node:path';
import { fillExamples, keysByMarker } from './filled-copies.js';
import { runEslint } from './run-eslint.js';
import { runMigration } from './run-migration.js';
import { sentHeader } from './sent-header.js';

const SHORTEST_LEAK = 12;

const CONFIG = 'js/config/wix-config.js';
const PAGE = 'js/app.js';
const CLIENT = 'src/media-client.ts';

const demos = [
  {
    app: 'media-upload',
    story: 'A page that uploads pictures. Its key was copied from the site dashboard, Wix answers 403, and the page falls back to a data URL.',
    before: [`${PAGE}: wix-keys/no-instance-token-for-rest`, `${CONFIG}: wix-keys/no-hardcoded-key`, `${CONFIG}: wix-keys/no-instance-token-for-rest`],
    // Browser code: in the environment of a page the key would be as public as before.
    after: [`${PAGE}: wix-keys/no-instance-token-for-rest`, `${CONFIG}: wix-keys/no-hardcoded-key`, `${CONFIG}: wix-keys/no-instance-token-for-rest`],
  },
  {
    app: 'sdk-server',
    story: 'A server that makes upload addresses with @wix/sdk and @wix/media. Its key may work, but it stands in the source.',
    before: [`${CLIENT}: wix-keys/no-hardcoded-key`, `${CLIENT}: wix-keys/no-instance-token-for-rest`],
    after: [],
  },
];

const { folder, remove } = fillExamples();
try {
  const server = join(folder, 'sdk-server');
  const header = await sentHeader(server);
  const faults = demos.flatMap(({ app, story, before }) => {
    say(`examples/${app}: ${story}`);
    return lint(app, before);
  });
  for (const { app, after } of demos) {
    say(`examples/${app}\n$ npx eslint-plugin-wix-keys migrate\n${runMigration(join(folder, app))}`);
    faults.push(...lint(app, after));
  }
  if (header === undefined || header !== (await sentHeader(server))) faults.push('The server sends another Authorization header than before.');
  if (faults.length > 0) {
    say(`NOT AS EXPECTED:\n${faults.join('\n')}`);
    process.exitCode = 1;
  } else {
    say('Every mistake was reported at its place, the key of the server was moved and the server sends the same header as before (to a server on this machine), and no line above holds a piece of a key.');
  }
} finally {
  remove();
}

/**
 * Lints one example and shows what its user sees.
 * @param {string} app
 * @param {readonly string[]} expected `file: rule` of each report that is to come
 * @returns {string[]} what differs
 */
function lint(app, expected) {
  const { output, reports } = runEslint(join(folder, app));
  say(`$ npx eslint .\n${output.trimEnd() || 'No reports.'}`);
  const missing = expected.filter((report) => !reports.includes(report)).map((report) => `${app}/${report} is missing`);
  return [...missing, ...reports.filter((report) => !expected.includes(report)).map((report) => `${app}/${report} is not expected`)];
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
