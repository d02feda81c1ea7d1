import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Users } from '#access/module';
import { hiddenIn, masked } from '../domain/masking.js';
import { ProtectedPeople } from '../protected-person-record/protected-people.query.js';
import type { LinkRow } from './link-record.js';
import type { ToldOfChange } from './link.view.js';

/** Who decided about a pair and why, for a reader who may see both records. */
@Injectable()
export class ToldOfLinks {
  constructor(
    private readonly users: Users,
    private readonly people: ProtectedPeople,
  ) {}

  /** A force reads its own words as they were written; in those of others people whom the reader may not know by name are hidden. */
  async of(viewer: Viewer, { a, b, changes }: LinkRow): Promise<(change: LinkRow['changes'][number]) => ToldOfChange> {
    const ids = await this.people.idsOn([a, b]);
    const [names, known] = await Promise.all([
      this.users.names([...new Set(changes.map(({ by }) => by))]),
      this.people.knownAs(viewer, ids, [], [a, b]),
    ]);
    const masks = (areOwn: boolean) =>
      hiddenIn(known, areOwn).map(({ name, letter, ...one }) => ({
        ...one,
        instead: name ?? (letter ? `protected person ${letter}` : 'a protected person'),
      }));
    const [inOthers, inOwn] = [masks(false), masks(true)];
    return ({ by, force, reason }) => ({
      who: names.get(by) ?? null,
      why: reason?.value ? masked(reason.value, force === viewer.force ? inOwn : inOthers) : null,
    });
  }
}
