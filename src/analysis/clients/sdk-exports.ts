import { findStrategy, isSdkModule, type StrategyFacts } from '../../catalogue/wix-sdk.js';
import type { ReferenceValue } from '../values.js';

/** The name of what a reference imports from the SDK; null for anything else. */
export function sdkExportOf({ root, path }: ReferenceValue): string | null {
  if (root.type !== 'module' || !isSdkModule(root.name)) return null;
  const names = path.filter((name) => name !== 'default');
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** The strategy that a reference makes, by the name it is imported under; null for anything else. */
export function strategyOf(reference: ReferenceValue): StrategyFacts | null {
  const name = sdkExportOf(reference);
  return name === null ? null : findStrategy(name);
}
