import { randomUUID } from 'node:crypto';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import type { Answer, CallerHeaders, TestApi } from './api.fixture.ts';

/** Somebody of the public, in tests: from an address of their own, through the proxy of this machine. */
export function visitor(address: string): CallerHeaders {
  return { 'x-forwarded-for': address };
}

const SUBMIT = `mutation ($input: PublicComplaintSubmitInput!) {
  publicComplaintSubmit(input: $input) {
    receipt { number code matter { number stage actions next { by } files { name } steps { title } } }
    userErrors { code field message }
  }
}`;

/** Solves a challenge of the office, as a browser does. */
export async function solvedCaptcha(api: TestApi, office: string): Promise<string> {
  const { data } = await api.graphql({}, 'query ($office: String!) { publicCaptcha(office: $office) }', {
    office,
  });
  const challenge = JSON.parse(data.publicCaptcha) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return JSON.stringify({ challenge, solution });
}

/** A submission that any office takes. */
export async function submission(
  api: TestApi,
  office: string,
  changes: object = {},
): Promise<Record<string, unknown>> {
  return {
    office,
    captcha: 'captcha' in changes ? '' : await solvedCaptcha(api, office),
    idempotencyKey: randomUUID(),
    ...{ kind: 'COMPLAINT', category: 'ATTRACTION_SERVICE', content: '检票口排队两小时，工作人员辱骂游客。' },
    demands: ['APOLOGY'],
    disclosure: 'NAMED',
    complainant: { name: '何小满', phone: '13911112222' },
    consent: true,
    ...changes,
  };
}

export function submit(api: TestApi, caller: CallerHeaders, input: object): Promise<Answer> {
  return api.graphql(caller, SUBMIT, { input });
}

/** Sends a file in pieces of a few bytes, as tus does; its name for a submission. */
export async function sendFile(
  api: TestApi,
  file: { readonly office: string; readonly name: string; readonly bytes: Buffer; readonly piece?: number },
): Promise<{ readonly id: string; readonly status: number; readonly body: string }> {
  const { office, name, bytes, piece = bytes.length } = file;
  const encoded = (text: string): string => Buffer.from(text).toString('base64');
  const tus = { 'tus-resumable': '1.0.0' };
  const created = await api.app.inject({
    method: 'POST',
    url: '/public/files',
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': `office ${encoded(office)},name ${encoded(name)}`,
    },
  });
  const location = String(created.headers.location ?? '');
  let last = created;
  for (let offset = 0; created.statusCode === 201 && offset < bytes.length; offset += piece) {
    last = await api.app.inject({
      method: 'PATCH',
      url: location,
      headers: {
        ...tus,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
      },
      payload: bytes.subarray(offset, offset + piece),
    });
    if (last.statusCode >= 400) break;
  }
  return { id: location.split('/').at(-1) ?? '', status: last.statusCode, body: last.body };
}
