import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PUBLIC_PREFIXES } from '../../src/catalogue/environments.js';
import { isAccessTokenName, isApiKeyName, isEnvKeyName, isKeyName, isMediaManagerName } from '../../src/catalogue/key-names.js';

const KEY_NAMES = [
  'apiKey', 'api_key', 'API-KEY', 'API_KEY', 'APIKey', 'apikey', 'ApiKey', 'x-api-key', 'wixApiKey', 'wixapikey', 'WIX_API_KEY', 'WIX_KEY',
  'WIX_TOKEN', 'WIX_API_TOKEN', 'WIX_AUTH_TOKEN',
  'WIX_ACCESS_TOKEN', 'WIX_ADMIN_API_KEY', 'WIX_HEADLESS_API_KEY', 'WIX_AUTHORIZATION', 'WIX_MANAGE_SITE_MEDIA_API_KEY', 'WIX_APP_SECRET',
  'API_KEY_WIX', 'CLIENT_API_KEY_WIX', 'NEXT_PUBLIC_WIX_API_KEY',
  'VITE_WIX_API_KEY', 'token', 'TOKEN', '_token', '#token', '$token', 'tokens', 'apiToken', 'accessToken', 'authToken', 'auth',
  'authorization', 'Authorization', 'AUTHORIZATION', 'bearer', 'Bearer', 'bearerToken',
  'key', 'apiKeys', 'secret', 'secrets', 'apiSecret', 'appSecret', 'clientSecret', 'credential', 'credentials', 'wixCredentials', 'wixAuth',
  'wixAdminKey', 'mediaManagerKey', 'API_KEY_MEDIA_MANAGER', 'apiKeyForMedia',
  'apiKeyWithMediaPermission', 'apiKeyProd', 'apiKey1', 'apiKey12', 'apiKeyV2', 'APP_API__KEY', 'SDKToken', 'API_KEY_2', 'tokenValue', 'authHeader', 'authorizationHeader',
  'istToken', 'IST_TOKEN', 'jwt', 'getApiKey', 'newApiKey', 'siteToken', 'myWixKey',
];

const OTHER_NAMES = [
  '', '_', '$', 'monkey', 'turkey', 'hockey', 'keyboard', 'keyed', 'keyof', 'tokenizer', 'tokenize', 'author', 'authored', 'authority',
  'secretary', 'bearing', 'clientId', 'siteId', 'accountId', 'apiKeyId', 'keyId', 'tokenId',
  'prefix', 'keyPrefix', 'tokenPrefix', 'IST_PREFIX', 'tokenType', 'authType', 'placeholder', 'apiKeyPlaceholder', 'apiKeyPattern',
  'apiKeyRegex', 'apiKeyHelp', 'apiKeyLabel', 'apiKeyExample', 'apiKeyName', 'apiKeyUrl',
  'apiKeyError', 'apiKeyLength', 'tokenExpiry', 'authUrl', 'title', 'description', 'regex', 'message', 'instanceToken', 'INSTANCE_TOKEN',
  'wixInstanceToken', 'instance', 'isApiKey', 'hasToken', 'validateToken',
  'validateMediaManagerKey', 'checkApiKey', 'maskApiKey', 'useAuth', 'withAuth', 'missingApiKey', 'invalidToken', 'publicKey', 'PUBLIC_KEY',
  'sortKey', 'primaryKey', 'foreignKey', 'cacheKey', 'storageKey', 'queryKey',
  'TOKEN_KEY', 'csrfToken', 'nextPageToken', 'cancelToken', 'uploadToken', 'designTokens', 'maxTokens', 'keys', 'GITHUB_TOKEN',
  'STRIPE_SECRET_KEY', 'OPENAI_API_KEY', 'sessionSecret', 'key2x', 'basicAuth', 'timeZone', 'list', 'exist',
];

describe('isKeyName', () => {
  test.each(KEY_NAMES)('%s', (name) => expect(isKeyName(name)).toBe(true));
  test.each(OTHER_NAMES)('not %s', (name) => expect(isKeyName(name)).toBe(false));

  test('the spelling of the same words makes no difference', () => {
    const word = fc.constantFrom('wix', 'api', 'key', 'token', 'auth', 'prefix', 'id', 'monkey', 'media', 'manager', 'author', 'secret');
    const words = fc.array(word, { minLength: 1, maxLength: 4 });
    const capital = (each: string) => each.charAt(0).toUpperCase() + each.slice(1);
    const camel = (list: readonly string[]) => list.map((each, index) => (index === 0 ? each : capital(each))).join('');
    fc.assert(fc.property(words, (list) => {
      const answers = [list.join('_'), list.join('-'), list.join('_').toUpperCase(), camel(list), `_${camel(list)}`].map(isKeyName);
      return new Set(answers).size === 1;
    }));
  });

  test('a word that only contains a telling word tells nothing', () => {
    const telling = fc.constantFrom('key', 'token', 'auth', 'secret');
    const glued = fc.tuple(fc.constantFrom('mon', 'don', 'b', 'q', 'xz'), telling, fc.constantFrom('', 'izer', 'board'));
    fc.assert(fc.property(glued, ([head, word, tail]) => !isKeyName(head + word + tail)));
  });
});

describe('isEnvKeyName', () => {
  const bare = ['WIX_API_KEY', 'WIX_TOKEN', 'API_KEY', 'WIX_AUTH_TOKEN', 'TOKEN'];
  const prefixes = PUBLIC_PREFIXES.flatMap((row) => row.prefixes);

  const prefixed = ['', ...prefixes].flatMap((prefix) => bare.map((name) => prefix + name));

  test.each(prefixed)('%s', (name) => expect(isEnvKeyName(name)).toBe(true));

  test.each([
    'PUBLIC_KEY', 'VITE_PUBLIC_KEY', 'NEXT_PUBLIC_KEY', 'WIX_CLIENT_ID', 'NEXT_PUBLIC_WIX_CLIENT_ID', 'WIX_SITE_ID', 'WIX_METASITE_ID',
    'NODE_ENV', 'PORT', 'VITE_', 'REACT_APP_MONKEY', '',
  ])(
    'not %s',
    (name) => expect(isEnvKeyName(name)).toBe(false),
  );
});

describe('isApiKeyName and isAccessTokenName', () => {
  const prefixes = ['', ...PUBLIC_PREFIXES.flatMap((row) => row.prefixes)];

  // REACT_APP_ and its like hold a word that tells of a token elsewhere.
  test.each(prefixes)('behind %j', (prefix) => {
    for (const name of ['WIX_API_KEY', 'API_KEY', 'WIX_KEY_PROD', 'WIX_API_KEYS']) expect([name, isApiKeyName(prefix + name), isAccessTokenName(prefix + name)]).toEqual([name, true, false]);
    for (const name of ['WIX_ACCESS_TOKEN', 'WIX_APP_TOKEN', 'SESSION_KEY']) expect([name, isApiKeyName(prefix + name), isAccessTokenName(prefix + name)]).toEqual([name, false, true]);
  });
});

describe('isMediaManagerName', () => {
  test.each([
    'WixMediaManager', 'mediaManager', 'MediaManager', '_mediaManager', '#mediaManager', 'createMediaManagerClient', 'MediaManagerUploader',
    'wixMediaManagerClient', 'useMediaManager', 'useWixMediaManager', 'uploadToMediaManager',
    'uploadImageToWixMediaManager', 'WixMediaClient', 'wixMediaUploader', 'WixMediaManagerAPI', 'WixMediaManagerService', 'MediaManagerV2',
    'mediaManager2', 'initMediaManager', 'initializeMediaManager', 'getMediaManager',
    'media_manager_client', 'wix_media_manager', 'mediamanager', 'WixMediamanager', 'uploadToWixMedia', 'importToWixMedia',
    'MediaManagerProvider', 'MediaManagerPicker', 'myMediaManager', 'wixMediaUpload', 'mediaManagerFetch',
  ])('%s', (name) => expect(isMediaManagerName(name)).toBe(true));

  test.each([
    '', 'mediaManagerUrl', 'isMediaManagerKey', 'validateMediaManagerKey', 'MediaManagerError', 'MEDIA_MANAGER_HOST', 'MEDIA_MANAGER',
    'MEDIAMANAGER', 'mediaManagerDocs', 'mediaManagerKey', 'mediaManagerPath', 'mediaManagerConfig',
    'MediaManagerOptions', 'mediaManagerPlaceholder', 'mediaManagerHelp', 'isMediaManager', 'hasMediaManager', 'checkMediaManager',
    'assertMediaManagerClient', 'mockMediaManager', 'useMediaManagerUrl', 'wixMedia', 'WixMedia',
    'wixMediaUrl', 'wixMediaFiles', 'media', 'manager', 'mediaClient', 'MediaUploader', 'multimediaManager', 'mediaManagement',
    'managerMedia', 'stateManager', 'wixClient', 'MediaManagerHostname', 'mediaManagerToken',
  ])('not %s', (name) => expect(isMediaManagerName(name)).toBe(false));
});

test('no name makes any of them throw, or answer anything but yes or no', () => {
  const part = fc.constantFrom('wix', 'Media', 'Manager', 'api', 'Key', '_', '-', '1', 'É', '😀', 'auth', 'AUTH');
  const name = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(part).map((parts) => parts.join('')));
  fc.assert(fc.property(name, (each) => [isKeyName, isEnvKeyName, isMediaManagerName].every((ask) => typeof ask(each) === 'boolean')));
});

test.each(['auth', 'key', 'keys', 'aA', '_', 'token', 'A', '1', 'media manager '])('twenty thousand times %j is answered', (piece) => {
  for (const ask of [isKeyName, isEnvKeyName, isMediaManagerName]) expect(typeof ask(piece.repeat(20_000))).toBe('boolean');
});
