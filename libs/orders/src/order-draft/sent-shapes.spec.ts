import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fits, readJson, type Shape } from '#pages';
import { libraryVersions } from '../domain/condition-library.js';
import { blankShape } from './blank-shape.js';
import { ConditionDto } from './condition.dto.js';
import { EndField } from './end-field.js';
import { MomentField } from './moment-field.js';

class Sent {
  @EndField({ optional: true }) end?: unknown;
  @MomentField('when it was made', { optional: true }) at?: unknown;
}

class Needed {
  @EndField() end: unknown;
  @MomentField('when it was made') at: unknown;
}

/** As it is described, but for whether it must be sent, which is told of the whole. */
const describedOf = (dto: new () => object, field: string): Shape => {
  const { required: _, ...shape } = Reflect.getMetadata('swagger/apiModelProperties', dto.prototype as object, field) as Shape;
  return shape;
};
const described = (field: 'end' | 'at') => describedOf(Sent, field);
const read = (body: object) => readJson(Sent, body);
const told = (body: object) => {
  const reading = read(body);
  return reading.ok ? null : reading.errors.map(({ field, text }) => `${field}: ${text}`).join('; ');
};

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const noon = (on: string) => `${on}T12:00:00Z`;

/** What the description lets a program send. */
const ends = fc.oneof(
  day.map((lastDay) => ({ is: 'fixed', lastDay })),
  fc.constantFrom({ is: 'until-further-order' }, { is: 'unknown' }),
);
const moments = day.chain((on) =>
  fc.constantFrom<unknown>(on, noon(on), { on }, { on, at: null }, { on, at: noon(on) }, { on, at: `${on}T12:00:00.250+00:00` }),
);

describe('When an order ends and when something was, as a program sends it', () => {
  it('is described, and what is described is taken', () => {
    fc.assert(
      fc.property(ends, moments, (end, at) => {
        expect([fits(described('end'), end), fits(described('at'), at)]).toEqual([true, true]);
        expect(told({ end, at })).toBeNull();
      }),
    );
  });

  it('is taken in no other shape, which is told in words for programs', () => {
    const asEnd = 'end: Send when it ends as one of { is: fixed, lastDay: YYYY-MM-DD }; { is: until-further-order or unknown }';
    const asMoment =
      'at: Send when it was made as one of YYYY-MM-DD; an instant like 2026-11-18T23:40:00Z; { on: YYYY-MM-DD, at?: one of an instant like 2026-11-18T23:40:00Z; null }';
    for (const end of [
      'unknown',
      'stays',
      { is: 'stays' },
      { is: 'fixed' },
      { is: 'unknown', lastDay: '2026-05-14' },
      {},
      [],
      5,
      { is: 'fixed', lastDay: '2026-02-30' },
    ])
      expect(told({ end })).toBe(asEnd);
    for (const at of [
      '14 May',
      '2026-05-14T10:00',
      { date: '2026-05-14', time: '10:00' },
      { on: '2026-05-14', time: '10:00' },
      { at: noon('2026-05-14') },
      [],
      5,
    ])
      expect(told({ at })).toBe(asMoment);
    const nothing = readJson(Needed, {});
    expect(nothing.ok ? [] : nothing.errors.map(({ field, text }) => `${field}: ${text}`)).toEqual([asEnd, asMoment]);
  });

  it('is refused whatever else is sent', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(value !== null);
        for (const field of ['end', 'at'] as const) expect(read({ [field]: value }).ok).toBe(fits(described(field), value));
      }),
    );
  });
});

describe('The blanks of a condition, as a program sends them', () => {
  const blanks = libraryVersions.flatMap(({ version, conditions }) =>
    conditions.flatMap(({ code, blanks: of }) =>
      of.map((blank) => [`${code} ${version} ${blank.name}`, { version, code, blank }] as const),
    ),
  );
  const all = describedOf(ConditionDto, 'parameters');
  const id = '20000000-0000-4000-8000-00000000000a';

  it.each(blanks)('%s is taken as it is described', (_, { version, code, blank }) => {
    const samples: readonly unknown[] = {
      'whole-number': [20, '20'],
      text: ['Testville'],
      place: ['Testville'],
      area: ['Testville'],
      lines: ['One\nTwo', ['One', 'Two']],
      date: ['2026-12-01'],
      hours: ['18:00-20:00', { from: '18:00', to: '20:00' }],
      days: ['mon,tue', ['mon']],
      people: [id, [id]],
      choices: blank.type === 'choices' ? [blank.choices[0]?.value, blank.choices.map(({ value }) => value)] : [],
    }[blank.type];
    const sent = (value: unknown) =>
      readJson(ConditionDto, { number: 1, code, library: version, wording: 'w', parameters: { [blank.name]: value } });
    for (const value of samples) {
      expect(fits(blankShape(blank), value)).toBe(true);
      expect(fits(all, { [blank.name]: value })).toBe(true);
      const reading = sent(value);
      expect(reading.ok ? [] : reading.errors).toEqual([]);
    }
    expect(sent({ nothing: 'such' }).ok).toBe(false);
  });
});
