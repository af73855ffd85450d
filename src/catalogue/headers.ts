/** The header that carries the key, in lower case. Source: @wix/sdk@1.21.16 build/auth/ApiKeyAuthStrategy.js, as the two below. */
export const AUTHORIZATION = 'authorization';

/** The header that names the site of a site-level call. */
export const SITE_ID = 'wix-site-id';

/** The header that names the account of an account-level call. */
export const ACCOUNT_ID = 'wix-account-id';

/** Members of a header that is written as an object: HAR 1.2, Postman collections, Puppeteer, Chrome's declarativeNetRequest (header). */
export const PAIR_NAMES: readonly string[] = ['name', 'key', 'header'];
export const PAIR_VALUE = 'value';
