import { LocalDateField, TextField } from '#pages';

export class CancelClassificationDto {
  @LocalDateField('the day it was cancelled') on: string;
  @TextField('why it is cancelled', { max: 1000 }) reason: string;
}
