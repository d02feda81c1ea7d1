import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, Keyring } from '#event-store';

/** At every start, destroys the keys of people who were erased while their key could not be destroyed. */
@Injectable()
export class UnfinishedErasures implements OnApplicationBootstrap {
  constructor(
    private readonly database: DataSource,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.finish();
  }

  /** How many keys were still there. */
  async finish(): Promise<number> {
    const erased: { id: string }[] = await this.database.query(
      `select id from people.perpetrator_record where doc->>'is' = 'erased'
       union all select id from people.protected_person_record where doc->>'is' = 'erased'`,
    );
    const states = await this.keyring.keys(erased.map(({ id }) => id));
    const left = erased.filter(({ id }) => states.get(id) !== 'destroyed');
    for (const { id } of left) await this.keyring.destroy(id, { at: this.clock.now(), by: 'unfinished-erasures' });
    return left.length;
  }
}
