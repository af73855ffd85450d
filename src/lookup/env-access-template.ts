import { Script } from 'node:vm';
import type { EnvLookup } from '../edit/env-lookup.js';

const TEXT = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g;
const GROUP = /\([^()[\]{}]*\)|\[[^()[\]{}]*\]|\{[^()[\]{}]*\}/g;
const TYPE_ASSERTION = /\s(?:as|satisfies)\s+[\w$.<>[\]|&\s]+?(?=\s*(?:[),\]]|$))/g;
const NON_NULL = /(?<=[\w$)\]])!(?=[.[(),\]\s]|$)(?!\s*=)/g;
// Names, texts and groups (`\0`), with members, calls and `!` behind them.
const TIGHT = /^(?:[\w$]+|\0)(?:\??\.[\w$]+|(?:\?\.)?\0|!)*$/;
const ENV_FUNCTION = /^(?:globalThis\.)?(?:Deno|Netlify)\.env\.get\(/;

/** The lookup that `--env-access` describes, such as `requireEnv('%s')`, `%s` being the variable's name; null where it is no expression of one line with `%s` in it. What is read from an object counts as possibly undefined, what a function gives does not. */
export function envAccessLookup(template: string): EnvLookup | null {
  const code = template.trim();
  const sample = code.replaceAll('%s', 'NAME');
  if (!code.includes('%s') || /[\n\r\u2028\u2029]/.test(code) || !isExpression(sample)) return null;
  const shape = shapeOf(sample);
  const isTight = TIGHT.test(shape);
  const isRead = /[.?][\w$]+$|\]$/.test(sample) || ENV_FUNCTION.test(sample);
  return {
    expression: (variable) => {
      const expression = code.replaceAll('%s', () => variable);
      return isTight ? expression : `(${expression})`;
    },
    mayBeUndefined: isTight && isRead,
  };
}

/** Whether a template says what only TypeScript reads: an assertion, or a `!`. */
export function needsTypeScript(template: string): boolean {
  const code = template.replaceAll(TEXT, '0');
  return withoutTypes(code) !== code;
}

function withoutTypes(code: string): string {
  return code.replaceAll(TYPE_ASSERTION, '').replaceAll(NON_NULL, '');
}

/** The code with its texts and groups each as `\0`; other brackets are what nothing closes. */
function shapeOf(code: string): string {
  let shape = code.replaceAll(TEXT, '\0');
  for (let before = ''; before !== shape;) {
    before = shape;
    shape = shape.replaceAll(GROUP, '\0');
  }
  return shape;
}

/** Whether it compiles as one expression; it is not run. */
function isExpression(code: string): boolean {
  const withoutTexts = code.replaceAll(TEXT, '\0');
  if (/\/[/*]|;/.test(withoutTexts) || /[()[\]{}]/.test(shapeOf(code))) return false;
  const plain = withoutTypes(code.replaceAll('import.meta', 'import_meta'));
  try {
    return Boolean(new Script(`(async () => (\n${plain}\n))`));
  } catch {
    return false;
  }
}
