import { CURRENT } from '../linting.js';
import { checkTable, type Row } from '../tables.js';
import { MEDIA_SINKS, OTHER_SINKS, marked, plain, type Mark, type Sink } from './sinks.js';
import { LOST_FORMS, VALUE_FORMS } from './value-forms.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;

function rowsOf({ before, send }: Sink, mark: Mark): readonly Row[] {
  return VALUE_FORMS.map(([name, write, setup]): Row => [name, `${before}\n${write(mark, send)}`, setup]);
}

for (const [at, sink] of MEDIA_SINKS.entries()) {
  checkTable(`values in ${sink.name}`, rowsOf(sink, marked), at === 0 ? RULE : { ...RULE, engines: CURRENT });
}

for (const sink of OTHER_SINKS) checkTable(`values in ${sink.name}`, rowsOf(sink, plain), { ...RULE, engines: CURRENT });

for (const sink of MEDIA_SINKS.slice(0, 3)) {
  const rows = LOST_FORMS.map(([name, write, setup]): Row => [name, `${sink.before}\n${write(sink.send)}`, setup]);
  checkTable(`values that do not reach ${sink.name}`, rows, { ...RULE, engines: CURRENT });
}
