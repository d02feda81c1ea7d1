import { describe, expect, it } from '@jest/globals';
import { ChoiceField, RowsField, TextField, YesNoField } from './fields.js';
import { NotWith, OnlyWith } from './only-with.js';
import { readForm, readJson } from './read-form.js';

class Row {
  @ChoiceField('what becomes of it', ['kept', 'moved']) change: 'kept' | 'moved';
  @OnlyWith('change', 'moved') @TextField('where', { optional: true }) to?: string;
}

class Moving {
  @TextField('the moment', { optional: true }) at?: string;
  @NotWith('at') @TextField('the day', { optional: true }) on?: string;
  @OnlyWith('on') @TextField('the time', { optional: true }) time?: string;
  @YesNoField('whether anything moves') moves: boolean;
  @OnlyWith('moves', true) @RowsField('a row', () => Row, { min: 0 }) rows?: Row[];
}

const told = (body: object) => {
  const reading = readJson(Moving, body);
  return reading.ok ? [] : reading.errors.map(({ field, text }) => `${field}: ${text}`);
};

describe('What is asked only beside another answer', () => {
  it('is refused of a program that sends it otherwise, at its place', () => {
    expect(told({ at: 'x', on: 'y', moves: true })).toEqual(['on: Send this or at, not both']);
    expect(told({ time: 'y', moves: true })).toEqual(['time: Send on as well, or leave this out']);
    expect(told({ moves: false, rows: [{ change: 'moved', to: 'z' }] })).toEqual([
      'rows: Leave this out: it is asked only where moves is true',
    ]);
    expect(
      told({
        moves: true,
        rows: [
          { change: 'moved', to: 'z' },
          { change: 'kept', to: 'z' },
        ],
      }),
    ).toEqual(['rows.1.to: Leave this out: it is asked only where change is moved']);
  });

  it('is taken beside it, and nothing sent is nothing', () => {
    expect(told({ on: 'x', time: 'y', moves: true, rows: [{ change: 'moved', to: 'z' }] })).toEqual([]);
    expect(told({ at: 'x', on: null, time: '', moves: false, rows: [] })).toEqual([]);
  });

  it('is passed over in a form, where its input is hidden', () => {
    expect(readForm(Moving, { at: 'x', on: 'y', moves: 'no' }).ok).toBe(true);
  });

  it('is told in the description', () => {
    const { description } = Reflect.getMetadata('swagger/apiModelProperties', Row.prototype, 'to') as { readonly description: string };
    expect(description).toBe('where (only with change moved)');
  });
});
