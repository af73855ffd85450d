import { CURRENT } from '../linting.js';
import { checkTable, type Row } from '../tables.js';
import { CLASS_FORMS, FUNCTION_FORMS } from './function-forms.js';
import { MEDIA_SINKS, OTHER_SINKS, marked, plain, type Mark, type Sink } from './sinks.js';
import type { ValueForm } from './value-forms.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;

function rowsOf(forms: readonly ValueForm[], { before, send }: Sink, mark: Mark): readonly Row[] {
  return forms.map(([name, write, setup]): Row => [name, `${before}\n${write(mark, send)}`, setup]);
}

for (const [title, forms] of [['functions', FUNCTION_FORMS], ['objects', CLASS_FORMS]] as const) {
  for (const [at, sink] of MEDIA_SINKS.entries()) {
    checkTable(`${title} before ${sink.name}`, rowsOf(forms, sink, marked), at === 0 ? RULE : { ...RULE, engines: CURRENT });
  }
  for (const sink of OTHER_SINKS) checkTable(`${title} before ${sink.name}`, rowsOf(forms, sink, plain), { ...RULE, engines: CURRENT });
}
