import { envEntriesIn } from '../dotenv/env-entries.js';
import { dataPairsIn } from './data-pairs.js';
import { formOf, type AnySource } from './languages.js';
import type { NamedValue } from './named-value.js';

const known = new WeakMap<AnySource, readonly NamedValue[]>();

/** The named texts of an env or data file, in the order of the text; none in any other. */
export function namedValuesIn(source: AnySource): readonly NamedValue[] {
  const values = known.get(source) ?? find(source);
  known.set(source, values);
  return values;
}

function find(source: AnySource): readonly NamedValue[] {
  switch (formOf(source)) {
    case 'env': return (envEntriesIn(source) ?? []).map(({ name, value, nameLoc, valueLoc, valueRange }) => ({ name, path: [name], value, nameLoc, valueLoc, valueRange }));
    case 'data': return dataPairsIn(source.ast);
    default: return [];
  }
}
