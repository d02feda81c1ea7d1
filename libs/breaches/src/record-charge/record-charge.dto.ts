import { ChoiceField, InstantField, readField, Unreadable } from '#pages';
import type { ChargingTest } from '../domain/breach.js';
import { CJS_CODE } from './record-charge.js';

export class RecordChargeDetails {
  @InstantField('when the charge was made')
  at: string;

  /** CJS codes; the form sends ticked ones and a line of others. */
  @readField({
    missing: 'Select or enter at least one offence',
    schema: { type: [String], description: 'CJS offence codes', example: ['ST19001'] },
    read: (value) => {
      const items: unknown[] = Array.isArray(value) ? value : [value];
      const codes = items.flatMap((item) =>
        typeof item === 'string'
          ? item
              .toUpperCase()
              .split(/[\s,;]+/)
              .filter((code) => code !== '')
          : [null],
      );
      const fit = codes.every((code): code is string => code !== null && CJS_CODE.test(code));
      return fit && codes.length > 0
        ? [...new Set(codes)]
        : new Unreadable('Enter offence codes of two letters and five numbers, like ST19001');
    },
  })
  offenceCodes: string[];

  @ChoiceField('the test that was applied', ['full-code', 'threshold'])
  test: ChargingTest;
}
