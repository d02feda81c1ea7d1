import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { KeptByForce } from '#access/module';
import { formatDate } from '#calendar';
import { Submissions } from '#pages';
import { ProtectedPeople } from '#people/module';
import { ApplicationRecords } from '../application-record/application-records.query.js';
import type { DraftContents } from '../domain/application-draft/contents.js';
import type { FiledApplication } from '../domain/application.js';
import type { MadeOrder } from '../domain/order.js';
import type { Clause } from '../domain/conflicts/index.js';
import { ApplicationDrafts } from '../drafted-application/application-drafts.query.js';
import * as words from '../order-record/words.js';
import { OrdersInForce } from '../order-record/orders-in-force.query.js';
import { OpenMattersHere } from '../record-order/open-matters.query.js';
import { RecordForms } from './record-forms.js';

/** An application with the conditions and the duration that its draft asked for; none where it was drafted elsewhere. */
export type ApplicationInForm = FiledApplication & {
  readonly sought: readonly Clause[];
  readonly duration: DraftContents['conditions']['duration'];
  /** Interim orders of its force against the same person that were recorded without their application. */
  readonly interimsAlone: readonly Pick<MadeOrder, 'orderId' | 'made'>[];
};

/** Forms about an application. */
@Injectable()
export class ApplicationForms extends RecordForms<ApplicationInForm> {
  constructor(
    private readonly applications: ApplicationRecords,
    private readonly people: ProtectedPeople,
    private readonly inForce: OrdersInForce,
    private readonly drafts: ApplicationDrafts,
    private readonly matters: OpenMattersHere,
    submissions: Submissions,
  ) {
    super(submissions);
  }

  protected override async find(viewer: Viewer, id: string): Promise<ApplicationInForm> {
    const application = await this.applications.seen(viewer, id);
    const asked = (await this.drafts.byId(viewer, id))?.doc.draft.sections.conditions?.content;
    const interimsAlone = await this.matters.interimsAlone(viewer, application);
    return { ...application, sought: asked?.conditions ?? [], duration: asked?.duration ?? null, interimsAlone };
  }

  protected override async head(viewer: Viewer, application: FiledApplication): Promise<object> {
    const { court, filedOn, force, protectedPersonIds, victimIds } = application;
    const ids = [...protectedPersonIds, ...victimIds];
    const known = await this.people.knownAs(viewer, ids, [{ force, protectedPersonIds: ids }]);
    const people = known.map(({ id, name, letter }) => ({ value: id, text: name ?? `Protected person ${letter}` }));
    const othersInForce = await this.inForce.against(viewer, application.perpetratorId);
    return { caption: `Application filed at ${court.name} on ${formatDate(filedOn)}`, application, people, words, othersInForce };
  }

  protected override refused({ force }: FiledApplication): KeptByForce {
    return new KeptByForce(force, 'this application', 'Your force can read it.');
  }

  protected override address(application: FiledApplication): string {
    return `/applications/${application.applicationId}`;
  }
}
