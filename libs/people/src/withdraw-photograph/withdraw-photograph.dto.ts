import { TextField, type Words } from '#pages';
import { refusals } from '../perpetrator-record/refusals.js';

export class WithdrawPhotographFields {
  @TextField('why it is withdrawn', { max: 500 })
  reason: string;
}

export const withdrawPhotographWords: Words = {
  ...refusals,
  'no-such-photograph': 'There is no such photograph on this record. Open the list of photographs again',
  'withdrawn-already': 'It is withdrawn already',
};
