import { IdField, LocalDateField, TextField, YesNoField } from '#pages';

export class RecordSupportDto {
  @IdField('who said so') protectedPersonId: string;
  @YesNoField('yes if they support the investigation') supports: boolean;
  @LocalDateField('the day they said so') on: string;
  @TextField('what they said', { max: 2000, optional: true }) words?: string;
}
