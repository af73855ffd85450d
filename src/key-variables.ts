import { isAbsolute, join } from 'node:path';
import type { WrittenKey } from './analysis/keys.js';
import type { RuleContext } from './create-rule.js';
import { namesOf } from './lookup/names.js';
import { variablesAt, variablesBeside } from './lookup/private-variables.js';
import { projectOf } from './source/project.js';

/** The variables of a file's keys, and which others may hold one. */
export interface KeyVariables {
  nameOf(key: WrittenKey): string;
  /** Whether a variable may hold the key: one that an env file gives another value may not. */
  isFree(variable: string, key: WrittenKey): boolean;
}

const NAME = 'WIX_API_KEY';

const known = new WeakMap<readonly WrittenKey[], KeyVariables>();

/** The variables of all keys of a linted file: the one that a private env file of the project has for the key, else a name that none of them has another value for. */
export function variablesOf(keys: readonly WrittenKey[], context: RuleContext<string>): KeyVariables {
  const variables = known.get(keys) ?? findVariables(keys, context.physicalFilename);
  known.set(keys, variables);
  return variables;
}

function findVariables(keys: readonly WrittenKey[], path: string): KeyVariables {
  const envFile = isAbsolute(path) ? join(projectOf(path).folder, '.env') : null;
  const variables = envFile === null ? new Map<string, string>() : variablesAt(envFile);
  const others = envFile === null ? [] : variablesBeside(envFile);
  const names = namesOf({ occurrences: keys.map(({ key }) => ({ key, own: null })), variables, others, name: NAME });
  return {
    nameOf: ({ key }) => names.get(key.text) ?? NAME,
    isFree: (variable, { key }) => [variables, ...others].every((file) => ['', key.text].includes(file.get(variable) ?? '')),
  };
}
