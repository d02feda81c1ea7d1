import { LocalDateField } from '#pages';

export class ChoosePrincipalDto {
  @LocalDateField('the day from which it is the principal crime') on: string;
}
