import { defineConfig } from 'vitest/config';

/** The growth curves: timed, so they are a benchmark and no part of `npm test`. */
export default defineConfig({ test: { include: ['bench/**/*.test.ts'], pool: 'forks', maxWorkers: 1 } });
