import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { ApplicationDraft } from '../domain/application-draft/draft.js';
import { contentIn, type Surroundings } from '../domain/application-draft/missing.js';
import { aDraft, type NoDraft, type Writer } from '../domain/application-draft/required-draft.js';
import { isReadyToFile } from '../domain/application-draft/sections.js';
import type { ApplicationFact } from '../domain/events.js';
import type { Giving } from '../domain/giving.js';
import type { Moment } from '../domain/moments.js';
import { type CannotFile, fileApplication } from '../domain/filing.js';

export interface FilingDetails {
  readonly filedOn: LocalDate;
  readonly reference: string | null;
}

export type CannotFileDraft = NoDraft | CannotFile | 'not-ready' | 'before-begun' | 'gives-away' | 'hearing-before-filing';

/** What is known of the filing besides the draft. */
export interface Filing {
  readonly details: FilingDetails;
  /** Null when it is not recorded. */
  readonly dateOfBirth: LocalDate | null;
  readonly live: Surroundings['live'];
  readonly struck: Surroundings['struck'];
  readonly corrections: Surroundings['corrections'];
  readonly giving: Giving;
}

/** Files the application as it is drafted, by the same rules as one prepared elsewhere. Refuses with `not-ready` while a section is not complete. */
export function fileDraftedApplication(state: ApplicationState, filing: Filing, writer: Writer, now: Moment): ApplicationFact[] {
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
  return fileApplication(state, { ...whole, ...givenAway, protectedPersonIds, victimIds, grounds: groundsOf(draft) }, now);
}

/** The three statutory limbs in the words of the draft (SPA 2019 s.1(1)(a) to (c)). */
function groundsOf(draft: ApplicationDraft): string | null {
  const texts = [contentIn(draft, 'acts').why, contentIn(draft, 'risk').facts, contentIn(draft, 'necessity').facts];
  const readable = texts.flatMap((text) => text?.value ?? []);
  return readable.length > 0 ? readable.join('\n\n') : null;
}
