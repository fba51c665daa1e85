import { currentLocale } from '../i18n/i18n.ts';

async function answerOf(url: string): Promise<Response> {
  const response = await fetch(url, { headers: { 'accept-language': currentLocale() } });
  if (!response.ok) throw new Error(await messageOf(response));
  return response;
}

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
  URL.revokeObjectURL(address);
}

/** Keeps a file on the server; its hash, by which mutations name it. @throws Error in words */
export async function upload(file: File): Promise<string> {
  const form = new FormData();
  form.append('file', file);
  const response = await fetch('/files', {
    method: 'POST',
    body: form,
    headers: { 'accept-language': currentLocale() },
  });
  if (!response.ok) throw new Error(await messageOf(response));
  return ((await response.json()) as { file: string }).file;
}

async function messageOf(response: Response): Promise<string> {
  const answer = (await response.json().catch(() => undefined)) as
    | { error?: { message?: string } }
    | undefined;
  return answer?.error?.message ?? `${response.status} ${response.statusText}`;
}
