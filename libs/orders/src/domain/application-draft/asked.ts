import type { HearsayContent, InterimContent } from './contents.js';

/** What is asked of the interim order. Words typed for one that is not asked for stay in the draft, and are shown and printed nowhere. */
export function interimAsked({ sought, notice, until, why, whyWithoutNotice }: InterimContent): InterimContent {
  if (sought !== true) return { sought, notice: null, until: null, why: null, whyWithoutNotice: null };
  return { sought, notice, until, why, whyWithoutNotice: notice === 'without' ? whyWithoutNotice : null };
}

/** What is said of hearsay: its words only where it is relied on. */
export function hearsayAsked({ relied, hearingOn, what, why }: HearsayContent): HearsayContent {
  return relied === true ? { relied, hearingOn, what, why } : { relied, hearingOn, what: null, why: null };
}
