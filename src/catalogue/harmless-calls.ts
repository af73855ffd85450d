/** Globals whose functions look at what they are given, or keep it inside the program: they send nothing anywhere. */
export const HARMLESS_GLOBALS: ReadonlySet<string> = new Set([
  // ECMAScript: https://tc39.es/ecma262/#sec-global-object
  'Array', 'BigInt', 'Boolean', 'Date', 'Error', 'JSON', 'Math', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError', 'Reflect', 'RegExp', 'Set', 'String',
  'Symbol', 'SyntaxError', 'TypeError', 'WeakMap', 'WeakSet', 'Map', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'isNaN', 'parseInt',
  'require',
  // Platform: https://nodejs.org/docs/latest-v20.x/api/globals.html and the HTML standard
  'Buffer', 'FormData', 'Headers', 'TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams', 'alert', 'atob', 'btoa', 'console', 'queueMicrotask', 'setTimeout',
  'structuredClone',
  // Test runners that put their functions into the global scope: vitest, jest, mocha, jasmine, chai, cypress
  'afterAll', 'afterEach', 'assert', 'beforeAll', 'beforeEach', 'chai', 'cy', 'describe', 'expect', 'it', 'jasmine', 'jest', 'sinon', 'spyOn', 'test', 'vi', 'vitest',
]);

/** Modules of which the same is true. */
export const HARMLESS_MODULES: ReadonlySet<string> = new Set([
  'assert', 'assert/strict', 'node:assert', 'node:assert/strict', 'node:test', 'node:util', 'util',
  'vitest', '@jest/globals', 'bun:test', 'chai', 'ava', 'tap', 'tape', 'uvu', 'uvu/assert', 'mocha', 'sinon', 'expect', 'fast-check', '@playwright/test',
]);
