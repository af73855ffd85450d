import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Compiling {
  _compile(code: string, filename: string): void;
}

/**
 * Loads a CommonJS package, as a file asks for it, past the hooks of `require`. jscodeshift's Babel hook would compile it first,
 * which takes longer than all else that the codemod does (measured by bench/codemod.js); whoever imports it later gets the one loaded here.
 */
export function requireUnhooked(name: string, from: string = import.meta.url): unknown {
  const require = createRequire(from);
  // The hooks' own mechanism: Node has no other for CommonJS.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const loaders = require.extensions;
  const hooked = loaders['.js'];
  loaders['.js'] = (module, filename) => { (module as unknown as Compiling)._compile(readFileSync(filename, 'utf8'), filename); };
  try {
    return require(name);
  } finally {
    loaders['.js'] = hooked;
  }
}
