// By its path: this file stands in for the package's name.
import fc from '../../node_modules/fast-check/lib/fast-check.js';

const MOST = 40;

/** fast-check, which runs each property a few times whatever a test asks for: what Stryker's mutants are tried with. */
export default { ...fc, assert };

/**
 * @param {Parameters<typeof fc.assert>[0]} property
 * @param {Parameters<typeof fc.assert>[1]} [options]
 */
function assert(property, options) {
  return fc.assert(property, { ...options, numRuns: Math.min(options?.numRuns ?? MOST, MOST) });
}
