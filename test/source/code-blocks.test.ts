import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textUntilEndOf, textWithout } from '../../src/source/blanked-text.js';
import { codeBlocksIn, isComponentFile } from '../../src/source/code-blocks.js';

/** A component whose blocks of code are in marks, and how each is found: its place and extension. */
type Row = readonly [about: string, marked: string, found: readonly string[]];

const without = (marked: string): string => marked.replaceAll(/[«»]/g, '');

function expectBlocks(path: string, marked: string, found: readonly string[]): void {
  const text = without(marked);
  const blocks = codeBlocksIn(text, path);
  expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(Array.from(marked.matchAll(/«([^»]*)»/g), ([, code]) => code));
  expect(blocks.map(({ place, extension, isClosed }) => `${place} ${extension}${isClosed ? '' : ' open'}`)).toEqual(found);
}

const VUE: readonly Row[] = [
  ['both scripts', '<script>«a»</script>\n<script setup lang="ts">«b»</script>', ['script js', 'script ts']],
  ['attributes with the end of a tag in quotes', '<script setup lang=\'tsx\' generic="T extends A<B>">«a»</script>', ['script tsx']],
  ['a script that ends in a string', "<script>«const a = '»</script>';</script>", ['script js']],
  ['a script in a comment', '<!-- <script>a</script> --><script>«b»</script>', ['script js']],
  ['a template with templates and a script', '<template><template #a="{ b }"><script>a</script></template><template #c /></template><script>«b»</script>', ['script js']],
  ['a template with a commented template', '<template><!-- <template> --></template><script>«b»</script>', ['script js']],
  ['a template of another language', '<template lang="pug">\np <template>\n</template>\n<script>«b»</script>', ['script js']],
  ['blocks of the user', '<docs><script>a</script></docs><i18n lang="json">{}</i18n><script>«b»</script>', ['script js']],
  ['scripts that are no code', '<script type="application/json">{}</script><script lang="coffee">a</script>', []],
  ['empty scripts', '<script src="./a.js" />«»<script lang="ts">«»</script>', ['script js', 'script ts']],
  ['a script that nothing closes', '<script>«a\n<template />»', ['script js open']],
  ['a template that nothing closes', '<template><script>a</script>', []],
  ['a tag that nothing closes', '<script lang="ts', []],
];

const SVELTE: readonly Row[] = [
  ['both scripts', '<script module>«a»</script>\n<script lang="ts">«b»</script>', ['script js', 'script ts']],
  ['types of scripts', '<script context="module" type="text/typescript">«a»</script><script type=module>«b»</script >', ['script ts', 'script js']],
  ['scripts for the page', "<svelte:head><script>«a»</script></svelte:head>{@html `<script>«b»</script>`}<script>«c»</script>", ['fixed js', 'fixed js', 'script js']],
  ['braces in attributes', '<script data-a={{ b: 1 > 2 }}>«a»</script>', ['script js']],
  ['style and comments', '<style>a { b: "<script>" }</style><!-- <script> --><script>«a»</script>', ['script js']],
];

const ASTRO: readonly Row[] = [
  ['front matter and scripts', '---«\na\n»---\n<script>«b»</script><script src="a.js">«»</script>', ['front-matter ts', 'script ts', 'script ts']],
  ['front matter behind a comment', '\n<!-- - --->\n---«\na\n»---\n', ['front-matter ts']],
  ['fences in strings, comments and patterns', "---«\n'---' + \"---\" + `\n---\n`; // ---\n/*\n---\n*/ /[`'/]---/;\n»---\n---", ['front-matter ts']],
  ['quotes in comments and patterns', "---«\n// it's\nconst a = /[\"`']/;\n»---\n<p>it's</p>", ['front-matter ts']],
  ['a front matter of one line', '---«a»--- <p />', ['front-matter ts']],
  ['a front matter that nothing closes', '---«\na\n<p />»', ['front-matter ts open']],
  ['dashes behind an element', '<p>a</p>\n---\na\n---\n', []],
  ['scripts that Astro does not process', '<script is:inline>«a»</script><script define:vars={{ a: { b: ">" } }}>«b»</script><script lang="ts">«c»</script><script {...d}>«e»</script>', ['fixed js', 'fixed js', 'fixed ts', 'fixed js']],
  ['a script in an expression', "{a && <p>it's</p>}{a && <script>«b»</script>}<script>«c»</script>", ['fixed js', 'script ts']],
  ['a component with the name of a script', '<Script>a</Script>', []],
];

describe('the code of a component', () => {
  it.each(VUE)('is found in Vue: %s', (_, marked, found) => { expectBlocks('a.vue', marked, found); });
  it.each(SVELTE)('is found in Svelte: %s', (_, marked, found) => { expectBlocks('a.svelte', marked, found); });
  it.each(ASTRO)('is found in Astro: %s', (_, marked, found) => { expectBlocks('a.astro', marked, found); });

  it('is that of three languages', () => {
    expect(['a.vue', 'a.SVELTE', 'a.astro', 'a.svelte.ts', 'a.html', 'vue'].map(isComponentFile)).toEqual([true, true, true, false, false, false]);
  });

  const piece = fc.constantFrom(
    ...['<script>«a < b»</script>', '<script lang="ts">«\n»</script>', '<style>a { b: c }</style>', '<!-- <script>a</script> -->', '\r\n', '<script type="text/x-template"><p></p></script>'],
    ...['<template><p a="b > c">{{ d }}</p><template /></template>', '<template lang="html"><a/></template>'],
  );

  it.each(['a.vue', 'a.svelte', 'a.astro'])('is found in any order of its parts (%s)', (path) => {
    fc.assert(fc.property(fc.array(piece), (pieces) => {
      const marked = pieces.join('');
      const text = without(marked);
      expect(codeBlocksIn(text, path).map(({ start, end }) => text.slice(start, end))).toEqual(Array.from(marked.matchAll(/«([^»]*)»/g), ([, code]) => code));
    }));
  });

  it.each(['a.vue', 'a.svelte', 'a.astro'])('is looked for in any text, in the order of the text and in time (%s)', (path) => {
    const text = fc.array(fc.constantFrom('<script', '>', '</script', '<template', '</template>', '---', '{', '}', '"', "'", '`', '<!--', '-->', '/', '\n', 'a', '='), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, (given) => {
      const edges = codeBlocksIn(given, path).flatMap(({ start, end }) => [start, end]);
      expect(edges).toEqual(edges.toSorted((one, other) => one - other));
      expect(edges.every((edge) => edge >= 0 && edge <= given.length)).toBe(true);
    }), { numRuns: 500 });
    for (const part of ['<script ', '<script>', '<template>', '<template "', '<!--', '<a>', '{', '`', '/*', "<script a='", '<!-- -->', '<script a={']) codeBlocksIn(part.repeat(100_000), path);
  }, 10_000);
});

describe('a text with blanks', () => {
  it('keeps offsets and lines', () => {
    const text = 'ä😀<a/>\r\n<script>\n\tb()</script>\r\nc\n';
    const [block] = codeBlocksIn(text, 'a.vue');
    const stretch = block ?? { start: 0, end: 0 };
    const alone = textUntilEndOf(stretch, text);
    expect(alone).toBe('       \r\n        \n\tb()\r\n');
    expect(alone.indexOf('b()')).toBe(text.indexOf('b()'));
    expect(textWithout([stretch], text)).toBe('ä😀<a/>\r\n<script>\n    </script>\r\nc\n');
    expect(textWithout([], text)).toBe(text);
  });
});
