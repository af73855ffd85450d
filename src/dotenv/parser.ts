import { createRequire } from 'node:module';
import type { EnvAssignment, EnvBroken, EnvProgram } from './env-entries.js';
import { commentToken, entryTokens, type Locate } from './env-tokens.js';
import { type EnvBrokenLine, parseEnv } from './parse-env.js';
import { locator } from './positions.js';
import type { EnvEntry } from './scan-assignment.js';

/** What ESLint gets of an env file; it makes the scopes itself, from the tree and its visitor keys. */
export interface EnvParseResult {
  readonly ast: EnvProgram;
  readonly visitorKeys: Record<string, string[]>;
}

const manifest = createRequire(import.meta.url)('eslint-plugin-wix-keys/package.json') as { version: string };

/** The tree of an env file for ESLint 8, 9 and 10; never throws, offsets and locations are those of the text given. */
export function parseForESLint(text: string): EnvParseResult {
  // ESLint writes the `#!` that begins a file as `//`.
  const file = parseEnv(text.startsWith('//') ? `#!${text.slice(2)}` : text);
  const locate = locator(text);
  const range: [number, number] = [0, text.length];
  const ast: EnvProgram = {
    type: 'Program',
    dialect: 'dotenv',
    sourceType: 'script',
    body: [],
    entries: file.entries.map((entry) => assignment(entry, locate)),
    broken: file.broken.map((line) => broken(line, locate)),
    tokens: file.entries.flatMap((entry) => entryTokens(entry, text, locate)),
    comments: file.comments.map((comment) => commentToken(comment, text, locate)),
    range,
    loc: locate(range),
  };
  return { ast, visitorKeys: { Program: ['body', 'entries'], EnvAssignment: [] } };
}

/** The parser that lets ESLint lint env files: `languageOptions.parser` for `.env` and `.env.*`. */
export const dotenvParser = { meta: { name: 'wix-keys/dotenv', version: manifest.version }, parseForESLint };

function assignment(entry: EnvEntry, locate: Locate): EnvAssignment {
  return {
    ...entry,
    type: 'EnvAssignment',
    loc: locate(entry.range),
    nameLoc: locate(entry.nameRange),
    valueLoc: locate(entry.valueRange),
  };
}

function broken({ range }: EnvBrokenLine, locate: Locate): EnvBroken {
  return { type: 'EnvBroken', range, loc: locate(range) };
}
