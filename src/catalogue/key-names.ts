import { withoutPublicPrefix } from './environments.js';
import { wordsOf } from './words.js';

// What the last telling word of a key's name is. Source: names in public code that hold a Wix key (exact-string searches, 2026)
const HEADS = new Set([
  'key', 'keys', 'token', 'tokens', 'secret', 'secrets', 'credential', 'credentials', 'auth', 'authorization', 'bearer', 'jwt',
]);

// Words behind the head that change nothing: apiKeyProd, API_KEY_WIX, tokenValue
const NEUTRAL_ENDS = new Set([
  'value', 'string', 'str', 'raw', 'prod', 'production', 'dev', 'development', 'stage', 'staging', 'test', 'testing', 'live', 'local', 'default',
  'fallback', 'old', 'new', 'main', 'primary', 'secondary', 'backup', 'wix', 'media', 'site', 'account', 'admin', 'headless',
]);

// A first word that makes it a question, a check or an event rather than the key
const ASKING_STARTS = new Set([
  'is', 'has', 'should', 'can', 'needs', 'need', 'requires', 'require', 'validate', 'check', 'verify', 'assert', 'expect', 'detect', 'mask',
  'redact', 'decode', 'parse', 'format', 'strip', 'remove', 'show', 'hide', 'toggle', 'copy', 'delete', 'rotate', 'missing', 'invalid', 'no',
  'on', 'use', 'with', 'without', 'skip', 'max', 'min', 'num', 'count', 'total', 'render', 'handle', 'log', 'mock', 'fake', 'stub', 'type',
]);

// The word right before `key` that makes it another thing's key
const OTHER_KEYS = new Set([
  'sort', 'primary', 'foreign', 'cache', 'public', 'storage', 'partition', 'object', 'file', 'folder', 'translation', 'i18n', 'locale', 'map',
  'row', 'column', 'col', 'field', 'group', 'hash', 'query', 'react', 'list', 'item', 'array', 'shortcut', 'hot', 'arrow', 'enter', 'escape',
  'ssh', 'gpg', 'pgp', 'license', 'licence', 'idempotency', 'unique', 'composite', 'index', 'lookup', 'state', 'context', 'event', 'session',
  'registry', 'config', 'env', 'header', 'param', 'property', 'prop', 'name', 'json', 'encryption', 'signing', 'message', 'label', 'data',
  'token', 'user', 'member', 'entity', 'record', 'document', 'node', 'menu', 'tab', 'route', 'step', 'theme', 'color', 'style', 'sitemap',
]);

// The same before `token`
const OTHER_TOKENS = new Set([
  'instance', 'csrf', 'xsrf', 'cancel', 'cancellation', 'abort', 'next', 'page', 'paging', 'cursor', 'continuation', 'sync', 'syntax', 'lexer',
  'design', 'injection', 'parser', 'upload', 'download', 'device', 'push', 'fcm', 'captcha', 'recaptcha', 'invite', 'reset', 'unsubscribe',
  'theme', 'color', 'id', 'max', 'min', 'input', 'output', 'prompt', 'completion', 'total', 'bracket', 'comment', 'keyword', 'expected',
]);

// The same before `secret`
const OTHER_SECRETS = new Set(['session', 'cookie', 'jwt', 'nextauth', 'hmac', 'signing', 'encryption', 'shared']);

// Other vendors' credentials
const VENDORS = new Set([
  'github', 'gitlab', 'npm', 'slack', 'stripe', 'google', 'firebase', 'aws', 'azure', 'openai', 'anthropic', 'sendgrid', 'twilio', 'mailchimp',
  'hubspot', 'shopify', 'airtable', 'notion', 'supabase', 'vercel', 'netlify', 'cloudflare', 'sentry', 'datadog', 'mapbox', 'paypal',
  'telegram', 'discord', 'algolia', 'contentful', 'sanity', 'cloudinary',
]);

const NOT_BEFORE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['key', OTHER_KEYS],
  ['token', OTHER_TOKENS],
  ['secret', OTHER_SECRETS],
  ['auth', new Set(['basic', 'oauth'])],
]);

/** Whether a variable, property or parameter of that name is taken to hold a Wix key or another credential for a Wix call. */
export function isKeyName(name: string): boolean {
  return areOfKey(wordsOf(name));
}

function areOfKey(all: readonly string[]): boolean {
  const words = tellingWords(all);
  const [first = ''] = words;
  if (ASKING_STARTS.has(first) || words.some((word) => VENDORS.has(word))) return false;
  const head = words.findLastIndex((word) => !NEUTRAL_ENDS.has(word) && !/^v?\d+$/.test(word));
  const word = words[head] ?? '';
  if (!HEADS.has(word) || (word === 'keys' && head === 0)) return false;
  return NOT_BEFORE.get(word.replace(/s$/, ''))?.has(words[head - 1] ?? '') !== true;
}

/** Whether a function of that name asks about what it is given, or handles it without using it: `isValidKey`, `maskToken`, `onKeyChange`. */
export function isAskingName(name: string): boolean {
  return ASKING_STARTS.has(wordsOf(name)[0] ?? '');
}

/** The same for the name of an environment variable, a framework's public prefix aside. */
export function isEnvKeyName(name: string): boolean {
  const bare = withoutPublicPrefix(name);
  return !isPublicKey(name, bare) && areOfKey(wordsOf(bare));
}

/** PUBLIC_KEY is half of a key pair, whoever owns the prefix. */
function isPublicKey(name: string, bare: string): boolean {
  return bare !== name && bare.toUpperCase() === 'KEY';
}

/** Whether an environment variable is named for a credential of Wix's: WIX_API_KEY, NEXT_PUBLIC_WIX_TOKEN. */
export function isWixKeyName(name: string): boolean {
  return isEnvKeyName(name) && wordsOf(name).includes('wix');
}

// Tokens that are no API keys, by the words of their names
const SHORT_LIVED = new Set(['access', 'refresh', 'oauth', 'visitor', 'member', 'session', 'app']);

/** Whether an environment variable is named for an API key, not for an access token or a secret: WIX_API_KEY, API_KEY, WIX_KEY_PROD. */
export function isApiKeyName(name: string): boolean {
  const bare = withoutPublicPrefix(name);
  const words = wordsOf(bare);
  return words.some((word) => word === 'key' || word === 'keys') && !words.some((word) => SHORT_LIVED.has(word)) && !isPublicKey(name, bare) && areOfKey(words);
}

/** Whether a variable is named for a token of OAuth or of a visitor: WIX_ACCESS_TOKEN. */
export function isAccessTokenName(name: string): boolean {
  return wordsOf(withoutPublicPrefix(name)).some((word) => SHORT_LIVED.has(word));
}

/** Whether an environment variable is named for an API key of Wix's. */
export function isWixApiKeyName(name: string): boolean {
  return isApiKeyName(name) && wordsOf(name).includes('wix');
}

/** Whether a variable or property is named for the id of a site or account. */
export function isIdName(name: string): boolean {
  const words = wordsOf(name);
  return words.at(-1) === 'id' && (words.at(-2) === 'site' || words.at(-2) === 'account' || words.at(-2) === 'metasite');
}

/** Without what only says where the key is for: apiKeyForMedia, API_KEY_MEDIA_MANAGER, authHeader. */
function tellingWords(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word, index) => index > 0 && (word === 'for' || word === 'with'));
  const [last, before] = [words.at(-1) ?? '', words.at(-2) ?? ''];
  if (end !== -1) return words.slice(0, end);
  if (before === 'media' && last === 'manager') return words.slice(0, -2);
  return /^auth(?:orization)?$/.test(before) && /^headers?$/.test(last) ? words.slice(0, -1) : words;
}

// Words behind "media manager" that still say something which calls it
const CLIENT_ENDS = new Set([
  'client', 'api', 'service', 'uploader', 'upload', 'sdk', 'wrapper', 'provider', 'gateway', 'adapter', 'connector', 'helper', 'rest', 'http',
  'instance', 'fetcher', 'fetch', 'request', 'requester', 'impl', 'base', 'wix', 'repository', 'proxy', 'facade', 'importer', 'import',
  'downloader', 'driver', 'transport', 'session', 'factory', 'picker', 'browser', 'gallery', 'widget', 'panel', 'dialog', 'modal', 'button',
  'view', 'app',
]);

/** Whether a class, function or object of that name is taken to call the Wix Media Manager. */
export function isMediaManagerName(name: string): boolean {
  // A constant holds a fact about the Media Manager rather than a client of it
  if (name === name.toUpperCase() || !/media/i.test(name)) return false;
  const words = wordsOf(name);
  if (ASKING_STARTS.has(words[0] ?? '')) return words[0] === 'use' && isMediaManagerName(name.replace(/^use/i, ''));
  const phrase = words.join(' ');
  if (/^(?:upload|import|save|post|send)\b.*\bto wix media$/.test(phrase)) return true;
  const match = /\bmedia manager\b(?<end>.*)$/.exec(phrase) ?? /\bwix media(?<end> .+)$/.exec(phrase);
  const end = match?.groups?.end;
  return end?.split(' ').every((word) => word === '' || CLIENT_ENDS.has(word) || /^v?\d+$/.test(word)) === true;
}
