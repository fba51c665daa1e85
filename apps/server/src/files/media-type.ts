import { fileTypeFromBuffer } from 'file-type';

/** What offices keep as evidence. Nothing that a browser or a desktop would run. */
const ALLOWED =
  /^(image\/(jpeg|png|gif|webp|heic|heif|avif|bmp|tiff)|audio\/|video\/|application\/(pdf|zip|x-cfb|vnd\.openxmlformats-officedocument\.|vnd\.oasis\.opendocument\.))/;

/** Old and new office files share containers; the name tells which, and only within its container. */
const OFFICE_BY_NAME: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'application/x-cfb': {
    doc: 'application/msword',
    xls: 'application/vnd.ms-excel',
    ppt: 'application/vnd.ms-powerpoint',
  },
};

/** The type of a file by its first bytes; `undefined` for one that is not taken. Text is told by having no control bytes. */
export async function mediaTypeOf(head: Buffer, name: string): Promise<string | undefined> {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const found = await fileTypeFromBuffer(head);
  if (found) {
    // Macros run: a document that carries them is refused whatever it calls itself.
    if (/macroenabled/i.test(found.mime) || !ALLOWED.test(found.mime)) return undefined;
    return OFFICE_BY_NAME[found.mime]?.[extension] ?? found.mime;
  }
  if (looksLikeText(head)) return extension === 'csv' ? 'text/csv' : 'text/plain';
  return undefined;
}

/** UTF-16 has zero bytes and starts with its mark; in all else they mean a program or an unknown format. */
function looksLikeText(head: Buffer): boolean {
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (marked) return true;
  const text = head.subarray(0, 512).toString('latin1').trimStart().toLowerCase();
  // A page or a drawing with scripts is text too, and runs where it is opened.
  if (/^(<!doctype html|<html|<svg|<\?xml|#!|mz)/.test(text.replace(/^ï»¿/, ''))) return false;
  return !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}
