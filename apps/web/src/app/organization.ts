/** Where the server looks for it: a cookie, so that plain links (downloads) carry it too. */
const COOKIE = 'huiyin-organization';
const A_YEAR = 31_536_000;
/** In its place: no organisation, but the view across all of them. */
const ACROSS = '~oversight';

/** Works in this organisation from now on, in this browser; the next request counts, and the server checks it. */
export function chooseOrganization(slug: string): void {
  keep(slug, { seconds: A_YEAR });
}

/** Goes on across organisations until the browser is closed. */
export function chooseAllOrganizations(): void {
  keep(ACROSS);
}

/** The next request counts for whichever comes first. */
export function forgetOrganization(): void {
  keep('', { seconds: 0 });
}

function keep(value: string, { seconds }: { readonly seconds?: number } = {}): void {
  const age = seconds === undefined ? '' : `; max-age=${seconds}`;
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that is used here.
  document.cookie = `${COOKIE}=${value}; path=/; samesite=lax${age}${secure}`;
}
