import type { TSESTree } from '@typescript-eslint/utils';

const NAMED_ESCAPES = new Map([['\n', String.raw`\n`], ['\r', String.raw`\r`], ['\t', String.raw`\t`]]);

/** What stands between the quotes of a string, rewritten to mean the same between backticks; it must hold no octal escape. */
export function templateBodyOf(stringBody: string): string {
  return stringBody.replaceAll(/\\[^]|`|\$(?=\{)/g, (token) => (token.length > 1 ? token : `\\${token}`));
}

/** A text, written so that it stands for itself between backticks. */
export function templateBodyFor(text: string): string {
  return text.replaceAll(/[\\`]|\$(?=\{)|[\0-\x1f\x7f\u2028\u2029]/g, (character) => {
    if (/[\\`$]/.test(character)) return `\\${character}`;
    return NAMED_ESCAPES.get(character) ?? String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A template literal that says `bodies[0]`, the lookup, `bodies[1]`, the lookup, and so on. */
export function templateWith(bodies: readonly string[], lookup: string): string {
  return `\`${bodies.join(`\${${lookup}}`)}\``;
}

/** Where a stretch of a template stands, as offsets of the file: parsers disagree on whether its node takes in the delimiters. */
export function stretchRange(quasi: TSESTree.TemplateElement, template: TSESTree.TemplateLiteral): readonly [number, number] {
  const [start, end] = quasi.range;
  const hasDelimiters = template.quasis[0]?.range[0] === template.range[0];
  return hasDelimiters ? [start + 1, end - (quasi.tail ? 1 : 2)] : [start, end];
}
