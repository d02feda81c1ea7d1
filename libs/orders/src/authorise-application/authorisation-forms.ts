import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Submissions } from '#pages';
import { type DraftContext, DraftContexts } from '../drafted-application/draft-contexts.js';
import { type DraftFinding, DraftFindings, findingsView, inDraft } from '../drafted-application/draft-findings.js';
import { AboutDrafts } from '../drafted-application/draft-forms.js';
import { YouthRecords } from '../youth-record/youth-records.query.js';
import type { YouthView } from '../youth-record/youth-view.js';

/** A draft with what it would tell the respondent of where a protected person can be reached, and what is to be known of one under 18. */
export interface SearchedDraft extends DraftContext {
  readonly findings: readonly DraftFinding[];
  /** Null where the respondent is not under 18. */
  readonly youth: YouthView | null;
  /** The fields that somebody must read before it is served. */
  readonly toRead: readonly string[];
}

/** Forms about the authorisation: with what the application would tell the respondent, before anybody signs it. */
@Injectable()
export class AuthorisationForms extends AboutDrafts<SearchedDraft> {
  constructor(
    private readonly contexts: DraftContexts,
    submissions: Submissions,
    private readonly findings: DraftFindings,
    private readonly youth: YouthRecords,
  ) {
    super(submissions);
  }

  protected override async find(viewer: Viewer, id: string): Promise<SearchedDraft> {
    const [context, findings, toRead] = await Promise.all([
      this.contexts.of(viewer, id),
      this.findings.of(viewer, id),
      this.findings.toRead(viewer, id),
    ]);
    return { ...context, findings, toRead, youth: await this.youth.ofDraft(viewer, context.draft) };
  }

  protected override head(viewer: Viewer, context: SearchedDraft): object {
    const { findings, toRead, youth } = context;
    return { ...super.head(viewer, context), toRead, youth, findings: findingsView(findings), asksKnowingly: inDraft(findings).length > 0 };
  }
}
