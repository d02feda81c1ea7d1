import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { KeptByForce } from '#access/module';
import { Submissions } from '#pages';
import { RecordForms } from '../forms-about/record-forms.js';
import * as words from '../order-record/words.js';
import { type DraftContext, DraftContexts } from './draft-contexts.js';

/** What all forms about an application in preparation have in common, whatever else they know of it. */
export abstract class AboutDrafts<About extends DraftContext> extends RecordForms<About> {
  protected override head(_: Viewer, context: About): object {
    const { draft, live, undecided } = context;
    return { caption: captionOf(context), draftId: draft.applicationId, live, undecided, words };
  }

  protected override refused({ draft }: About): KeptByForce {
    return new KeptByForce(draft.force, 'this draft');
  }

  protected override address({ draft }: About): string {
    return `/drafts/${draft.applicationId}`;
  }
}

/** Forms about an application in preparation, but for its sections. */
@Injectable()
export class DraftForms extends AboutDrafts<DraftContext> {
  constructor(
    private readonly contexts: DraftContexts,
    submissions: Submissions,
  ) {
    super(submissions);
  }

  protected override find(viewer: Viewer, id: string): Promise<DraftContext> {
    return this.contexts.of(viewer, id);
  }
}

/** What stands above the heading of every page about a draft. */
export function captionOf({ respondent }: Pick<DraftContext, 'respondent'>): string {
  return `Application against ${respondent ?? 'somebody whose data was erased'}`;
}
