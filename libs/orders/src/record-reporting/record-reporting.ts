import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { Court } from '../domain/events.js';
import { type Moment, someTimeOn } from '../domain/moments.js';
import { notAhead } from '../domain/required.js';
import type { ReportingRestriction, YouthFact } from '../domain/youth/facts.js';
import { latestReporting } from '../domain/youth/reporting.js';
import { type NotOfYouth, ofYouth } from '../domain/youth/required.js';
import { eighteenOn } from '../domain/youth/youth.js';

/** What somebody recorded of reporting. */
export interface ReportingDetails {
  readonly restrictionId: string;
  readonly restriction: ReportingRestriction;
  readonly court: Court;
  readonly from: LocalDate;
  readonly note: string | null;
}

export type CannotRecordReporting = NotOfYouth | 'in-the-future' | 'automatic-elsewhere' | 'not-18-yet' | 'say-why-none';

/** Records what restriction on reporting holds from a day on. What was recorded before stays on record. */
export function recordReporting(
  state: ApplicationState,
  who: { readonly force: string },
  { restrictionId, restriction, court, from, note }: ReportingDetails,
  dateOfBirth: LocalDate | null,
  now: Moment,
): YouthFact[] {
  const of = ofYouth(state, who, { dateOfBirth, today: now.on });
  notAhead(someTimeOn(from), now);
  // The rule is about proceedings in a youth court; any other court has to direct a restriction.
  if (restriction === 'automatic' && court.type !== 'youth') throw refuse<CannotRecordReporting>('automatic-elsewhere');
  if (restriction === 'ended' && dateOfBirth !== null && from < eighteenOn(dateOfBirth)) throw refuse<CannotRecordReporting>('not-18-yet');
  if (restriction === 'none' && note === null) throw refuse<CannotRecordReporting>('say-why-none');
  const last = latestReporting(state.youth?.reporting ?? []);
  if (last && last.restriction === restriction && last.from === from && (last.note?.value ?? null) === note && isSame(last.court, court))
    return [];
  return [
    {
      type: 'ReportingRestrictionRecorded',
      data: { ...of, restrictionId, restriction, court, from },
      personal: note === null ? {} : { note: personal([of.perpetratorId], note) },
    },
  ];
}

function isSame(one: Court, other: Court): boolean {
  return one.type === other.type && one.name === other.name;
}
