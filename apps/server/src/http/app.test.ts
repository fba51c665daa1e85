import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApi, type TestApi } from '../testing/api.fixture.ts';

let api: TestApi;

beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

test('public pages take no style that stands in the page; the workplace, whose styles are written at run time, does', async () => {
  const styles = async (url: string) => {
    const { headers } = await api.app.inject({ method: 'GET', url });
    return /style-src ([^;]*)/.exec(String(headers['content-security-policy']))?.[1];
  };
  for (const url of ['/o', '/o?x', '/o/tourism/track']) expect(await styles(url)).toBe("'self'");
  for (const url of ['/', '/office', '/complaints']) expect(await styles(url)).toBe("'self' 'unsafe-inline'");
});

test('every answer tells the browser what it may not do with it, one that there is nothing too', async () => {
  for (const [path, status] of [
    ['/healthz', 200],
    ['/nowhere', 404],
  ] as const) {
    const { statusCode, headers } = await api.app.inject({ method: 'GET', url: path });
    expect(statusCode).toBe(status);
    expect(headers['content-security-policy']).toMatch(/^default-src 'self';.*script-src 'self';/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
    expect(headers['strict-transport-security']).toBeUndefined();
  }
});
