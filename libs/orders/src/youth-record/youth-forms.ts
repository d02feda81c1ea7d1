import { Injectable, NotFoundException } from '@nestjs/common';
import type { Viewer } from '#access';
import { KeptByForce } from '#access/module';
import { formatDate } from '#calendar';
import { Submissions } from '#pages';
import { ApplicationRecords } from '../application-record/application-records.query.js';
import type { Court } from '../domain/events.js';
import { contentIn } from '../domain/application-draft/missing.js';
import type { YouthRecord } from '../domain/youth/youth.js';
import { ApplicationDrafts } from '../drafted-application/application-drafts.query.js';
import { RecordForms } from '../forms-about/record-forms.js';
import { YouthRecords } from './youth-records.query.js';
import type { YouthView } from './youth-view.js';

/** An application, prepared or filed, with what is to be known because its respondent is under 18. */
export interface YouthAbout {
  readonly applicationId: string;
  readonly perpetratorId: string;
  readonly force: string;
  readonly isFiled: boolean;
  readonly caption: string;
  /** Of the application; of one in preparation as far as it is written. */
  readonly court: { readonly type: Court['type']; readonly name: string | null };
  readonly record: YouthRecord;
  /** Null where the respondent is not under 18. */
  readonly view: YouthView | null;
}

/** Forms about a respondent under 18. */
@Injectable()
export class YouthForms extends RecordForms<YouthAbout> {
  constructor(
    private readonly applications: ApplicationRecords,
    private readonly drafts: ApplicationDrafts,
    private readonly youth: YouthRecords,
    submissions: Submissions,
  ) {
    super(submissions);
  }

  /** @throws NotFoundException when there is no such application for this viewer: one in preparation is its force's own */
  async find(viewer: Viewer, id: string): Promise<YouthAbout> {
    const record = await this.youth.recordOf(viewer, id);
    const filed = await this.applications.byId(viewer, id);
    if (filed) {
      const { perpetratorId, force, court, filedOn } = filed;
      const caption = `Application filed at ${court.name} on ${formatDate(filedOn)}`;
      return {
        applicationId: id,
        perpetratorId,
        force,
        isFiled: true,
        caption,
        court,
        record,
        view: await this.youth.ofFiled(viewer, filed),
      };
    }
    const row = await this.drafts.byId(viewer, id);
    if (!row || row.state === 'abandoned') throw new NotFoundException();
    const { perpetratorId, force } = row;
    const { draft } = row.doc;
    const caption = `Application begun on ${formatDate(row.begunOn)}, in preparation`;
    const court = { type: 'youth', name: contentIn(draft, 'parties').courtName } as const;
    return {
      applicationId: id,
      perpetratorId,
      force,
      isFiled: false,
      caption,
      court,
      record,
      view: await this.youth.ofDraft(viewer, draft),
    };
  }

  protected override head(_: Viewer, { caption, view }: YouthAbout): object {
    return { caption, youth: view };
  }

  protected override refused({ force }: YouthAbout): KeptByForce {
    return new KeptByForce(force, 'this application', 'Your force can read it.');
  }

  protected override address({ applicationId }: YouthAbout): string {
    return `/applications/${applicationId}/under-18`;
  }
}
