import noExposedKey from './no-exposed-key.js';
import noHardcodedKey from './no-hardcoded-key.js';
import noInstanceTokenForRest from './no-instance-token-for-rest.js';
import noKeyToForeignHost from './no-key-to-foreign-host.js';
import validAuthHeaders from './valid-auth-headers.js';
import validKeyFormat from './valid-key-format.js';

/** Every rule of the plugin by its name, in the order of the alphabet. */
export const rules = {
  'no-exposed-key': noExposedKey,
  'no-hardcoded-key': noHardcodedKey,
  'no-instance-token-for-rest': noInstanceTokenForRest,
  'no-key-to-foreign-host': noKeyToForeignHost,
  'valid-auth-headers': validAuthHeaders,
  'valid-key-format': validKeyFormat,
};
