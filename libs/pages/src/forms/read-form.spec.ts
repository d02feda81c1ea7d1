import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atLondon } from '#calendar';
import { InstantField, LocalDateField, readTime } from './date-fields.js';
import { ChoiceField, ChoicesField, GroupField, RowsField, TextField, WholeNumberField, YesNoField } from './fields.js';
import { readForm, readJson } from './read-form.js';

class Act {
  @LocalDateField('the date of the act')
  on: string;

  @TextField('what happened', { max: 20 })
  words: string;
}

class Report {
  @InstantField('when it happened')
  at: string;

  @ChoicesField('what happened', ['message', 'call'])
  tiles: string[];

  @YesNoField('yes if the victim was told', { optional: true })
  told?: boolean;

  @RowsField('at least one act', () => Act)
  acts: Act[];

  @ChoiceField('the court', ['magistrates', 'crown'], { optional: true })
  court?: string;

  @WholeNumberField('how many messages', { min: 1, max: 500, optional: true })
  count?: number;
}

class Grouped {
  @GroupField(() => Act, { optional: true })
  act?: Act;
}

const good = {
  at: { date: { day: '18', month: 'Nov', year: '2026' }, time: '23:40' },
  tiles: 'call',
  told: 'yes',
  acts: [{ on: { day: '1', month: '2', year: '2026' }, words: ' waited\r\noutside ' }],
  count: '12',
  court: '',
  _csrf: 'x',
  _command: 'y',
};

const textsOf = (body: unknown, read: typeof readForm = readForm) => {
  const reading = read(Report, body);
  return reading.ok ? [] : reading.errors.map(({ href, text }) => `${href} ${text}`);
};

describe('A group of fields', () => {
  const told = (body: object) => {
    const reading = readForm(Grouped, body);
    return reading.ok ? reading.value : reading.errors.map(({ field, text }) => `${field}: ${text}`);
  };

  it('is read by its own class, may be left out, and is told by its parts when they are wrong', () => {
    expect(told({ act: { on: '2026-02-01', words: 'waited' } })).toEqual({ act: { on: '2026-02-01', words: 'waited' } });
    expect(told({ act: { on: { day: '' }, words: '' } })).toEqual({});
    expect(told({ act: { words: 'waited' } })).toEqual(['act.on: Enter the date of the act']);
  });

  it.each([[['x', 'y']], ['x'], [[{ on: '2026-02-01', words: 'waited' }]]])('is told as itself when %j was sent', (act) => {
    expect(told({ act })).toEqual(['act: Complete this part']);
  });
});

describe('A form read by its DTO', () => {
  it('takes dates, times, one ticked box and rows as they come from a browser', () => {
    const reading = readForm(Report, good);
    expect(reading.ok && reading.value).toEqual({
      at: '2026-11-18T23:40:00.000Z',
      tiles: ['call'],
      told: true,
      acts: [{ on: '2026-02-01', words: 'waited\noutside' }],
      count: 12,
    });
    expect(reading.ok && reading.value.acts[0]).toBeInstanceOf(Act);
  });

  it('says in one sentence each what is missing and points at the input', () => {
    expect(textsOf({})).toEqual(['#at Enter when it happened', '#tiles Select what happened', '#acts Add at least one act']);
  });

  it('points into rows and at the part of a date that is wrong', () => {
    expect(textsOf({ ...good, acts: [{ on: { day: '31', month: '2', year: '2026' }, words: 'x'.repeat(21) }] })).toEqual([
      '#acts-0-on-day The date of the act must be a real date',
      '#acts-0-words What happened must be 20 characters or fewer',
    ]);
    expect(textsOf({ ...good, acts: [{ on: { day: '3', month: '', year: '2026' }, words: 'x' }] })).toEqual([
      '#acts-0-on-month The date of the act must include a month',
    ]);
  });

  it('leaves out blank rows and keeps everything else that was typed', () => {
    const reading = readForm(Report, {
      ...good,
      acts: [{ on: { day: '', month: '', year: '' }, words: ' ' }, good.acts[0]],
      count: 'many',
    });
    expect(reading.values).toMatchObject({ acts: [good.acts[0]], count: 'many' });
    expect(reading.values).not.toHaveProperty('_csrf');
    expect(reading.ok).toBe(false);
  });

  it('asks which when the hour happened twice, and says so when it never happened', () => {
    const at = (time: string, day: string, month: string, which?: string) => ({
      ...good,
      at: { date: { day, month, year: '2026' }, time, which },
    });
    expect(textsOf(at('01:30', '25', '10'))[0]).toMatch(/^#at-which The clocks went back/);
    expect(textsOf(at('01:30', '25', '10', 'later'))).toEqual([]);
    expect(textsOf(at('01:30', '29', '3'))[0]).toMatch(/^#at-time The clocks went forward/);
  });

  it('never throws, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.object({
          key: fc.constantFrom('at', 'tiles', 'acts', 'on', 'words', 'date', 'time', 'day', '__proto__', 'constructor', 'length'),
        }),
        (body) => {
          expect(typeof readForm(Report, body).ok).toBe('boolean');
          expect(typeof readJson(Report, body).ok).toBe('boolean');
        },
      ),
    );
  });

  it.each([[[{ constructor: 1 }]], [{ constructor: { prototype: {} } }], [JSON.parse('['.repeat(5_000) + ']'.repeat(5_000))]])(
    'answers with one sentence what no browser sends',
    (acts: unknown) => {
      for (const read of [readForm, readJson]) expect(textsOf({ ...good, acts }, read)).toEqual([' Send only what is asked for']);
    },
  );

  it('reads every London time that happened once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const reading = readForm(Report, { ...good, at: { date: { day: '1', month: '6', year: '2026' }, time } });
        const moment = atLondon('2026-06-01', time);
        expect(reading.ok && reading.value.at).toBe(moment.ok && moment.instant);
      }),
    );
  });
});

describe('Text that came as a number', () => {
  it('is told as such, not as missing', () => {
    class Named {
      @TextField('the name') name: string;
    }
    const told = (name: unknown) => {
      const reading = readJson(Named, { name });
      return reading.ok ? [] : reading.errors.map(({ text }) => text);
    };
    expect([told(5), told(true)]).toEqual([['The name must be text, in quotation marks'], ['The name must be text, in quotation marks']]);
    expect([told(null), told([])]).toEqual([['Enter the name'], ['Enter the name']]);
  });
});

describe('Signs that nobody sees', () => {
  class Pasted {
    @TextField('the number', { isPasted: true }) number: string;
    @TextField('the name') name: string;
  }
  const told = (body: object) => {
    const reading = readJson(Pasted, body);
    return reading.ok ? reading.value : reading.errors.map(({ text }) => text);
  };

  it.each(['\u202e', '\u2066', '\u0007', '\u0085', '\u000b', '\u007f'])('are refused in words: %j', (sign) => {
    expect(told({ number: '1', name: `Ex${sign}ample` })).toEqual([
      'The name must not hold signs that cannot be seen. Type it again instead of pasting it',
    ]);
  });

  it('are left out of what comes from a list of contacts, and are none where letters of a language need them', () => {
    const name = 'Zo\u00eb \u0645\u06cc\u200c\u062e\ttab\nline';
    expect(told({ number: '\u202a+44 7700 900123\u202c', name })).toEqual({ number: '+44 7700 900123', name });
  });
});

describe('Rows that are none', () => {
  it.each([['text'], [{ a: { b: 'c' } }], [['text']], [[['text']]]])('are told as a whole: %j', (acts) => {
    expect(textsOf({ ...good, acts })).toEqual(['#acts Add at least one act']);
  });
});

describe('A JSON body read by the same DTO', () => {
  const json = { at: '2026-11-18T23:40:00+00:00', tiles: ['call'], acts: [{ on: '2026-02-01', words: 'waited' }] };

  it('takes ISO dates and instants', () => {
    const reading = readJson(Report, json);
    expect(reading.ok && reading.value.at).toBe('2026-11-18T23:40:00.000Z');
  });

  it('refuses a property it does not know, in rows too', () => {
    expect(textsOf({ ...json, tolld: true, acts: [{ ...json.acts[0], extra: 1 }] }, readJson)).toEqual([
      '#tolld Remove this property: the request does not have it',
      '#acts-0-extra Remove this property: the request does not have it',
    ]);
  });

  it('refuses a day that does not exist and a time without a zone', () => {
    expect(textsOf({ ...json, at: '2026-02-30T10:00:00Z' }, readJson)).toHaveLength(1);
    expect(textsOf({ ...json, at: '2026-02-03T10:00:00' }, readJson)).toHaveLength(1);
    expect(textsOf([json], readJson)).toEqual([' Send a JSON object']);
  });
});

describe('A time as typed', () => {
  it.each([
    ['9:05', '09:05'],
    ['0905', '09:05'],
    ['21.05', '21:05'],
    ['9:05pm', '21:05'],
    ['12:10am', '00:10'],
    ['7 pm', '19:00'],
    ['25:00', null],
    ['9:60', null],
    ['9', null],
    ['13pm', null],
  ])('%s is %s', (text, time) => expect(readTime(text)).toBe(time));
});
