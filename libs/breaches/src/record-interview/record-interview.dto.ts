import { InstantField, YesNoField } from '#pages';

export class RecordInterviewDetails {
  @InstantField('when the interview was held')
  at: string;

  @YesNoField('yes if it was under caution')
  underCaution: boolean;
}
