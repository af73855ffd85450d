import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCommittedEnvFile, isEnvFile } from '../../src/catalogue/env-file-names.js';

describe('env files', () => {
  const PRIVATE = [
    '.env', '.env.local', '.env.production', '.env.production.local', '.env.development', '.env.test', '.ENV', '.env.bak', '.env-prod',
    '.env_old', '.dev.vars', '.dev.vars.staging', '.env.example.local',
  ];
  const COMMITTED = [
    '.env.example', '.env.sample', '.env.template', '.env.defaults', '.env.dist', '.env.schema', '.env.local.example',
    '.env.production.example', '.env.example.production', '.env-example', '.env_sample', '.ENV.EXAMPLE', '.dev.vars.example',
  ];
  const NEITHER = [
    '', 'env', 'env.ts', '.envrc', '.environment', '.env.js', '.env.d.ts', '.env.json', '.env.vault', '.env.example.md', 'a.env', '.dev',
    '.vars', 'dotenv', '.eslintrc',
  ];

  test.each(PRIVATE)('%s is private', (name) => expect([isEnvFile(name), isCommittedEnvFile(name)]).toEqual([true, false]));
  test.each(COMMITTED)('%s is committed', (name) => expect([isEnvFile(name), isCommittedEnvFile(name)]).toEqual([true, true]));
  test.each(NEITHER)('%s is none', (name) => expect([isEnvFile(name), isCommittedEnvFile(name)]).toEqual([false, false]));

  test('what is committed is an env file', () => {
    const name = fc.oneof(fc.string(), fc.string().map((tail) => `.env.${tail}`));
    fc.assert(fc.property(name, (each) => !isCommittedEnvFile(each) || isEnvFile(each)));
  });
});
