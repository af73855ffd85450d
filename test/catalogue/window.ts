import { loadModule } from './client-harness.js';
import { memberIn, valueAt } from './members.js';

/** A page at that address: its XMLHttpRequest, and a jQuery of its own under both names. */
export async function openWindow(url: string): Promise<Readonly<Record<string, unknown>>> {
  const page = memberIn(await loadModule('jsdom'), 'JSDOM');
  const factory = memberIn(await loadModule('jquery/factory'), 'jQueryFactory');
  if (page === null || factory === null) throw new Error('jsdom and jquery must be installed.');
  const window = valueAt(Reflect.construct(page.callable, ['', { url }]), 'window');
  // One each: what a trial makes a default of the one, the other has not
  const [jQuery, $] = [1, 2].map(() => Reflect.apply(factory.callable, undefined, [window]));
  return { window, XMLHttpRequest: valueAt(window, 'XMLHttpRequest'), jQuery, $ };
}
