import { currentLocale } from '../i18n/i18n.ts';

async function answerOf(url: string): Promise<Response> {
  const response = await fetch(url, { headers: { 'accept-language': currentLocale() } });
  if (!response.ok) throw new Error(await messageOf(response));
  return response;
}

/** A browser with much to do begins to save only after a while: until then the file must be there. */
const KEPT_FOR_MS = 60_000;

/** A file of the server, for showing it here. @throws Error in words */
export async function fetchFile(url: string): Promise<Blob> {
  return (await answerOf(url)).blob();
}

/** Saves a file of the server under the name it gives, in the language of the screens. @throws Error in words */
export async function download(url: string): Promise<void> {
  const response = await answerOf(url);
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name ? decodeURIComponent(name) : '';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS);
}

/**
 * Keeps a file on the server; its hash, by which mutations name it.
 * @param onProgress told how much has gone out, in percent
 * @throws Error in words
 */
export function upload(file: Blob, onProgress?: (percent: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    // Not `fetch`: it does not tell how far an upload has come.
    const request = new XMLHttpRequest();
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(Math.round((100 * loaded) / total));
    request.onerror = () => reject(new TypeError('The upload was interrupted.'));
    request.onload = () => {
      const { file: hash, error } = (request.response ?? {}) as Answer;
      if (request.status < 400 && hash) resolve(hash);
      else reject(new Error(error?.message ?? `${request.status} ${request.statusText}`));
    };
    request.open('POST', '/files');
    request.setRequestHeader('accept-language', currentLocale());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

interface Answer {
  readonly file?: string;
  readonly error?: { readonly message?: string };
}

async function messageOf(response: Response): Promise<string> {
  const answer = (await response.json().catch(() => undefined)) as Answer | undefined;
  return answer?.error?.message ?? `${response.status} ${response.statusText}`;
}
