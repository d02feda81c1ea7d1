import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isRole, maySeePerson, permissionsOf, type Restriction, type Role, viewer } from '#access';
import { Users } from '#access/module';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** CJS code. */
  readonly force: string;
}

/** Who in a force may be asked to do something. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly users: Users,
    private readonly database: DataSource,
  ) {}

  /** Those with an open account who may read the work list, by name. */
  async of(force: string): Promise<readonly Colleague[]> {
    const all = await this.users.list();
    return all
      .flatMap(({ id, displayName: name, active, force: own, role }) =>
        active && own === force && isRole(role) && permissionsOf(role).includes('view-work') ? [{ id, name, role, force }] : [],
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Which of them may open the record of each of these people: ids of users, by the person's. Nobody, of a person who is not recorded. */
  async readers(colleagues: readonly Colleague[], perpetratorIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const records: (Restriction & { readonly id: string })[] = await this.database.query(
      'select id, restricted, readers from people.perpetrator_record where id = any ($1::text[])',
      [[...new Set(perpetratorIds)]],
    );
    const mayOpen = (record: Restriction) =>
      colleagues.filter(({ id: userId, ...who }) => maySeePerson(viewer({ ...who, userId }), record)).map(({ id }) => id);
    return new Map(records.map((record) => [record.id, mayOpen(record)]));
  }
}
