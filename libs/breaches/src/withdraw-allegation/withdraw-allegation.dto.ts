import { TextField } from '#pages';

export class WithdrawAllegationDetails {
  @TextField('why the allegation is withdrawn', { max: 2000 })
  reason: string;
}
