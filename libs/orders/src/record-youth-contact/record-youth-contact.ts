import { isDeepStrictEqual } from 'node:util';
import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { Moment } from '../domain/moments.js';
import { someTimeOn } from '../domain/moments.js';
import { notAhead } from '../domain/required.js';
import type { WhyNotTold, YouthContact, YouthContactOf, YouthFact } from '../domain/youth/facts.js';
import { type NotOfYouth, ofYouth } from '../domain/youth/required.js';
import { latestContact, nothingOfYouth } from '../domain/youth/youth.js';

/** What somebody recorded of telling the youth justice team, or a parent or guardian. */
export interface YouthContactDetails {
  readonly contactId: string;
  readonly of: YouthContactOf;
  /** The day they were told; null where they were not. */
  readonly toldOn: LocalDate | null;
  readonly whyNot: WhyNotTold | null;
  readonly contact: YouthContact | null;
  readonly note: string | null;
}

export type CannotRecordContact =
  NotOfYouth | 'in-the-future' | 'before-birth' | 'day-of-telling' | 'who-was-told' | 'how-to-reach' | 'why-not-told' | 'say-why-not';

/** Records who was told of the application and how they are reached, or why they were not told. What was recorded before stays on record. */
export function recordYouthContact(
  state: ApplicationState,
  who: { readonly force: string },
  details: YouthContactDetails & { readonly told: boolean },
  dateOfBirth: LocalDate | null,
  now: Moment,
): YouthFact[] {
  const of = ofYouth(state, who, { dateOfBirth, today: now.on });
  const { contactId, told, toldOn, contact, note } = details;
  if (told) {
    if (toldOn === null) throw refuse<CannotRecordContact>('day-of-telling');
    notAhead(someTimeOn(toldOn), now);
    if (dateOfBirth !== null && toldOn < dateOfBirth) throw refuse<CannotRecordContact>('before-birth');
    if (contact === null) throw refuse<CannotRecordContact>('who-was-told');
    if (contact.phone === null && contact.email === null && note === null) throw refuse<CannotRecordContact>('how-to-reach');
  } else if (details.whyNot === null) throw refuse<CannotRecordContact>('why-not-told');
  const whyNot = told ? null : details.whyNot;
  if (whyNot === 'other' && note === null) throw refuse<CannotRecordContact>('say-why-not');
  const on = toldOn !== null && told ? toldOn : now.on;
  const latest = latestContact(state.youth ?? nothingOfYouth, details.of);
  const said = { on, whyNot, contact, note };
  if (
    latest &&
    isDeepStrictEqual(
      { on: latest.on, whyNot: latest.whyNot, contact: latest.contact?.value ?? null, note: latest.note?.value ?? null },
      said,
    )
  )
    return [];
  const sealed = <Value>(value: Value) => personal([of.perpetratorId], value);
  return [
    {
      type: 'YouthContactRecorded',
      data: { ...of, contactId, of: details.of, on, whyNot },
      personal: { ...(contact && { contact: sealed(contact) }), ...(note !== null && { note: sealed(note) }) },
    },
  ];
}
