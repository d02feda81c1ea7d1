import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rightsUnder, type VictimRights } from '#people';

type Held = Parameters<typeof rightsUnder>[0];

/** What a force owes to protected people, which sets how soon they are told. Says nothing of them but that. */
@Injectable()
export class RightsOwed {
  constructor(private readonly database: DataSource) {}

  /** By the ids of the people: for something on a perpetrator's record that this force keeps. Enhanced Rights to whoever is not recorded. */
  async under(
    protectedPersonIds: readonly string[],
    of: { readonly perpetratorId: string; readonly force: string },
  ): Promise<(protectedPersonId: string) => VictimRights> {
    const rows: (Held & { readonly id: string })[] = await this.database.query(
      `select id, doc -> 'entitlements' as entitlements, doc ->> 'perpetratorId' as "perpetratorId"
       from people.protected_person_record where id = any ($1::text[]) and doc ->> 'is' = 'recorded'`,
      [protectedPersonIds],
    );
    const rights = new Map(rows.map((row) => [row.id, rightsUnder(row, of)]));
    return (id) => rights.get(id) ?? 'enhanced';
  }
}
