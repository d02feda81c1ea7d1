import { TextField } from '#pages';

export class StrikeIncidentDto {
  @TextField('why it was recorded in error', { max: 1000 }) reason: string;
}
