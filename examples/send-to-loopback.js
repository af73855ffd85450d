// Loaded before the example server by `node --import`: what goes to Wix goes to a server on this machine instead.
const WIX = 'https://www.wixapis.com/';
const send = globalThis.fetch;

/**
 * @param {string | URL | Request} input
 * @param {RequestInit} [init]
 */
async function redirected(input, init) {
  const url = String(input instanceof Request ? input.url : input);
  if (!url.startsWith(WIX)) throw new Error('The example sends to Wix alone.');
  return await send(`${process.env.LOOPBACK}${url.slice(WIX.length)}`, init);
}

Object.assign(globalThis, { fetch: redirected });
