import { InstantField } from '#pages';

export class RecordArrestDetails {
  @InstantField('when the arrest was made')
  at: string;
}
