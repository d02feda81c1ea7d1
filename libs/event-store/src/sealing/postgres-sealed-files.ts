import type { DataSource } from 'typeorm';
import { FileMissing, SealedFiles } from './sealed-files.js';
import type { Sealer } from './sealer.js';

/** Bytes sealed at once: a file never lies in memory more often than twice. */
const pieceSize = 1_048_576;

/** In PostgreSQL, in pieces, each bound to its place: a piece left out, changed or moved does not open. */
export class PostgresSealedFiles extends SealedFiles {
  constructor(
    private readonly database: DataSource,
    private readonly sealer: Sealer,
  ) {
    super();
  }

  override async put(purpose: string, contentId: string, about: readonly string[], bytes: Uint8Array): Promise<void> {
    const count = Math.max(1, Math.ceil(bytes.length / pieceSize));
    await this.database.transaction(async (manager) => {
      for (let nth = 0; nth < count; nth += 1) {
        const piece = Buffer.from(bytes.subarray(nth * pieceSize, (nth + 1) * pieceSize));
        const sealed = await this.sealer.sealBytes(purpose, boundTo(contentId, nth, count), about, piece);
        await manager.query(
          'insert into files.sealed_piece (content_id, nth, pieces, sealed) values ($1, $2, $3, $4) on conflict do nothing',
          [contentId, nth, count, sealed],
        );
      }
    });
  }

  override async remove(contentId: string): Promise<void> {
    await this.database.query('delete from files.sealed_piece where content_id = $1', [contentId]);
  }

  override async read(purpose: string, contentId: string, about: readonly string[]): Promise<Buffer | null> {
    const rows: { nth: number; pieces: number; sealed: Buffer }[] = await this.database.query(
      'select nth, pieces, sealed from files.sealed_piece where content_id = $1 order by nth',
      [contentId],
    );
    const [first] = rows;
    if (!first || rows.length !== first.pieces) throw new FileMissing();
    const opened: Buffer[] = [];
    for (const { nth, pieces, sealed } of rows) {
      const piece = await this.sealer.openBytes(purpose, boundTo(contentId, nth, pieces), about, sealed);
      if (piece === null) return null;
      opened.push(piece);
    }
    return Buffer.concat(opened);
  }
}

function boundTo(contentId: string, nth: number, pieces: number): string {
  return `${contentId}|${nth}|${pieces}`;
}
