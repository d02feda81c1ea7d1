import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Submissions } from '#pages';
import { type DraftContext, DraftContexts } from '../drafted-application/draft-contexts.js';
import { DraftFindings, findingsView } from '../drafted-application/draft-findings.js';
import { DraftForms } from '../drafted-application/draft-forms.js';

/** Forms about the authorisation: with what the application would tell the respondent, before anybody signs it. */
@Injectable()
export class AuthorisationForms extends DraftForms {
  constructor(
    contexts: DraftContexts,
    submissions: Submissions,
    private readonly findings: DraftFindings,
  ) {
    super(contexts, submissions);
  }

  protected override async head(viewer: Viewer, context: DraftContext): Promise<object> {
    const found = await this.findings.of(viewer, context.draft.applicationId);
    return { ...super.head(viewer, context), findings: findingsView(found) };
  }
}
