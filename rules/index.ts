import noHardcodedKey from './no-hardcoded-key.js';
import noInstanceTokenForRest from './no-instance-token-for-rest.js';

/** Every rule of the plugin by its name, in the order of the alphabet. */
export const rules = {
  'no-hardcoded-key': noHardcodedKey,
  'no-instance-token-for-rest': noInstanceTokenForRest,
};
