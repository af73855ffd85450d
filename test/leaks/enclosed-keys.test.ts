import { describe, expect, it } from 'vitest';
import { istKey, jwsKey, leakSearch } from '../fake-keys.js';
import { lintRecorded } from '../recorded-lint.js';

const [KEY, OTHER] = [istKey(), jwsKey(2)];
const holdsPiece = leakSearch([KEY, OTHER]);

// ESLint makes one fix of several edits, with the text between them in it.
const CODES: readonly (readonly [name: string, filename: string, code: string])[] = [
  ['another key between a write and a read', 'a.ts', `process.env.FOO = '${KEY}';\nf('${OTHER}');\nf(process.env.FOO);\n`],
  ['the same key between a write and a read', 'a.ts', `process.env.FOO = '${KEY}';\nf('${KEY}');\nf(process.env.FOO);\n`],
  ['a comment with a key between a write and a read', 'a.ts', `process.env.FOO = '${KEY}'; // ${OTHER}\nf(process.env.FOO);\n`],
  ['two writes and two reads', 'a.ts', `process.env.FOO = '${KEY}';\nprocess.env.BAR = '${OTHER}';\nf(process.env.FOO, process.env.BAR);\n`],
  ['a write as a value and a read', 'a.ts', `const a = (process.env.FOO ??= '${KEY}'); f(\`\${b} ${OTHER} \${process.env.FOO}\`);\n`],
  ['another key in an expression of a template', 'a.js', `f(\`${KEY} \${g('${OTHER}')} ${KEY}\`);\n`],
  ['the same key in an expression of a template', 'a.js', `f(\`${KEY} \${g('${KEY}')} ${KEY}\`);\n`],
  ['half a key between two in a comment', 'a.js', `/* ${KEY} ${OTHER.slice(0, 300)} ${KEY} */\n`],
  ['half a key behind the key in a string', 'a.js', `f('${KEY} ${KEY.slice(100, 300)}');\n`],
];

describe('a suggestion with several edits, or with text around the key', () => {
  it.each(CODES)('writes no piece of a key that stands between or beside: %s', (_, filename, code) => {
    const { messages } = lintRecorded(code, filename);
    const written = messages.flatMap(({ suggestions = [] }) => suggestions.map(({ fix }) => fix.text));
    expect(messages.length).toBeGreaterThan(0);
    expect(written.map(holdsPiece)).toEqual(written.map(() => false));
  });
});
