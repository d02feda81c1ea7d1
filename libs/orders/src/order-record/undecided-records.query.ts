import { Injectable } from '@nestjs/common';
import { force, may, type Viewer } from '#access';
import { Links, PerpetratorRecords } from '#people/module';
import { OrdersInForce } from './orders-in-force.query.js';

/** A record of which nobody has decided whether it is of the same person, and so whose orders nothing is held beside. */
export interface UndecidedRecord {
  readonly words: string;
  readonly orders: number;
  /** Where it is decided; null to who may not. */
  readonly href: string | null;
}

/** What may be more about a person against whom an order is asked for. */
@Injectable()
export class UndecidedRecords {
  constructor(
    private readonly links: Links,
    private readonly perpetrators: PerpetratorRecords,
    private readonly inForce: OrdersInForce,
  ) {}

  /** Records that wait for a decision beside any record of this person; only those that the viewer may know of. */
  async beside(viewer: Viewer, perpetratorId: string): Promise<readonly UndecidedRecord[]> {
    const person = await this.links.onePerson(viewer, perpetratorId);
    const offered = (await this.links.of(viewer, person)).filter(
      ({ state, a, b }) => state === 'offered' && person.includes(a) !== person.includes(b),
    );
    return Promise.all(
      offered.map(async ({ id, a, b, asKind }) => {
        const other = person.includes(a) ? b : a;
        const [record, standing] = await Promise.all([this.perpetrators.byId(viewer, other), this.inForce.standing(viewer, other)]);
        const whose = record ? (force(record.force)?.name ?? record.force) : 'another force';
        return {
          words: `Another record, of ${whose}, may be of ${asKind === 'relatives' ? 'a relative of this person' : 'this person'}. ${ordersOn(standing.length)}.`,
          orders: standing.length,
          href: may(viewer, 'link-records') ? `/links/${id}` : null,
        };
      }),
    );
  }
}

function ordersOn(count: number): string {
  if (count === 0) return 'No order is in force on it';
  return `${count === 1 ? '1 order is' : `${count} orders are`} in force on it, and the conditions are not compared with ${count === 1 ? 'it' : 'them'}`;
}
