// dotenv@17.4.2 README and vite.dev/guide/env-and-mode (.env, .env.<mode>, .env.<mode>.local);
// developers.cloudflare.com/workers/configuration/secrets (.dev.vars, .dev.vars.<environment>)
const ENV_FILE = /^\.(?:env|dev\.vars)(?:[._-](?<rest>.+))?$/i;

// Code, data and the encrypted vault of dotenv-vault, whatever they begin with
const OTHER_FORMATS = new Set(['js', 'cjs', 'mjs', 'ts', 'cts', 'mts', 'jsx', 'tsx', 'json', 'yml', 'yaml', 'toml', 'md', 'html', 'gpg', 'enc', 'vault']);

// dotenv-safe@9.1.0 (.env.example), dotenv-defaults@6.0.0 (.env.defaults), dotenv-extended@3.1.0 (.env.schema); the others are usage
const COMMITTED_WORDS = new Set([
  'example', 'examples', 'sample', 'template', 'tpl', 'tmpl', 'defaults', 'default', 'dist', 'schema',
]);

/** Whether a file of that base name holds environment variables: `.env`, `.env.*`, `.dev.vars`. */
export function isEnvFile(basename: string): boolean {
  const words = envWordsOf(basename);
  return words !== null && !OTHER_FORMATS.has(words.at(-1) ?? '');
}

/** Whether an env file of that name is meant to be committed, as `.env.example`; one that ends in `.local` is not. */
export function isCommittedEnvFile(basename: string): boolean {
  const words = isEnvFile(basename) ? envWordsOf(basename) : null;
  return words !== null && words.at(-1) !== 'local' && words.some((word) => COMMITTED_WORDS.has(word));
}

/** The words behind `.env`, or null where it is no env file. */
function envWordsOf(basename: string): readonly string[] | null {
  const match = ENV_FILE.exec(basename);
  return match === null ? null : (match.groups?.rest ?? '').toLowerCase().split(/[._-]/);
}
