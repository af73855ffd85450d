import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/key/classify.js';
import { findFault } from '../../src/key/faults.js';
import { accountKey, appSecret, jwsKey, oauthKey } from '../fake-keys.js';

const KEY = accountKey(91);
const SHORT = KEY.split('.').slice(0, 3).join('.');
const ID = appSecret(91);

const rows: readonly (readonly [text: string, fault: string | null])[] = [
  [KEY, null], [jwsKey(91), null], [oauthKey(91), null], [`Bearer ${KEY}`, null], [`bearer  ${KEY}`, null],
  [` ${KEY}`, 'space'], [`${KEY}\t`, 'space'], [`Bearer ${KEY} `, 'space'], [`${KEY.slice(0, 80)} ${KEY.slice(80)}`, 'space'],
  [`${KEY}\n`, 'lineBreak'], [`\r\n${KEY}`, 'lineBreak'], [`${KEY.slice(0, 80)}\r\n${KEY.slice(80)}`, 'lineBreak'],
  [` Bearer ${KEY}`, 'space'], [` \nBearer ${KEY}`, 'lineBreak'], [`${KEY.slice(0, 80)} \t ${KEY.slice(80)}`, 'space'],
  [`"${KEY}"`, 'quotes'], [`'${KEY}`, 'quotes'], [`Bearer "${KEY}"`, 'quotes'],
  [SHORT, 'cutOff'], [`${SHORT}...`, 'cutOff'], [`${SHORT}…`, 'cutOff'], [`${KEY}...`, 'cutOff'],
  [`Bearer Bearer ${KEY}`, 'doubleBearer'], ['Bearer bearer x', 'doubleBearer'],
  [ID, 'uuid'], [ID.toUpperCase(), 'uuid'], [`Bearer ${ID}`, 'uuid'], [` ${ID} `, 'uuid'], [`\tBearer   ${ID}\n`, 'uuid'],
  ['', null], ['IST.', null], ['IST.your-key', null], ['IST.***', null], ['IST.xxxxxxxx', null], ['<APIKEY>', null], ['Bearer', null], ['Bearer token', null],
  ['00000000-0000-0000-0000-000000000000', null], [`${ID}0`, null], [`LIST.${ID}`, null], ['IST. tokens have three parts', null],
  [`Basic Bearer ${ID}`, null], [`Bearer${ID}`, null], ['Basic Bearer bearer x', null], [`IST.${ID} ${ID}`, null], [`${KEY} ${KEY}`, null], [`${KEY};`, null],
];

describe('what cannot be a key', () => {
  test.each(rows)('%#', (text, fault) => {
    if (fault === null) expect(findFault(text)).toBeNull();
    else expect(findFault(text)?.fault).toBe(fault);
  });

  test('what is kept is the whole key, whatever stands around it', () => {
    const around = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '"', "'"), maxLength: 4 });
    fc.assert(fc.property(around, fc.constantFrom('', 'Bearer ', 'Bearer Bearer '), around, (before, bearer, behind) => {
      const text = before + bearer + KEY + behind;
      const kept = findFault(text)?.kept;
      if (kept) expect(text.slice(...kept)).toBe(KEY);
      else expect(before + behind === '' || findFault(text) === null).toBe(true);
    }));
  });

  test('no text throws, and a placeholder is no fault', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string().map((text) => `IST.${text}`), fc.string().map((text) => `JWS.eyJ${text}`)), (text) => {
      const found = findFault(text);
      const form = classify(text)?.form;
      if (form === 'placeholder' || form === 'prefix') expect(found === null || found.fault === 'doubleBearer').toBe(true);
    }));
  });
});
