import { ChoiceField, TextField, WholeNumberField, type Words, YesNoField } from '#pages';
import { rankOrder, ranks, type Rank } from '../domain/application-draft/policy.js';
import type { Giving } from '../domain/giving.js';
import { draftWords, type NotReadable, notReadableWords } from '../write-application/write-section.words.js';
import type { AuthorisationDecision, CannotAsk, CannotAuthorise } from './authorise-application.js';

export class RequestAuthorisationDto {
  @WholeNumberField('the state of the application that you read', { optional: true }) of?: number;
}

export const requestAuthorisationWords: Readonly<Record<CannotAsk | NotReadable, Words[string]>> = {
  ...draftWords,
  ...notReadableWords,
  'not-ready': { field: 'missing', text: 'Complete every section first: the list below says what is missing' },
  'changed-since-shown': 'Somebody changed the application since you opened this page. Read it again, then ask',
};

export class DecideAuthorisationDto {
  @WholeNumberField('the state of the application that you read') of: number;
  @ChoiceField('whether you authorise it', ['given', 'refused']) decision: 'given' | 'refused';
  @ChoiceField('your rank', rankOrder) rank: Rank;
  @TextField('your name as it should stand on the application') officer: string;
  @TextField('the reason', { max: 4000, optional: true }) reason?: string;
  /** Asked only when the application's own words tell where a protected person can be reached. */
  @YesNoField('yes if you saw the words that tell where a protected person can be reached', { optional: true })
  knowingly?: boolean;

  /** `found`: what the application would tell the respondent of where somebody can be reached. */
  asDecision(found: Giving['found']): Omit<AuthorisationDecision, 'on' | 'namesakes'> {
    const { of, rank, officer, reason } = this;
    const giving = { found, knowingly: this.knowingly === true };
    const decision =
      this.decision === 'given' ? { is: 'given' as const, note: reason ?? null, giving } : { is: 'refused' as const, reason: reason ?? '' };
    return { of, rank, officer, decision };
  }
}

export const decideAuthorisationWords: Readonly<Record<CannotAuthorise, Words[string]>> = {
  ...draftWords,
  'not-asked': 'Nobody asks for authorisation of this application at the moment',
  'changed-since-shown': 'The application changed since you read it. It must be asked for again: read it then and decide',
  'own-application': 'You wrote in this application, so somebody else must authorise it',
  'same-name': 'Somebody with this name wrote in the application. A second person must authorise it, under their own account and name',
  'rank-too-low': {
    field: 'rank',
    text: (_, { details }) => `Your force’s policy asks for at least this rank: ${ranks[String(details['lowest']) as Rank].toLowerCase()}`,
  },
  'orders-unweighed':
    'An order in force was not compared with the conditions. Do not authorise it: send it back, so that its writers compare them and ask again',
  'acts-struck':
    'What it says happened was recorded in error since. Do not authorise it: send it back, so that its writers add what happened and ask again',
  'gives-away': {
    field: 'knowingly',
    text: 'The application would tell the respondent where a protected person can be reached. Send it back to be mended, or tick that you saw what is listed at the top',
  },
  'reason-missing': { field: 'reason', text: 'Enter why you do not authorise it: it goes back to its writers with the reason' },
};
