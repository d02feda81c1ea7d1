import { createHash } from 'node:crypto';
import { address, Download } from '#pages';
import type { Paper } from './paper.js';
import { paperAsDocx } from './paper-docx.js';
import { paperAsPdf } from './paper-pdf.js';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The paper as a file to download. `name`: without its ending. */
export async function fileOf(paper: Paper, name: string, format: 'pdf' | 'docx'): Promise<Download> {
  return format === 'pdf'
    ? new Download(`${name}.pdf`, 'application/pdf', await paperAsPdf(paper))
    : new Download(`${name}.docx`, docx, await paperAsDocx(paper));
}

/** How a file is named on a page: its size and its digest. */
function fileWords(bytes: Uint8Array): { readonly size: string; readonly sha256: string } {
  return { size: `${Math.ceil(bytes.length / 1_024)} KB`, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Both files as a page offers them: where each is, its size and its digest. */
export async function filesOf(paper: Paper, base: string, query: Readonly<Record<string, string | readonly string[]>>) {
  const file = async (name: string, format: 'pdf' | 'docx') => {
    const { bytes } = await fileOf(paper, '', format);
    return { name, href: address(`${base}.${format}`, query), ...fileWords(bytes) };
  };
  return [await file('PDF', 'pdf'), await file('Word document (DOCX)', 'docx')];
}

/** What is to be left out, by keys as the page offers them. */
export function keysIn(query: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const given = query['leaveOut'];
  const keys: unknown[] = Array.isArray(given) ? given : [given];
  return new Set(keys.filter((key): key is string => typeof key === 'string' && /^[\w.:-]{1,120}$/.test(key)));
}
