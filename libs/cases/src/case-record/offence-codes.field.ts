import { type FieldOptions, readField, Unreadable } from '#pages';
import { isOffenceCode } from '../domain/offences.js';

/** CJS offence codes: a list, or one line with commas between them. Forms send ticked ones and a line of others. */
export function OffenceCodesField({ optional }: FieldOptions = {}): PropertyDecorator {
  return readField({
    optional,
    missing: 'Select or enter at least one offence',
    schema: { type: [String], description: 'CJS offence codes', example: ['PH97006'] },
    read: (value) => {
      const items: unknown[] = Array.isArray(value) ? value : [value];
      if (!items.every((item) => typeof item === 'string')) return unreadable;
      const codes = items.flatMap((item) => item.toUpperCase().split(/[\s,;]+/)).filter((code) => code !== '');
      return codes.length <= 20 && codes.every(isOffenceCode) ? [...new Set(codes)] : unreadable;
    },
  });
}

const unreadable = new Unreadable('Enter offence codes of two letters and five numbers, like PH97006');
