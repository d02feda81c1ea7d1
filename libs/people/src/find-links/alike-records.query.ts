import { Injectable } from '@nestjs/common';
import { force, may, type Viewer } from '#access';
import { pairOf } from '../domain/links.js';
import { comparable, score } from '../domain/linking/index.js';
import { Links } from '../link-record/links.query.js';
import { LinkCandidates } from './link-candidates.query.js';

/** Records that may be of the same person as one just recorded, before the pair is offered for a decision. */
@Injectable()
export class AlikeRecords {
  constructor(
    private readonly candidates: LinkCandidates,
    private readonly links: Links,
  ) {}

  /** One sentence without a name, null where there are none. Only for who may decide, and of records that are there for them. */
  async inWords(viewer: Viewer, perpetratorId: string): Promise<string | null> {
    if (!may(viewer, 'link-records')) return null;
    const { record, candidates } = await this.candidates.of(perpetratorId);
    if (!record) return null;
    const alike = candidates.filter((candidate) => isOffered(score(comparable(record), comparable(candidate)).band));
    const seen = await Promise.all(alike.map((one) => this.links.pairOf(viewer, pairOf(perpetratorId, one.perpetratorId))));
    const forces = alike.flatMap((one, nth) => (seen[nth] ? [force(one.force)?.name ?? `force ${one.force}`] : []));
    const [first] = forces;
    if (first === undefined) return null;
    return forces.length === 1
      ? `Another record, of ${first}, may be of this person: compare them on this page or under Links, and decide`
      : `${forces.length} other records may be of this person: compare them on this page or under Links, and decide`;
  }
}

function isOffered(band: ReturnType<typeof score>['band']): boolean {
  return band !== 'none' && band !== 'relative';
}
