/** Modules whose exports make an element of a component, which is their first argument, with its properties, the second. */
export const ELEMENT_MAKERS: readonly { readonly modules: readonly string[]; readonly globals: readonly string[]; readonly exports: readonly string[] }[] = [
  // react@19 index.js and umd of react@18; preact@10 src/index.js, compat/src/index.js
  { modules: ['react', 'preact', 'preact/compat'], globals: ['React', 'preact'], exports: ['createElement', 'h'] },
  // What compilers write for JSX: react@19 jsx-runtime.js, jsx-dev-runtime.js; preact@10 jsx-runtime/src/index.js
  { modules: ['react/jsx-runtime', 'react/jsx-dev-runtime', 'preact/jsx-runtime', 'preact/jsx-dev-runtime'], globals: [], exports: ['jsx', 'jsxs', 'jsxDEV'] },
];
