import { envEntriesIn } from '../dotenv/env-entries.js';
import { dataPairsIn } from './data-pairs.js';
import { formOf, isTree, type AnySource } from './languages.js';
import type { NamedValue } from './named-value.js';

const known = new WeakMap<object, readonly NamedValue[]>();

/** The named texts of an env or data file, in the order of the text; none in any other. */
export function namedValuesIn(source: AnySource): readonly NamedValue[] {
  if (!isTree(source.ast)) return [];
  const values = known.get(source.ast) ?? find(source);
  known.set(source.ast, values);
  return values;
}

function find(source: AnySource): readonly NamedValue[] {
  switch (formOf(source)) {
    case 'env': return (envEntriesIn(source) ?? []).map(({ name, value, nameLoc, valueLoc, valueRange }) => ({ name, path: [name], value, nameLoc, valueLoc, valueRange }));
    case 'data': return dataPairsIn(source.ast);
    default: return [];
  }
}
