import { TextField } from '#pages';

export class AddAddendumDetails {
  @TextField('what was learned', { max: 4000 })
  text: string;
}
