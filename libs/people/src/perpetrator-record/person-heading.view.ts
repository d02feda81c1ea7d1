import { Injectable, NotFoundException } from '@nestjs/common';
import { force, type Viewer } from '#access';
import type { LocalDate } from '#calendar';
import { formalName, spokenName } from '../domain/names.js';
import type { PerpetratorRecord } from '../domain/perpetrator.js';
import { PerpetratorRecords } from './perpetrator-record.query.js';

/** Whom a page is about. */
export interface PersonHeading {
  readonly id: string;
  readonly name: string;
  readonly forceName: string;
  readonly record: PerpetratorRecord;
}

/** What every page about a perpetrator begins with. */
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

  /** The name at the head of a record about them; says so where it was erased. Answers 404 when there is no such person for this viewer. */
  async nameOf(viewer: Viewer, perpetratorId: string): Promise<string> {
    return (await this.spokenOf(viewer, perpetratorId)).name;
  }

  /** The same with the day they were born; null where that is not recorded, or erased. */
  async spokenOf(viewer: Viewer, perpetratorId: string): Promise<{ readonly name: string; readonly born: LocalDate | null }> {
    const record = await this.records.byId(viewer, perpetratorId);
    if (!record) throw new NotFoundException();
    const identity = record.is === 'recorded' ? record.identity.value : null;
    return { name: identity ? spokenName(identity.name) : 'A person whose details were erased', born: identity?.dateOfBirth ?? null };
  }
}
