import { formatDate } from '#calendar';
import { ChoiceField, IdField, NotWith, OnlyWith, RowsField, TextField, type Words, YesNoField } from '#pages';
import type { Awaited } from '../domain/events.js';
import type { End, Moment } from '../domain/moments.js';
import type { VariationOutcome, VariationRefusal } from '../domain/variation.js';
import { ConditionDto } from '../order-draft/condition.dto.js';
import { EndField } from '../order-draft/end-field.js';
import { MomentField } from '../order-draft/moment-field.js';
import { dischargeOrderWords } from '../discharge-order/discharge-order.dto.js';
import { CourtDto, GoesOnField, momentWords } from '../order-draft/order-draft.dto.js';
import { awaitedWords } from '../order-record/words.js';
import { proposalWords } from '../proposal-record/proposal-words.js';
import { variationOutcomes, variationRefusals } from '../proposal-record/words.js';
import { renewOrderWords } from '../renew-order/renew-order.dto.js';
import { ChangeDto, changesOf, varyOrderWords } from '../vary-order/vary-order.dto.js';
import type { CannotDecideVariation, DecisionDetails } from './decide-variation.js';

/** The outcomes that change the order. */
const granted = ['granted-as-asked', 'granted-with-changes'] as const;

export class DecideVariationDto extends CourtDto {
  @IdField('the proposal') proposalId: string;
  @ChoiceField('what became of it', Object.keys(variationOutcomes)) outcome: VariationOutcome;
  @MomentField('when it was decided') at: Moment;
  @OnlyWith('outcome', ...granted)
  @MomentField('when it takes effect', { optional: true })
  effective?: Moment;
  @OnlyWith('outcome', ...granted)
  @YesNoField('yes if the respondent was in court', { optional: true })
  respondentPresent?: boolean;
  @NotWith('outcome', ...granted)
  @ChoiceField('why', Object.keys(variationRefusals), { optional: true })
  because?: VariationRefusal;
  @OnlyWith('outcome', ...granted)
  @ChoiceField('what is awaited', Object.keys(awaitedWords), { optional: true })
  awaiting?: Awaited;
  @TextField('a note', { max: 4000, optional: true }) note?: string;
  @OnlyWith('outcome', 'granted-with-changes')
  @RowsField('a change', () => ChangeDto, { min: 0 })
  changes?: ChangeDto[];
  @OnlyWith('outcome', 'granted-with-changes')
  @RowsField('a condition', () => ConditionDto, { min: 0 })
  added?: ConditionDto[];
  @OnlyWith('outcome', 'granted-with-changes')
  @EndField({ optional: true })
  end?: End;
  @OnlyWith('outcome', 'granted-as-asked')
  @YesNoField('yes if the court granted the discharge although a consent is not recorded', { optional: true })
  withoutConsent?: boolean;
  @GoesOnField() goesOn?: string;

  asDetails(commandId: string): DecisionDetails {
    const { proposalId, outcome, at, court, effective, respondentPresent, because, awaiting, note, end, withoutConsent = false } = this;
    return {
      ...{ proposalId, outcome, at, court, changes: changesOf(this, commandId) },
      effective: effective ?? null,
      respondentPresent: respondentPresent ?? null,
      because: because ?? null,
      awaiting: awaiting ?? null,
      note: note ?? null,
      end: end ?? null,
      withoutConsent,
    };
  }
}

export const decideVariationWords: Readonly<Record<CannotDecideVariation, Words<DecideVariationDto>[string]>> = {
  ...renewOrderWords,
  ...varyOrderWords,
  ...proposalWords,
  'consents-missing': dischargeOrderWords['consents-missing'],
  'not-in-force': {
    field: ({ effective }: DecideVariationDto) => (effective ? 'effective' : 'at'),
    text: 'The order is not in force then. Check the day and the time',
  },
  'discharge-ends-all': {
    field: 'outcome',
    text: 'A discharge is granted whole or refused. If the court changed the order instead, record that the discharge was refused, and the variation by itself',
  },
  'in-the-future': { field: 'at', text: momentWords['in-the-future'] },
  'not-filed': { field: 'outcome', text: 'It is not filed yet. File it first, or withdraw it' },
  'before-filing': { field: 'at', text: 'The court cannot decide before it was asked. Check the day' },
  'before-the-words': {
    field: 'at',
    text: (_, { details }) =>
      `The words that this changes began to have effect on ${formatDate(String(details['on']))}, so what was granted would never bind. Check the day and the time`,
  },
  'before-the-decision': {
    field: 'effective',
    text: (_, { details }) =>
      `The court decided on ${formatDate(String(details['on']))}: its words bind nobody before that. Check the day and the time, or leave them empty`,
  },
  'why-refused-needed': { field: 'because', text: 'Select why it was refused or withdrawn' },
};
