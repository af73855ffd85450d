import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountKey, appSecret, instanceToken, jwsKey, oauth2Key, oauthKey, truncatedSample } from './fake-keys.js';

/** A fenced block of code on a rule's page, its placeholders filled with made-up keys. */
export interface CodeBlock {
  /** The heading of level two that it stands under. */
  readonly section: string;
  /** The first word behind the fence: js, jsx, ts, tsx, env, … */
  readonly language: string;
  /** The second word: the name of the file it stands in. */
  readonly filename: string | null;
  readonly code: string;
  /** From 1, of the fence. */
  readonly line: number;
}

/** The page of a rule, taken apart. */
export interface RulePage {
  readonly lines: readonly string[];
  /** The text of each section by its heading of level two. */
  readonly sections: Readonly<Record<string, string>>;
  readonly blocks: readonly CodeBlock[];
}

const keysByPlaceholder: Readonly<Record<string, string>> = {
  accountKey: accountKey(),
  appSecret: appSecret(),
  instanceToken: instanceToken(),
  jwsKey: jwsKey(),
  oauthKey: oauthKey(),
  oauth2Key: oauth2Key(),
  truncated: truncatedSample(),
};

/** Every key that a page's placeholders stand for. */
export const PAGE_KEYS = Object.values(keysByPlaceholder);

/** Reads `rules/<name>.md`; throws on a placeholder that nobody knows. */
export function readRulePage(name: string): RulePage {
  const lines = readFileSync(join(import.meta.dirname, '..', 'rules', `${name}.md`), 'utf8').split(/\r?\n/);
  const sections: Record<string, string> = {};
  const blocks: CodeBlock[] = [];
  let section = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, fence, language = '', filename = null] = /^(`{3,})(\w+)?(?: +(\S+))?/.exec(line) ?? [];
    if (fence !== undefined) {
      const end = lines.indexOf(fence, at + 1);
      if (end === -1) throw new Error(`The code block in line ${at + 1} of ${name}.md has no end.`);
      blocks.push({ section, language, filename, code: filled(lines.slice(at + 1, end).join('\n')), line: at + 1 });
      at = end;
    } else if (line.startsWith('## ')) {
      section = line.slice(3).trim();
    }
    sections[section] = `${sections[section] ?? ''}${line}\n`;
  }
  return { lines, sections, blocks };
}

function filled(code: string): string {
  return code.replaceAll(/\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const key = keysByPlaceholder[name];
    if (key === undefined) throw new Error(`No key is known for the placeholder ${placeholder}.`);
    return key;
  });
}
