import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests that Stryker runs against each mutant; `bench/mutants.js` names their folders. Every branch is counted then, so texts of millions of characters are left out and properties get fewer runs. */
export default defineConfig({
  resolve: { alias: { 'fast-check': fileURLToPath(new URL('fewer-runs.js', import.meta.url)) } },
  test: {
    include: (process.env.MUTANT_TESTS ?? 'test').split(' ').map((folder) => `${folder}/**/*.test.ts`),
    exclude: ['test/package/**', '**/long-*.test.ts'],
    testTimeout: 60_000,
  },
});
