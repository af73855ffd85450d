import type { WrittenKey } from '../analysis/keys.js';
import { moveToEnvironment, type EnvironmentMove } from '../edit/environment.js';
import type { PlannedCode } from './file-plan.js';

// No project has it, so that it tells a place's own variable from the one that was asked for.
const PROBE = 'WIX_KEYS_PROBE_';

/** Whether a key can be moved: the variable that its place has already, null for none; else why it stays. */
export function tryMove(written: WrittenKey, code: PlannedCode): { readonly own: string | null } | string {
  const { name, ...how } = code;
  const result = moveToEnvironment(written, { ...how, filename: name, variable: PROBE });
  if (result.type === 'refusal') return result.reason;
  return { own: result.variable === PROBE ? null : result.variable };
}

/** The move of a key to a variable, or why there is none. */
export function moveOf(written: WrittenKey, { name, ...how }: PlannedCode, variable: string): EnvironmentMove | string {
  const result = moveToEnvironment(written, { ...how, filename: name, variable, isFree: (own) => own === variable });
  return result.type === 'move' ? result : result.reason;
}
