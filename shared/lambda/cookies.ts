/** Names carry `__Host-` where the site has TLS, so that no neighbouring host can set them. */
const nameFor = (publicAddress: string, name: string): string =>
  publicAddress.startsWith('https:') ? `__Host-${name}` : name;

const attributes = (publicAddress: string): string =>
  `Path=/; HttpOnly; SameSite=Lax${publicAddress.startsWith('https:') ? '; Secure' : ''}`;

export const SESSION = 'quorate-session';
export const FLASH = 'quorate-flash';
export const SIGN_IN = 'quorate-sign-in';

/** A cookie that lasts until the browser is closed, or `seconds`. */
export function setCookie(publicAddress: string, name: string, value: string, seconds?: number): string {
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`;
  return `${nameFor(publicAddress, name)}=${value}; ${attributes(publicAddress)}${age}`;
}

/** Takes a cookie back. */
export function dropCookie(publicAddress: string, name: string): string {
  return `${nameFor(publicAddress, name)}=; ${attributes(publicAddress)}; Max-Age=0`;
}

/** The value of a cookie of ours, or empty text. */
export function cookieOf(cookies: Readonly<Record<string, string>>, publicAddress: string, name: string): string {
  return cookies[nameFor(publicAddress, name)] ?? '';
}
