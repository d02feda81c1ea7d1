import { ChoiceField, IdField, readField, TextField, Unreadable, type Words, YesNoField } from '#pages';
import type { DeterminationReason, DetermineOutcome, OtherForumReason } from '../domain/events.js';
import type { Heard } from '../domain/hearings.js';
import { ANOTHER } from '../domain/made-on.js';
import type { Moment } from '../domain/moments.js';
import { ageWords, CourtDto, draftWords, momentWords, OrderDraftDto } from '../order-draft/order-draft.dto.js';
import { forumWords, otherForumReasons } from '../order-draft/forum-words.js';
import { MomentField } from '../order-draft/moment-field.js';
import { heardWords } from '../record-hearing/words.js';
import { applicationWords } from '../forms-about/application-words.js';
import type { CannotDetermine, GrantedDetails, NotGrantedDetails } from './determine-application.js';

export const determinationReasons: Readonly<Record<DeterminationReason, string>> = {
  'acts-not-made-out': 'the acts were not made out',
  'risk-not-made-out': 'the risk was not made out',
  'not-necessary': 'an order was not necessary',
  'other-order-made': 'another order was made',
  'respondent-not-traced': 'the respondent could not be traced',
  'respondent-died': 'the respondent died',
  'evidence-withdrawn': 'evidence was withdrawn',
  'undertaking-given': 'the respondent gave an undertaking',
  'no-longer-needed': 'an order is no longer needed',
  procedural: 'a procedural reason',
  other: 'another reason',
};

const WHICH = 'Select whether the interim order that is on record by itself was made in this application';

/** The application was granted: the full order, as it is keyed off the sealed copy. */
export class GrantApplicationDto extends OrderDraftDto {
  @readField({
    optional: true,
    missing: WHICH,
    schema: {
      type: String,
      description: `which interim order that is on record without its application was made in this one, asked where one of the force may be in force: its id, or \`${ANOTHER}\` where it was made in another`,
    },
    read: (value) => (typeof value === 'string' && value.length > 0 && value.length <= 100 ? value : new Unreadable(WHICH)),
  })
  interim?: string;
  @YesNoField('yes if it was contested', { optional: true }) contested?: boolean;
  @ChoiceField('how the respondent met it', Object.keys(heardWords), { optional: true }) heard?: Heard;
  @IdField('the hearing', { optional: true }) hearingId?: string;
  @ChoiceField('why another court dealt with it', Object.keys(otherForumReasons), { optional: true }) otherForum?: OtherForumReason;
  @TextField('a note', { max: 4000, optional: true }) note?: string;

  asDetails(commandId: string): Omit<GrantedDetails, 'orderId' | 'dateOfBirth'> {
    return { outcome: 'granted', interim: this.interim ?? null, draft: this.asDraft(commandId), ...howHeard(this) };
  }
}

/** The application ended without a full order. */
export class EndApplicationDto extends CourtDto {
  @ChoiceField('how it ended', ['refused', 'withdrawn', 'otherwise']) outcome: Exclude<DetermineOutcome, 'granted'>;
  @MomentField('when it ended') at: Moment;
  @ChoiceField('why', Object.keys(determinationReasons)) reason: DeterminationReason;
  @YesNoField('yes if it was contested', { optional: true }) contested?: boolean;
  @ChoiceField('how the respondent met it', Object.keys(heardWords), { optional: true }) heard?: Heard;
  @IdField('the hearing', { optional: true }) hearingId?: string;
  @ChoiceField('why another court dealt with it', Object.keys(otherForumReasons), { optional: true }) otherForum?: OtherForumReason;
  @TextField('a note', { max: 4000, optional: true }) note?: string;

  asDetails(): NotGrantedDetails {
    const { outcome, at, court, reason } = this;
    return { outcome, at, court, reason, ...howHeard(this) };
  }
}

type HowHeard = Pick<GrantApplicationDto, 'contested' | 'heard' | 'hearingId' | 'otherForum' | 'note'>;

function howHeard({ contested, heard, hearingId, otherForum, note }: HowHeard) {
  return {
    otherForum: otherForum ?? null,
    contested: contested ?? null,
    heard: heard ?? null,
    hearingId: hearingId ?? null,
    note: note ?? null,
  };
}

export const determineApplicationWords: Readonly<Record<CannotDetermine, Words[string]>> = {
  ...draftWords,
  ...forumWords,
  ...ageWords,
  ...applicationWords,
  'already-determined': 'The application was determined already. Check what is recorded',
  'before-filing': 'It cannot be determined before it was filed. Check the day',
  'before-remitted': 'It cannot be determined again before it was sent back to be heard again. Check the day',
  'before-interim': 'It cannot be determined before its interim order was made. Check the day',
  'in-the-future': momentWords['in-the-future'],
  'which-interim': { field: 'interim', text: WHICH },
  'no-such-hearing': { field: 'hearingId', text: 'Select a hearing of this application' },
  'absent-and-present': {
    field: 'heard',
    text: 'You said that the respondent was in court when the order was made, and that it was heard in the respondent’s absence. Check which is right',
  },
  'hearing-over': { field: 'hearingId', text: 'Another outcome of that hearing is recorded already. Select another hearing' },
};
