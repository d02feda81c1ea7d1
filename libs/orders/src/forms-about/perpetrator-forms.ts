import { Injectable, NotFoundException } from '@nestjs/common';
import type { Viewer } from '#access';
import { KeptByForce } from '#access/module';
import { Submissions } from '#pages';
import { type PerpetratorRecord, spokenName } from '#people';
import { PerpetratorRecords, ProtectedPeople } from '#people/module';
import * as words from '../order-record/words.js';
import { OrdersInForce } from '../order-record/orders-in-force.query.js';
import { OpenMattersHere, type OpenHere } from '../record-order/open-matters.query.js';
import { RecordForms } from './record-forms.js';

/** A perpetrator, with what of the viewer's force is open against them. */
export type PerpetratorInForm = PerpetratorRecord & { readonly open: OpenHere };

/** Forms about a perpetrator: what begins there. An erased record has none. */
@Injectable()
export class PerpetratorForms extends RecordForms<PerpetratorInForm> {
  constructor(
    private readonly perpetrators: PerpetratorRecords,
    private readonly protectedPeople: ProtectedPeople,
    private readonly inForce: OrdersInForce,
    private readonly matters: OpenMattersHere,
    submissions: Submissions,
  ) {
    super(submissions);
  }

  protected override async find(viewer: Viewer, id: string): Promise<PerpetratorInForm> {
    const record = await this.perpetrators.byId(viewer, id);
    if (record?.is !== 'recorded') throw new NotFoundException();
    return { ...record, open: await this.matters.against(viewer, id) };
  }

  protected override async head(viewer: Viewer, { perpetratorId, identity }: PerpetratorInForm): Promise<object> {
    const known = await this.protectedPeople.protectedFrom(viewer, perpetratorId);
    const people = known
      .filter(({ isErased }) => !isErased)
      .map(({ id, name, letter }) => ({ value: id, text: name ?? `Protected person ${letter}` }));
    const othersInForce = await this.inForce.against(viewer, perpetratorId);
    return { caption: identity.value ? spokenName(identity.value.name) : '', perpetratorId, people, words, othersInForce };
  }

  protected override refused({ force }: PerpetratorInForm): KeptByForce {
    return new KeptByForce(force, 'this record');
  }

  protected override address({ perpetratorId }: PerpetratorInForm): string {
    return `/perpetrators/${perpetratorId}`;
  }
}
