import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { maySeeProtectedName, type Viewer } from '#access';
import type { ProtectedPersonState } from '#people';
import type { KnownAs } from './names.js';

/** How one reader may know protected people: by name, or only by a letter with every spelling of the name kept out of free text. */
@Injectable()
export class ProtectedNames {
  constructor(private readonly db: DataSource) {}

  async of(viewer: Viewer, ids: readonly string[]): Promise<KnownAs[]> {
    if (ids.length === 0) return [];
    const rows = await this.db.query<{ id: string; force: string; safeguarding: string; doc: ProtectedPersonState }[]>(
      `select id, force, safeguarding, doc from people.protected_person_record where id = any ($1)`,
      [ids],
    );
    return rows.map(({ id, force, safeguarding, doc }) => {
      const name = doc.is === 'recorded' ? (doc.identity.value?.name ?? null) : null;
      if (name === null) return { id, name: null, hide: [] };
      const full = `${name.given} ${name.family}`;
      if (maySeeProtectedName(viewer, { force, forces: [safeguarding] })) return { id, name: full, hide: [] };
      return { id, name: null, hide: [full, `${name.family}, ${name.given}`, name.family, name.given] };
    });
  }
}
