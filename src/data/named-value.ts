/** Where something stands, as ESLint's report takes it: lines from 1, columns as the file's language counts them. */
export interface Loc {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** A text under a name: an assignment of an env file, a member of JSON, YAML or TOML. */
export interface NamedValue {
  /** Of the innermost; of a pair such as `{ name: 'Authorization', value: '…' }` the name that it gives. */
  readonly name: string;
  /** All names that lead to it, outermost first, its own the last. */
  readonly path: readonly string[];
  /** Without quotes, escapes decoded. */
  readonly value: string;
  readonly nameLoc: Loc;
  readonly valueLoc: Loc;
  /** In an env file, the stretch of the value without its quotes. */
  readonly valueRange: readonly [number, number] | null;
}
