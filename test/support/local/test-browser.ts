/** A browser as far as sign-in and forms need one: cookies kept, redirects followed, forms posted from their own page. */
export function testBrowser(address: string) {
  const jar = new Map<string, string>();

  const keepCookies = (answer: Response): void => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
  };
  const ask = async (url: string, init: RequestInit): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    keepCookies(answer);
    return answer;
  };
  /** Follows redirects; stops before one that leads to a path in `stopAt`. */
  const go = async (path: string, init: RequestInit = {}, stopAt = '') => {
    let url = new URL(path, address).href;
    let answer = await ask(url, init);
    for (let hop = 0; hop < 10 && answer.status >= 300 && answer.status < 400; hop += 1) {
      url = new URL(answer.headers.get('location') ?? '', url).href;
      if (stopAt !== '' && new URL(url).pathname === stopAt) return { url, status: answer.status, text: '' };
      answer = await ask(url, {});
    }
    return { url, status: answer.status, text: await answer.text() };
  };
  const post = (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = { origin: address },
    stopAt = '',
  ) => go(path, { method: 'POST', body: new URLSearchParams(fields), headers }, stopAt);
  return { go, post, cookies: jar };
}

/** The value of a hidden field of a page. */
export function hiddenField(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '';
}
