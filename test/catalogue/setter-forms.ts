import type { SetterShape } from '../../src/catalogue/http-clients.js';
import type { Placement } from './slot-arguments.js';
import { labelOf, type Aim } from './trials.js';

/** One way to call a setter. */
export interface SetterForm {
  readonly label: string;
  /** Whether it brings the header (rather than the URL). */
  readonly withHeader: boolean;
  readonly placements: (aim: Aim) => readonly Placement[];
}

/** Every way the row lets the setter be called; headers as an object and as `Headers` go by one label, for a client may take only one. */
export function formsOf({ name, value, headers, authorization, url }: SetterShape): readonly SetterForm[] {
  const forms: SetterForm[] = [];
  if (name !== undefined && value !== undefined) {
    const placements = (aim: Aim) => [{ slot: name, value: 'Authorization' }, { slot: value, value: aim.value }];
    forms.push({ label: 'name and value', withHeader: true, placements });
  }
  if (headers !== undefined) {
    const bags = [(aim: Aim) => ({ Authorization: aim.value }), (aim: Aim) => new Headers({ Authorization: aim.value })];
    for (const bag of bags) {
      const placements = (aim: Aim) => [{ slot: headers, value: bag(aim) }];
      forms.push({ label: labelOf('headers', headers), withHeader: true, placements });
    }
  }
  if (authorization !== undefined) {
    const placements = (aim: Aim) => [{ slot: authorization, value: aim.value }];
    forms.push({ label: labelOf('authorization', authorization), withHeader: true, placements });
  }
  if (url !== undefined) {
    const absolute = (aim: Aim) => [{ slot: url, value: `${aim.server.origin}/${aim.leaf}` }];
    forms.push({ label: labelOf('url', url), withHeader: false, placements: absolute });
  }
  return forms;
}
