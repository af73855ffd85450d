/** Whether a .gitignore leaves the file beside it out, as far as its plainest lines tell: the last of them counts. */
export function isIgnoredIn(text: string, name: string): boolean {
  const patterns = new Set([lineFor(name), `/${lineFor(name)}`]);
  if (name.startsWith('.env')) patterns.add('.env*');
  if (name.startsWith('.env.')) patterns.add('.env.*');
  if (name.endsWith('.env')) patterns.add('*.env');
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/).map((line) => line.trimEnd());
  const last = lines.findLast((line) => patterns.has(line.replace(/^!/, '')));
  return last !== undefined && !last.startsWith('!');
}

/** The text with a last line that leaves the file beside it out; every byte before it stays. */
export function ignoringIn(text: string, name: string): string {
  const eol = eolOf(text);
  const isWhole = /^\ufeff?$|\n$/.test(text);
  return `${text}${isWhole ? '' : eol}${lineFor(name)}${eol}`;
}

function lineFor(name: string): string {
  return name.replace(/[\\*?[]|^[!#]|\s(?=\s*$)/g, '\\$&');
}

function eolOf(text: string): string {
  const all = text.split('\n').length - 1;
  const windows = text.split('\r\n').length - 1;
  return windows > 0 && windows * 2 >= all ? '\r\n' : '\n';
}
