import { describe, expect, it } from 'vitest';
import { readClaims } from '../../src/key/claims.js';
import { classify, isPlaceholder } from '../../src/key/classify.js';
import { findKeyMatches, keyStart } from '../../src/key/grammar.js';
import { redactText } from '../../src/key/redact.js';
import { accountKey } from '../fake-keys.js';

const MILLIONS = 10_000_000;

describe('findKeyMatches', () => {
  it.each([
    ['beginnings without an end', 'IST.eyJ'.repeat(MILLIONS / 7)],
    ['quoted beginnings', '"IST.eyJ'.repeat(MILLIONS / 8)],
    ['prefixes', 'IST.'.repeat(MILLIONS / 4)],
    ['one header', `eyJ${'A'.repeat(MILLIONS)}`],
    ['one header behind a prefix', `IST.eyJ${'A'.repeat(MILLIONS)}`],
    ['one payload', `IST.eyJ${'A'.repeat(20)}.${'A'.repeat(MILLIONS)}`],
    ['dots', `IST.eyJ${'.'.repeat(MILLIONS)}`],
    ['white space', ' '.repeat(MILLIONS)],
  ])('returns on ten million characters of %s', (_, text) => {
    expect(findKeyMatches(text)).toEqual([]);
  });

  it('returns every one of many keys', () => {
    expect(findKeyMatches(`${accountKey()}\n`.repeat(5000))).toHaveLength(5000);
  });
});

describe('keyStart', () => {
  it.each([' ', 'Bearer '])('is -1 for millions of %j', (piece) => {
    expect(keyStart(piece.repeat(MILLIONS / piece.length))).toBe(-1);
  });
});

describe('classify', () => {
  it.each([
    ['eyJ', MILLIONS / 3, 'truncated'],
    ['x', MILLIONS, 'placeholder'],
    ['.', MILLIONS, 'placeholder'],
    ['a b', 3_000_000, 'other'],
    ['eyJaaaaaaaaaa.', 700_000, 'truncated'],
    [' ', MILLIONS, 'prefix'],
  ])('returns on millions of %j', (piece, times, form) => {
    expect(classify(`IST.${piece.repeat(times)}`)?.form).toBe(form);
  });
});

describe('isPlaceholder', () => {
  it.each([['8', true], ['é8Zq', false]])('is for a million of %j: %j', (piece, expected) => {
    expect(isPlaceholder(piece.repeat(1_000_000))).toBe(expected);
  });
});

describe('redactText', () => {
  it.each(['IST.eyJ', 'IST.', '"IST.eyJ', '.eyJ', 'IST.eyJ.', 'IST.eyJabcdefghijkl '])('returns on a million times %j', (piece) => {
    expect(redactText(piece.repeat(1_000_000))).not.toMatch(/IST\.eyJ\w{9}/);
  });
});

describe('readClaims', () => {
  it.each([['a header and a payload', `IST.eyJ${'A'.repeat(MILLIONS)}.${'A'.repeat(MILLIONS)}`], ['dots', `IST.${'.'.repeat(MILLIONS)}`]])('reads nothing from millions of characters of %s', (_, text) => {
    expect(readClaims(text)).toMatchObject({ readable: false, tenantType: null, keyId: null, headerKeyId: null });
  });
});
