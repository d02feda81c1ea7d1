import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import { ageOn, type LocalDate, londonDate } from '#calendar';
import { Clock } from '#event-store';
import { PerpetratorRecords } from '#people/module';
import type { FiledApplication } from '../domain/application.js';
import type { MadeOrder } from '../domain/order.js';
import type { ApplicationDraft } from '../domain/application-draft/draft.js';
import { isOfYouth, wouldBeOfYouth } from '../domain/youth/required.js';
import { nothingOfYouth, type YouthRecord } from '../domain/youth/youth.js';
import { type YouthView, youthView } from './youth-view.js';

/** What is to be known of applications because their respondents are under 18. */
@Injectable()
export class YouthRecords {
  constructor(
    private readonly database: DataSource,
    private readonly perpetrators: PerpetratorRecords,
    private readonly clock: Clock,
  ) {}

  /** What was recorded of an application; nothing where nobody recorded anything, or this viewer may not see the respondent. */
  async recordOf(viewer: Viewer, applicationId: string): Promise<YouthRecord> {
    return (await this.found(viewer, applicationId)) ?? nothingOfYouth;
  }

  /** Of a filed application; null where its respondent was not under 18 and nothing is recorded because of it. */
  async ofFiled(viewer: Viewer, application: FiledApplication): Promise<YouthView | null> {
    const { applicationId, perpetratorId, filedOn, forum } = application;
    const [record, dateOfBirth] = await Promise.all([this.found(viewer, applicationId), this.bornOn(viewer, perpetratorId)]);
    if (record === null && !isOfYouth(application, dateOfBirth)) return null;
    return this.told(viewer, record, {
      filed: { is: 'application', on: filedOn, isYouthCourt: forum === 'youth' },
      willBeYouthCourt: forum === 'youth',
      dateOfBirth,
    });
  }

  /** Of an order: as of its application, or where there is none by its court and the respondent's age when it was made. Null where neither says so. */
  async ofOrder(
    viewer: Viewer,
    { perpetratorId, court, made }: MadeOrder,
    application: FiledApplication | null,
  ): Promise<YouthView | null> {
    if (application) return this.ofFiled(viewer, application);
    const dateOfBirth = await this.bornOn(viewer, perpetratorId);
    const isYouthCourt = court.type === 'youth';
    if (!isYouthCourt && (dateOfBirth === null || ageOn(dateOfBirth, made.on) >= 18)) return null;
    return this.told(viewer, null, { filed: { is: 'order', on: made.on, isYouthCourt }, willBeYouthCourt: isYouthCourt, dateOfBirth });
  }

  /** Of an application in preparation, for the force that prepares it; null where its respondent is not under 18 today. */
  async ofDraft(viewer: Viewer, draft: ApplicationDraft): Promise<YouthView | null> {
    const dateOfBirth = await this.bornOn(viewer, draft.perpetratorId);
    const willBeYouthCourt = wouldBeOfYouth(draft, dateOfBirth, this.today());
    const record = await this.found(viewer, draft.applicationId);
    if (record === null && !willBeYouthCourt) return null;
    return this.told(viewer, record, { filed: null, willBeYouthCourt, dateOfBirth });
  }

  private told(
    viewer: Viewer,
    record: YouthRecord | null,
    about: Pick<Parameters<typeof youthView>[0], 'filed' | 'willBeYouthCourt' | 'dateOfBirth'>,
  ): YouthView {
    return youthView({ ...about, record: record ?? nothingOfYouth, today: this.today(), viewer });
  }

  private today(): LocalDate {
    return londonDate(this.clock.now());
  }

  private async bornOn(viewer: Viewer, perpetratorId: string): Promise<LocalDate | null> {
    const found = await this.perpetrators.byId(viewer, perpetratorId);
    return found?.is === 'recorded' ? (found.identity.value?.dateOfBirth ?? null) : null;
  }

  private async found(viewer: Viewer, applicationId: string): Promise<YouthRecord | null> {
    const parameters: unknown[] = [applicationId];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const [row]: { doc: YouthRecord }[] = await this.database.query(
      `select y.doc from orders.youth_record y join people.perpetrator_record p on p.id = y.perpetrator_id where y.id = $1 and ${visible}`,
      parameters,
    );
    return row?.doc ?? null;
  }
}
