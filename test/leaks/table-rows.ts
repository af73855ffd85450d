import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { Row, TableSetup } from '../rules/tables.js';

/** A row of a table as `checkTable` gets it, with what its table sets. */
export interface TableRow {
  readonly code: string;
  readonly setup: TableSetup;
}

/** Every row of every table, and every text that `fake-keys.ts` made for them. */
export interface Tables {
  readonly rows: readonly TableRow[];
  readonly keys: ReadonlySet<string>;
}

const RULES = join(import.meta.dirname, '..', 'rules');
const OF_VITEST = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it', 'onTestFinished', 'test', 'vi'];

type Maker = (...args: readonly unknown[]) => unknown;

/** Reads the tables out of the test files below `test/rules`, none of whose tests runs. */
export async function tablesOfRules(): Promise<Tables> {
  const rows: TableRow[] = [];
  const keys = new Set<string>();
  const checkTable = (_: string, given: readonly Row[], setup: TableSetup): void => {
    rows.push(...given.map(([, code, own = {}]) => ({ code, setup: { ...setup, ...own } })));
  };
  vi.doMock('vitest', () => Object.fromEntries(OF_VITEST.map((name) => [name, NOTHING])));
  vi.doMock('../rules/tables.js', () => ({ checkTable, reportsOf: () => [] }));
  vi.doMock('../fake-keys.js', async (original) => recorded(await original<Readonly<Record<string, Maker>>>(), keys));
  for (const file of readdirSync(RULES, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.test.ts')) await import(join(RULES, file));
  }
  for (const module of ['vitest', '../rules/tables.js', '../fake-keys.js']) vi.doUnmock(module);
  vi.resetModules();
  return { rows, keys };
}

/** Whatever is called or asked for of it, it is that itself. */
const NOTHING: unknown = new Proxy(() => NOTHING, { get: () => NOTHING });

function recorded(makers: Readonly<Record<string, Maker>>, keys: Set<string>): Readonly<Record<string, Maker>> {
  return Object.fromEntries(Object.entries(makers).map(([name, make]) => [name, (...args: readonly unknown[]): unknown => {
    const made = make(...args);
    if (typeof made === 'string') keys.add(made);
    return made;
  }]));
}
