import { Injectable, NotFoundException } from '@nestjs/common';
import { may, type Viewer } from '#access';
import { londonDate } from '#calendar';
import { withheld } from '#event-sourcing';
import { Clock } from '#event-store';
import { PersonHeadings, ProtectedPeople } from '#people/module';
import type { CaseRow } from './case-row.js';
import { CaseRecords } from './case-records.query.js';
import { type CaseView, caseView } from './case-view.js';

/** Opens cases for a reader. */
@Injectable()
export class ReadCase {
  constructor(
    private readonly records: CaseRecords,
    private readonly people: ProtectedPeople,
    private readonly headings: PersonHeadings,
    private readonly clock: Clock,
  ) {}

  /** Throws `NotFoundException` also when the reader may not know of it. */
  async row(viewer: Viewer, caseId: string): Promise<CaseRow> {
    const row = await this.records.byId(viewer, caseId);
    if (!row) throw new NotFoundException();
    return row;
  }

  /** The name to head a page with. Throws `NotFoundException` when there is no such person for the reader. */
  person(viewer: Viewer, perpetratorId: string): Promise<string> {
    return this.headings.nameOf(viewer, perpetratorId);
  }

  async view(viewer: Viewer, caseId: string): Promise<CaseView> {
    return this.viewOf(viewer, await this.row(viewer, caseId));
  }

  async viewOf(viewer: Viewer, row: CaseRow): Promise<CaseView> {
    // A case gives its force no part in anybody: any force may open one.
    // What is written down may speak of people whom the case does not name.
    const ids = row.protectedPersonIds.length > 0 ? row.protectedPersonIds : await this.people.idsOn([row.perpetratorId]);
    const known = await this.people.knownAs(viewer, ids, [], [row.perpetratorId]);
    // What was written down can name a protected person or a place: it goes with the right to read names.
    const isWithheld = !may(viewer, 'view-protected-person');
    return caseView(isWithheld ? withheld(row) : row, known, { today: londonDate(this.clock.now()), own: viewer.force, isWithheld });
  }
}
