/** Where the server looks for it: a cookie, so that plain links (downloads) carry it too. */
const COOKIE = 'huiyin-organization';
const A_YEAR = 31_536_000;

/** Works in this organisation from now on, in this browser; the next request counts. */
export function chooseOrganization(slug: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet.
  document.cookie = `${COOKIE}=${slug}; path=/; max-age=${A_YEAR}; samesite=lax`;
}

/** The next request counts for whichever comes first. */
export function forgetOrganization(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet.
  document.cookie = `${COOKIE}=; path=/; max-age=0; samesite=lax`;
}
