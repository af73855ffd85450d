import type { FilePlan, FileText, UnreadFile } from './file-plan.js';
import type { MigrateOptions } from './options.js';
import { planFile } from './plan-file.js';

type Plan = FilePlan | UnreadFile | null;

// A plan takes some two hundred bytes for each character of its file (measured).
const MOST_CHARACTERS = 250_000;

const kept = new Map<string, { readonly text: string; readonly plan: Plan }>();
let characters = 0;

/** As `planFile`; keeps the plan for `takePlan`, as far as memory is for it. */
export function lookAhead(file: FileText, options: MigrateOptions): Plan {
  const plan = planFile(file, options);
  if (plan !== null && !kept.has(file.path) && characters + file.text.length <= MOST_CHARACTERS) {
    kept.set(file.path, { text: file.text, plan });
    characters += file.text.length;
  }
  return plan;
}

/** As `planFile`; takes the plan that was made ahead if the file has not changed. All files of a process have the same options. */
export function takePlan(file: FileText, options: MigrateOptions): Plan {
  const found = kept.get(file.path);
  if (found && kept.delete(file.path)) characters -= found.text.length;
  return found?.text === file.text ? found.plan : planFile(file, options);
}
