import { clockRule, clockTable, counts, type LocalDate } from '#calendar';
import type { FiledApplication } from '../application.js';
import type { Hearing } from '../hearings.js';
import type { ApplicationDraft } from './draft.js';
import { contentIn } from './missing.js';

/** How long before the hearing the notice is served, as counted from a day on; of two rules the later `from` holds from that day. */
export const hearsayRules = [
  clockRule('hearsay', 'Serve the hearsay notice', 'the hearing', counts.before(21), [
    'to-confirm',
    'Magistrates’ Courts (Hearsay Evidence in Civil Proceedings) Rules 1999',
  ]),
] as const;

const table = clockTable<(typeof hearsayRules)[number]['key']>(hearsayRules);

/** What is wrong with the days of a notice. `evidence-later`: a dated piece of evidence came after its last day. */
export type NoticeProblem = 'hearing-passed' | 'too-late' | 'evidence-later';

export interface HearsayNotice {
  readonly hearingOn: LocalDate;
  /** The last day on which it can be served in time. */
  readonly serveBy: LocalDate;
  readonly problems: readonly NoticeProblem[];
}

/** The last day on which notice of hearsay can be served for a hearing on this day, in an application begun on `begunOn`: one begun keeps its length. */
export function noticeBy(hearingOn: LocalDate, begunOn: LocalDate): LocalDate {
  return table.before('hearsay', hearingOn, begunOn);
}

/** The notice that the draft gives, measured by the day of the hearing, the evidence and today; null where no hearsay is relied on or no day is stated. */
export function hearsayNotice(draft: ApplicationDraft, today: LocalDate): HearsayNotice | null {
  const { relied, hearingOn } = contentIn(draft, 'hearsay');
  if (relied !== true || hearingOn === null) return null;
  const serveBy = noticeBy(hearingOn, draft.begunOn);
  const isLater = contentIn(draft, 'evidence').items.some(({ on }) => on !== null && on > serveBy);
  const late: readonly NoticeProblem[] = hearingOn < today ? ['hearing-passed'] : serveBy < today ? ['too-late'] : [];
  return { hearingOn, serveBy, problems: [...late, ...(isLater ? (['evidence-later'] as const) : [])] };
}

/** The hearing of which the notice speaks: the final one that is listed and open, else the next of any sort; as stated in the draft where none is listed. */
export function noticedHearing(hearings: readonly Hearing[], stated: LocalDate | null): LocalDate | null {
  const open = hearings.filter(({ outcome }) => outcome === null);
  return (open.find(({ purpose }) => purpose === 'final') ?? open[0])?.at.on ?? stated;
}

/** When notice of the hearsay in a filed application is to be served; `served`: that it was. */
export interface FiledNotice extends Omit<HearsayNotice, 'problems'> {
  readonly served: boolean;
}

/**
 * The notice of a filed application: before the hearing at which evidence is heard, also where that was put off to a later day; as stated in the
 * draft while none is listed. Null where it relies on no hearsay, and while no day is known.
 */
export function filedNotice({ hearsay, hearings }: Pick<FiledApplication, 'hearsay' | 'hearings'>): FiledNotice | null {
  if (!hearsay) return null;
  const { begunOn, statedOn, served } = hearsay;
  const withEvidence = hearings.filter(({ purpose }) => purpose === 'final' || purpose === 'rehearing');
  const hearing = withEvidence.find(({ outcome }) => outcome === null) ?? withEvidence.at(-1);
  const hearingOn = hearing?.at.on ?? statedOn;
  return hearingOn === null ? null : { hearingOn, serveBy: noticeBy(hearingOn, begunOn), served: served.length > 0 };
}
