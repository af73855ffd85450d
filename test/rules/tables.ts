import { describe, expect, test } from 'vitest';
import { ENGINES, lint, type Engine, type Setup } from './linting.js';
import { unmarked, type Place } from './marks.js';

/** What a row may set beside its name and its code; the code marks every expected report with `«…»`. */
export interface RowSetup extends Partial<Omit<Setup, 'engine' | 'rule'>> {
  /** Of all reports of the row. */
  readonly messageId?: string;
  /** Only for TypeScript's parser, or only for espree. */
  readonly only?: Engine['parser'];
  /** Syntax that the parser of ESLint 8 does not read. */
  readonly isNew?: true;
}

/** One case: a name, marked code, and what differs from the table. */
export type Row = readonly [name: string, code: string, setup?: RowSetup | undefined];

/** What all rows of a table share. */
export interface TableSetup extends RowSetup {
  readonly rule: Setup['rule'];
  readonly engines?: readonly Engine[];
}

/** A report as tables compare it: which message, where. */
export interface Report extends Place {
  readonly messageId: string | undefined;
}

/** One test for each row and engine. */
export function checkTable(title: string, rows: readonly Row[], setup: TableSetup): void {
  for (const engine of setup.engines ?? ENGINES) {
    describe(`${title} (${engine.name})`, () => {
      for (const [at, [name, code, own]] of rows.entries()) {
        if (!isReadBy(engine, own)) continue;
        test(`${String(at + 1)} ${name}`, () => {
          const { rule, messageId = 'instanceToken', only, isNew, engines, ...rest } = { ...setup, ...own };
          const { code: text, places } = unmarked(code);
          expect(reportsOf(text, { ...rest, rule, engine })).toEqual(places.map((place) => ({ messageId, ...place })));
        });
      }
    });
  }
}

function isReadBy({ module, parser }: Engine, { only = parser, isNew }: RowSetup = {}): boolean {
  return only === parser && !(isNew && parser === 'espree' && module === 'eslint-8');
}

/** The reports on a text, in the order of the text. */
export function reportsOf(code: string, setup: Setup): readonly Report[] {
  return lint(code, setup).map(({ messageId, line, column, endLine = 0, endColumn = 0 }) => ({ messageId, line, column, endLine, endColumn }));
}
