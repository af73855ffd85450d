import { istKey, jwsKey, publicId } from '../fake-keys.js';

/** The text of a position for a file of that name, with real (made-up) keys in it. */
export function filledIn(text: string, filename: string): string {
  const key = istKey();
  const assertion = /\.(?:tsx?|[cm]ts)$/.test(filename) ? '!' : '';
  const [first, second] = [70, 300];
  return text
    .replaceAll('ENV', `process.env.WIX_API_KEY${assertion}`)
    .replaceAll('¡^', assertion === '' ? '' : '! ')
    .replaceAll('¡', assertion)
    .replaceAll('<@>', publicId().slice(0, 8).toUpperCase())
    .replaceAll('<#>', publicId(2).slice(0, 8).toUpperCase())
    .replaceAll('§64', Buffer.from(key).toString('base64'))
    .replaceAll('§rest', key.slice('IST.ey'.length))
    .replaceAll('§1', key.slice(0, first))
    .replaceAll('§2', key.slice(first, second))
    .replaceAll('§3', key.slice(second))
    .replaceAll('@dec', '\0')
    .replaceAll('@', key)
    .replaceAll('\0', '@dec')
    .replaceAll(/#(?![!\w])/g, jwsKey(2));
}
