import { ChoiceField } from '#pages';

export class ErasureConfirmed {
  @ChoiceField('that you have seen the decision and that it is about this record', ['yes'])
  seen: 'yes';
}
