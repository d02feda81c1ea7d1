import { createHash } from 'node:crypto';
import { Download } from '#pages';
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
export function fileWords(bytes: Uint8Array): { readonly size: string; readonly sha256: string } {
  return { size: `${Math.ceil(bytes.length / 1_024)} KB`, sha256: createHash('sha256').update(bytes).digest('hex') };
}
