// A string, a comment, or a comma with nothing but space and comments before the closing bracket.
const TOKEN = /"(?:[^"\\]|\\[^])*"|\/\/[^\n\r]*|\/\*[^]*?(?:\*\/|$)|,(?=(?:\s|\/\/[^\n\r]*|\/\*[^]*?\*\/)*[}\]])/g;

/** An object of unknown content. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads JSON with comments and trailing commas; null where it is broken or no object. */
export function parseJsonc(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text.replace(TOKEN, (token) => (token.startsWith('"') ? token : ' ')));
    return objectOf(value);
  } catch {
    return null;
  }
}

/** The value where it is an object and no list, else null. */
export function objectOf(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The texts of a list, or the one text; none for anything else. */
export function textsOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === 'string');
}
