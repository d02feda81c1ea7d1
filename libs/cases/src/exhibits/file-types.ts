import { unzipSync } from 'fflate';

/** What is taken: what courts and officers exchange, and nothing that can run when it is opened. */
export type MediaType =
  | 'application/pdf'
  | 'image/jpeg'
  | 'image/png'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'text/plain'
  | 'video/mp4';

interface FileType {
  readonly mediaType: MediaType;
  /** In words, for a page. */
  readonly name: string;
  /** Endings a name of it may have; the first is the one it is given. */
  readonly endings: readonly [string, ...string[]];
  /** Whether the bytes are of this type, by what stands at their beginning, at their end and in their table of contents. */
  readonly fits: (bytes: Uint8Array) => boolean;
}

/**
 * The types and their marks. Our own lines: a detector of hundreds of types knows neither plain text nor what is in a DOCX, and answers for
 * the first bytes alone. Text is asked last, since anything readable would be text.
 */
export const fileTypes: readonly FileType[] = [
  {
    mediaType: 'application/pdf',
    name: 'PDF',
    endings: ['pdf'],
    fits: (bytes) => /^%PDF-[12]\.\d/.test(latin(bytes.subarray(0, 8))) && latin(bytes.subarray(-1_024)).includes('%%EOF'),
  },
  {
    mediaType: 'image/jpeg',
    name: 'JPEG picture',
    endings: ['jpg', 'jpeg'],
    fits: (bytes) => starts(bytes, [0xff, 0xd8, 0xff]) && has(bytes.subarray(2), [0xff, 0xd9]),
  },
  {
    mediaType: 'image/png',
    name: 'PNG picture',
    endings: ['png'],
    fits: (bytes) => starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) && latin(bytes.subarray(-12)).includes('IEND'),
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: 'Word document (DOCX)',
    endings: ['docx'],
    fits: isWordDocument,
  },
  {
    mediaType: 'video/mp4',
    name: 'MP4 video',
    endings: ['mp4', 'm4v'],
    fits: (bytes) =>
      latin(bytes.subarray(4, 8)) === 'ftyp' && /^(isom|iso\d|mp4[12]|avc1|M4V |dash|MSNV)/.test(latin(bytes.subarray(8, 12))),
  },
  { mediaType: 'text/plain', name: 'plain text', endings: ['txt'], fits: isPlainText },
];

/** The types in words: `PDF, JPEG picture … or plain text`. */
export const typesInWords: string = `${fileTypes
  .slice(0, -1)
  .map(({ name }) => name)
  .join(', ')} or ${fileTypes.at(-1)?.name ?? ''}`;

/** What the bytes are, whatever the file is called; null when it is nothing that is taken. */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  return fileTypes.find(({ fits }) => fits(bytes)) ?? null;
}

/** The name of a media type in words. */
export function typeName(mediaType: MediaType): string {
  return fileTypes.find((one) => one.mediaType === mediaType)?.name ?? mediaType;
}

function starts(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, nth) => bytes[nth] === byte);
}

function has(bytes: Uint8Array, mark: readonly number[]): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(Buffer.from(mark)) >= 0;
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** A ZIP with the parts of a Word document, without macros; nothing is unpacked to see that. */
function isWordDocument(bytes: Uint8Array): boolean {
  if (!starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return false;
  const names: string[] = [];
  try {
    unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 });
  } catch {
    return false;
  }
  return ['[Content_Types].xml', 'word/document.xml'].every((part) => names.includes(part)) && !names.some((name) => /vba/i.test(name));
}

/** UTF-8 that people typed: no control signs, and no page or script that only calls itself text. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[^\P{Cc}\t\n\f\r]/u.test(text) && !/^\s*(<[!?a-z]|#!|@echo)/i.test(text) && !text.slice(0, 1_024).includes('%PDF-');
  } catch {
    return false;
  }
}
