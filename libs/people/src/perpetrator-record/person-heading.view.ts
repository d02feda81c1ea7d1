import { Injectable, NotFoundException } from '@nestjs/common';
import { force, type Viewer } from '#access';
import { formalName } from '../domain/names.js';
import type { PerpetratorRecord } from '../domain/perpetrator.js';
import { PerpetratorRecords } from './perpetrator-record.query.js';

/** Whom a page is about. */
export interface PersonHeading {
  readonly id: string;
  readonly name: string;
  readonly forceName: string;
  readonly record: PerpetratorRecord;
}

/** What every page that changes a perpetrator's record begins with. */
@Injectable()
export class PersonHeadings {
  constructor(private readonly records: PerpetratorRecords) {}

  /** Answers 404 when there is no such person for this viewer, or no longer any data about them. */
  async of(viewer: Viewer, perpetratorId: string): Promise<PersonHeading> {
    const record = await this.records.byId(viewer, perpetratorId);
    if (record?.is !== 'recorded') throw new NotFoundException();
    const name = record.identity.value ? formalName(record.identity.value.name) : 'Name not readable';
    return { id: record.perpetratorId, name, forceName: force(record.force)?.fullName ?? `Force ${record.force}`, record };
  }
}
