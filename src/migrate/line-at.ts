/** The line of an offset, from 1, as editors count them. */
export function lineAt(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n|[\n\r]/).length;
}
