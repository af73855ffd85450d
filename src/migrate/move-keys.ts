import type { WrittenKey } from '../analysis/keys.js';
import type { EnvironmentMove } from '../edit/environment.js';
import { applyEdits, PossibleEdits, type TextEdit } from '../edit/text-edit.js';
import { staysReadable } from './file-code.js';
import { leftKey, type FilePlan, type FileText, type LeftKey, type PlannedCode } from './file-plan.js';
import { moveOf } from './key-move.js';

/** A key that was moved, and how. */
export interface MovedKey {
  readonly written: WrittenKey;
  readonly code: PlannedCode;
  readonly move: EnvironmentMove;
}

/** What moving gives: the new text of the file, the moves made and the keys that stay. */
export interface MovedFile {
  readonly text: string;
  readonly moved: readonly MovedKey[];
  readonly left: readonly LeftKey[];
}

/** Makes the moves of a plan; what cannot stand beside the others, or would leave code that does not parse, stays. */
export function moveKeys(plan: FilePlan, { text }: FileText, names: ReadonlyMap<string, string>): MovedFile {
  const made: MovedKey[] = [];
  const possible = new PossibleEdits(plan.text);
  const left = [...plan.left];
  for (const { written, code } of plan.movable) {
    const variable = names.get(written.key.text);
    const move = variable === undefined ? 'The env file has no name for it.' : moveOf(written, code, variable);
    if (typeof move === 'string') left.push(leftKey(written, move));
    else if (possible.add(move.edits)) made.push({ written, code, move });
    else left.push(leftKey(written, 'Another key is moved out of the same place.'));
  }
  const broken = new Set([...new Set(made.map(({ code }) => code))].filter((code) => breaksBy(made, code)));
  const moved = made.filter(({ code }) => !broken.has(code));
  const stay = made.filter(({ code }) => broken.has(code)).map(({ written }) => leftKey(written, 'With the key moved, the file would no longer parse; move it by hand.'));
  const bom = text.slice(0, text.length - plan.text.length);
  return { text: bom + applyEdits(plan.text, editsOf(moved)), moved, left: [...left, ...stay] };
}

/** Whether code would no longer parse with its keys moved. */
function breaksBy(made: readonly MovedKey[], code: PlannedCode): boolean {
  const edits = editsOf(made.filter((one) => one.code === code));
  return !staysReadable(applyEdits(code.source.text, edits), code.name);
}

function editsOf(moved: readonly MovedKey[]): readonly TextEdit[] {
  return moved.flatMap(({ move }) => move.edits);
}
