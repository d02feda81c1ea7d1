import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { ApplicationDraft } from '../domain/application-draft/draft.js';
import { contentIn, type Surroundings } from '../domain/application-draft/missing.js';
import { aDraft, type NoDraft, type Writer } from '../domain/application-draft/required-draft.js';
import { isReadyToFile } from '../domain/application-draft/sections.js';
import type { ApplicationFact } from '../domain/events.js';
import type { Giving } from '../domain/giving.js';
import type { Moment } from '../domain/moments.js';
import { type CannotFile, fileApplication } from '../domain/filing.js';
import type { YouthContactOf, YouthFact } from '../domain/youth/facts.js';
import { nothingOfYouth, unsaid } from '../domain/youth/youth.js';

export interface FilingDetails {
  readonly filedOn: LocalDate;
  readonly reference: string | null;
  /** Why it is filed before anybody was told who answers for a respondent under 18; null or absent where it is not said. */
  readonly untold?: string | null;
}

export type CannotFileDraft =
  NoDraft | CannotFile | 'not-ready' | 'before-begun' | 'gives-away' | 'hearing-before-filing' | 'nobody-told-of-a-child';

/** What is known of the filing besides the draft. */
export interface Filing {
  readonly details: FilingDetails;
  /** Null when it is not recorded. */
  readonly dateOfBirth: LocalDate | null;
  readonly live: Surroundings['live'];
  readonly struck: Surroundings['struck'];
  readonly corrections: Surroundings['corrections'];
  readonly giving: Giving;
  /** Ids of what is recorded where nobody was told. */
  readonly contactIds: Readonly<Record<YouthContactOf, string>>;
}

/**
 * Files the application as it is drafted, by the same rules as one prepared elsewhere. Refuses with `not-ready` while a section is not complete;
 * with `nobody-told-of-a-child` where the respondent is under 18 and neither is recorded who was told, or why not, nor is it said now.
 */
export function fileDraftedApplication(
  state: ApplicationState,
  filing: Filing,
  writer: Writer,
  now: Moment,
): readonly (ApplicationFact | YouthFact)[] {
  const draft = aDraft(state, writer);
  const { details, dateOfBirth, live, struck, corrections, giving } = filing;
  if (!isReadyToFile(draft, { isAgeKnown: dateOfBirth !== null, live, struck, corrections })) throw refuse<CannotFileDraft>('not-ready');
  if (giving.found.length > 0 && !giving.knowingly) throw refuse<CannotFileDraft>('gives-away');
  if (details.filedOn < draft.begunOn) throw refuse<CannotFileDraft>('before-begun');
  const { relied, hearingOn } = contentIn(draft, 'hearsay');
  if (relied === true && hearingOn !== null && hearingOn < details.filedOn) throw refuse<CannotFileDraft>('hearing-before-filing');
  const { courtName, forum } = contentIn(draft, 'parties');
  const { protectedPersonIds, victimIds } = contentIn(draft, 'people');
  const { sought, notice } = contentIn(draft, 'interim');
  const { basis } = contentIn(draft, 'area');
  // Complete sections have all of these.
  if (courtName === null || basis === null) throw refuse<CannotFileDraft>('not-ready');
  const { applicationId, perpetratorId, force } = draft;
  const interim = { interimSought: sought === true, notice: sought === true ? (notice ?? 'with') : ('with' as const) };
  const whole = { ...details, ...interim, applicationId, perpetratorId, force, courtName, dateOfBirth, forum, areaBasis: basis };
  const { userId, role } = writer;
  const givenAway = giving.found.length > 0 ? { givenAway: { by: { userId, role }, found: giving.found } } : {};
  const hearsay = relied === true ? { hearsay: { begunOn: draft.begunOn, statedOn: hearingOn } } : {};
  const filed = fileApplication(
    state,
    { ...whole, ...givenAway, ...hearsay, protectedPersonIds, victimIds, grounds: groundsOf(draft) },
    now,
  );
  const isOfYouth = filed.some((fact) => fact.type === 'ApplicationFiled' && fact.data.forum === 'youth');
  return isOfYouth ? [...filed, ...untoldOf(state, filing, { applicationId, perpetratorId, force }, now)] : filed;
}

/** The reason that is said at the filing is recorded for each who was not told and of whom nothing was said before. */
function untoldOf(
  { youth = nothingOfYouth }: ApplicationState,
  { details: { untold = null }, contactIds }: Filing,
  of: { readonly applicationId: string; readonly perpetratorId: string; readonly force: string },
  now: Moment,
): readonly YouthFact[] {
  const missing = unsaid(youth);
  if (missing.length === 0) return [];
  if (untold === null) throw refuse<CannotFileDraft>('nobody-told-of-a-child');
  return missing.map((whom) => ({
    type: 'YouthContactRecorded',
    data: { ...of, contactId: contactIds[whom], of: whom, on: now.on, whyNot: 'other' },
    personal: { note: personal([of.perpetratorId], untold) },
  }));
}

/** The three statutory limbs in the words of the draft (SPA 2019 s.1(1)(a) to (c)). */
function groundsOf(draft: ApplicationDraft): string | null {
  const texts = [contentIn(draft, 'acts').why, contentIn(draft, 'risk').facts, contentIn(draft, 'necessity').facts];
  const readable = texts.flatMap((text) => text?.value ?? []);
  return readable.length > 0 ? readable.join('\n\n') : null;
}
