import { formatDate } from '#calendar';
import type { Refusal } from '#event-sourcing';
import { ChoiceField, TextField, type Words, YesNoField } from '#pages';
import type { Applicant } from '../domain/events.js';
import type { Moment } from '../domain/moments.js';
import type { Consent } from '../domain/order.js';
import { consenting } from '../give-discharge-consent/give-discharge-consent.dto.js';
import { MomentField } from '../order-draft/moment-field.js';
import { CourtDto, momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import { applicants } from '../order-record/words.js';
import type { CannotDischarge, DischargeDetails } from './discharge-order.js';

export class DischargeOrderDto extends CourtDto {
  @MomentField('when the order was discharged') at: Moment;
  @ChoiceField('who applied', Object.keys(applicants)) onApplicationOf: Applicant;
  @YesNoField('yes if the respondent lives in another area', { optional: true }) livesElsewhere?: boolean;
  @YesNoField('yes if the court discharged it although a consent is not recorded', { optional: true }) withoutConsent?: boolean;
  @TextField('the reason', { max: 2000, optional: true }) reason?: string;

  asDetails(): DischargeDetails {
    const { court, at, onApplicationOf, livesElsewhere = false, withoutConsent = false, reason } = this;
    return { court, at, onApplicationOf, livesElsewhere, withoutConsent, reason: reason ?? null };
  }
}

/** Whose consent is missing, and until when it is asked for. */
export function missingWords({ details }: Refusal): string {
  const missing = String(details['missing'] ?? '').split(' ') as Consent['by'][];
  const who = missing.map((by) => consenting[by] ?? '').join(' and ');
  return `Until the end of ${formatDate(String(details['lockedUntil']))} a discharge needs consent. Record the consent of ${who} first`;
}

export const dischargeOrderWords: Readonly<Record<CannotDischarge, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'at', text: momentWords['in-the-future'] },
  'before-made': { field: 'at', text: momentWords['before-made'] },
  'no-standing': { field: 'onApplicationOf', text: 'They may not ask for this. Select who applied' },
  'wrong-court': { field: 'courtType', text: 'A court of this sort cannot discharge this order. Select another' },
  'not-in-force': { field: 'at', text: 'The order was not in force then. Check the day' },
  'consents-missing': {
    field: 'withoutConsent',
    text: (_, refusal) => `${missingWords(refusal)}, or tick that the court discharged it all the same`,
  },
};
