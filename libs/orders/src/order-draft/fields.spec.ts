import { describe, expect, it } from '@jest/globals';
import { FormView, readForm, readJson, Unreadable } from '#pages';
import { VaryOrderDto } from '../vary-order/vary-order.dto.js';
import fc from 'fast-check';
import {
  type Blank,
  type ConditionCode,
  libraryCondition,
  libraryVersion,
  libraryVersions,
  storedBlank,
  unnamed,
} from '../domain/condition-library.js';
import { conditionChoices } from '../forms-about/condition-choices.js';
import { ConditionDto } from './condition.dto.js';
import { readEnd } from './end-field.js';
import { readMoment } from './moment-field.js';
import { afterButton, asked, filledRow, typedCondition } from './rows.js';

const day = { day: '14', month: '5', year: '2026' };
const part = (read: unknown) => (read instanceof Unreadable ? (read.part ?? 'whole') : read);
const moment = (value: unknown) => part(readMoment('when it was made', value));

describe('a moment', () => {
  it('is a day, with the time if it is known', () => {
    expect(moment({ date: day, time: '' })).toEqual({ on: '2026-05-14', at: null });
    expect(moment({ date: day, time: '11:40' })).toEqual({ on: '2026-05-14', at: '2026-05-14T10:40:00.000Z' });
    expect(moment('2026-05-14')).toEqual({ on: '2026-05-14', at: null });
    expect(moment('2026-05-14T23:30:00Z')).toEqual({ on: '2026-05-15', at: '2026-05-14T23:30:00.000Z' });
    expect(moment({ on: '2026-05-15', at: '2026-05-14T23:30:00.000Z' })).toEqual({ on: '2026-05-15', at: '2026-05-14T23:30:00.000Z' });
  });

  it.each([
    '2026-05-14T23:30:00Z',
    '2026-05-14T23:30Z',
    '2026-05-15T00:30:00+01:00',
    '2026-05-14t23:30:00.000000z',
    '2026-05-14 18:30:00-05:00',
  ])('is read from any instant of RFC 3339: %s', (at) => {
    expect(moment({ on: '2026-05-15', at })).toEqual({ on: '2026-05-15', at: '2026-05-14T23:30:00.000Z' });
    expect(moment(at)).toEqual({ on: '2026-05-15', at: '2026-05-14T23:30:00.000Z' });
  });

  it.each([
    [{ on: '2026-05-14', at: '2026-05-14T23:30:00Z' }, 'the same day in on and in at: in London at is on 2026-05-15'],
    [{ on: '2026-05-14', at: '2026-05-14T24:30:00Z' }, 'must be a time with its zone'],
    [{ on: '2026-05-14', at: 1 }, 'must have its time in at, as text'],
    [{ on: null }, 'must have its day in on'],
    [{ on: '2026-02-30', at: '2026-05-14T23:30:00Z' }, 'must be a real date'],
  ])('says what is wrong with %j', (value, told) => {
    expect((readMoment('the day the order was made', value) as Unreadable).text).toContain(told);
  });

  it('is refused where the day, the time or both do not fit, at the right input', () => {
    expect(moment({ date: { ...day, month: '13' } })).toMatch(/^date-/);
    expect(moment({})).toBe('date-day');
    expect(moment({ date: day, time: '25:00' })).toBe('time');
    expect(moment({ date: { day: '25', month: '10', year: '2026' }, time: '01:30' })).toBe('which');
    expect(moment({ on: '2026-05-14', at: '2026-05-14T23:30:00.000Z' })).toBe('whole');
  });
});

describe('an end', () => {
  it('is fixed, open or not known, and never guessed', () => {
    expect(readEnd({ is: 'fixed', lastDay: { day: '13', month: '5', year: '2028' } })).toEqual({ is: 'fixed', lastDay: '2028-05-13' });
    expect(readEnd('until-further-order')).toEqual({ is: 'until-further-order' });
    expect(readEnd({ is: 'unknown', lastDay: day })).toEqual({ is: 'unknown' });
    expect(readEnd({ is: 'stays' })).toBeUndefined();
    expect(part(readEnd({ is: 'fixed' }))).toBe('lastDay-day');
    expect(part(readEnd({}))).toBe('is');
    expect(part(readEnd('for ever'))).toBe('is');
  });
});

describe('the blanks of a condition', () => {
  const read = (parameters: unknown, code = 'R-SIGN') => {
    const found = readForm(ConditionDto, { number: '1', code, wording: 'As in the order', parameters });
    return found.ok ? found.value.asDraft('c', 'v').parameters : found.errors.map(({ href, text }) => `${href} ${text}`);
  };

  it('are typed inputs by the kind of condition, stored as text', () => {
    const typed = { station: ' Testville  police station', days: ['tue', 'mon'], hours: { from: '6pm', to: '20.00' } };
    expect(read(typed)).toEqual({ station: 'Testville police station', days: 'mon,tue', hours: '18:00-20:00' });
    expect(read({ days: 'tue', first: { day: '2', month: '6', year: '2026' } })).toEqual({ days: 'tue', first: '2026-06-02' });
    expect(read({ metres: '1,500' }, 'AP-DIST')).toEqual({ metres: '1500' });
    expect(read({ metres: '200', hours: { from: '', to: '' } }, 'AP-DIST')).toEqual({ metres: '200' });
  });

  it('are told apart by sentences at their own inputs', () => {
    expect(read({ metres: '0' }, 'AP-DIST')).toEqual(['#parameters-metres Distance must be a whole number from 5 to 5,000']);
    expect(read({ hours: { from: '18:00' }, days: 'noday', first: { day: '31', month: '2', year: '2026' } })).toEqual([
      '#parameters-days Select days',
      '#parameters-hours-to Hours must have a time like 18:00 to which it is',
      '#parameters-first-day First day must be a real date',
    ]);
  });

  it('are stored text over the API, which refuses what the kind does not have', () => {
    const json = (parameters: unknown) => readJson(ConditionDto, { number: 1, code: 'AP-DIST', wording: 'w', parameters });
    const good = json({ metres: 200 });
    expect(good.ok && good.value.asDraft('c', 'v')).toMatchObject({ parameters: { metres: '200' }, library: libraryVersion });
    for (const wrong of [{ yards: '200' }, 'metres: 200', ['metres'], { metres: {} }]) expect(json(wrong).ok).toBe(false);
  });

  it('come back into the form as they were typed, for every kind of every version', () => {
    const rows = libraryVersions.flatMap(({ version, conditions }) =>
      conditions.map(({ code }) => ({ version, code: code as ConditionCode })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...rows).chain((row) => fc.tuple(fc.constant(row), someParameters(row.code, row.version))),
        ([{ code, version }, parameters]) => {
          const words = { wording: 'w', parameters, locality: null, necessity: null };
          const plain = {
            conditionId: 'c',
            versionId: 'v',
            number: 1,
            code,
            library: version,
            category: 'prohibition',
            locality: 'uk',
            end: null,
          } as const;
          const typed = typedCondition({
            ...filledRow({ plain, words: { about: [], value: words } }),
            number: '1',
            library: String(version),
          });
          expect(typed).toMatchObject({ code, library: version, parameters });
        },
      ),
    );
  });
});

describe('the buttons within a form of conditions', () => {
  const nobody = { person: () => 'A', and: 'or' } as const;
  const press = (values: Record<string, unknown>, button: Record<string, unknown>) => {
    const what = asked(button);
    return what ? afterButton(values, what, nobody) : null;
  };

  it('add a row for every kind that is ticked, numbered on, and lose nothing that is typed', () => {
    const conditions = [
      { number: '4', code: 'SURV', wording: 'typed' },
      { number: '', wording: ' ' },
    ];
    const after = press(
      { courtName: 'Testville', conditions },
      { _add: 'conditions', _pick: { conditions: ['NC-DIR', 'NC-DIR', 'nonsense'] } },
    );
    expect(after).toMatchObject({
      courtName: 'Testville',
      conditions: [{ wording: 'typed' }, { code: 'NC-DIR', number: '5' }, { code: 'NC-DIR', number: '6' }],
    });
  });

  it('number what is added to an order on from the conditions that it has and keeps', () => {
    const changes = [
      { number: '1', change: 'leave' },
      { number: '2', change: 'reworded' },
      { number: '7', change: 'removed' },
    ];
    expect(press({ changes, added: [] }, { _add: 'added', _pick: { added: ['PUB'] } })).toMatchObject({ added: [{ number: '3' }] });
    expect(
      press({ changes: Object.assign({}, changes), added: [{ number: '5', code: 'SURV' }] }, { _add: 'added', _pick: { added: ['PUB'] } }),
    ).toMatchObject({
      added: [{ number: '5' }, { number: '6' }],
    });
  });

  it('count as pressed when kinds are ticked and the form is sent', () => {
    expect(asked({ _pick: { conditions: 'PUB' } })).toEqual({ is: 'add', path: 'conditions', codes: ['PUB'] });
    expect(asked({ _pick: { conditions: '' } })).toBeNull();
    expect(asked({})).toBeNull();
  });

  it('take out a row, and put words into one', () => {
    const conditions = [{ code: 'SURV' }, { code: 'AP-DIST', parameters: { metres: '200' } }];
    expect(press({ conditions }, { _add: 'remove conditions.0' })).toEqual({ conditions: conditions.slice(1) });
    expect(press({ conditions }, { _add: 'suggest conditions.1.' })).toMatchObject({
      conditions: [{}, { wording: 'You must not knowingly come within 200 metres of the protected person.' }],
    });
    expect(press({ conditions: { '0': {}, '1': conditions[1] } }, { _add: 'suggest conditions.0.' })).toMatchObject({
      conditions: [{}, {}],
    });
  });
});

describe('words that are suggested', () => {
  const row = { code: 'AP-DIST', parameters: { metres: '200' } };
  const suggest = (values: Record<string, unknown>, several = true) =>
    afterButton({ conditions: [row], ...values }, { is: 'suggest', row: 'conditions.0.' }, { ...unnamed, several })['conditions'];

  it('are asked of whom they speak, where the order protects more than one person', () => {
    expect(suggest({})).toEqual([{ ...row, askWhom: 'yes' }]);
    expect(suggest({ protectedPersonIds: ['a', 'b'] }, false)).toEqual([{ ...row, askWhom: 'yes' }]);
    expect(suggest({ protectedPersonIds: ['a'] })).toMatchObject([{ wording: expect.stringContaining('200 metres') }]);
    expect(suggest({}, false)).toMatchObject([{ wording: expect.stringContaining('200 metres') }]);
  });
});

describe('words that contradict the details', () => {
  const distance = { number: 1, code: 'AP-DIST', wording: 'Not within 900 metres of A', parameters: { metres: '500' } };

  it('stand alone where somebody says that they are right', () => {
    const cleared = readJson(ConditionDto, { ...distance, wordsOnly: true });
    expect(cleared.ok && cleared.value.asDraft('c', 'v')).toMatchObject({ wordsOnly: true, parameters: {} });
    const kept = readJson(ConditionDto, distance);
    expect(kept.ok && kept.value.asDraft('c', 'v')).toMatchObject({ parameters: { metres: '500' } });
  });

  it('keep the days and times of a requirement for the work list, and say so where there are none', () => {
    const parameters = { station: 'Testville', days: ['mon'], hours: { from: '09:00', to: '10:00' } };
    const sign = { number: 1, code: 'R-SIGN', wording: 'Sign on every Tuesday', parameters };
    const kept = readJson(ConditionDto, { ...sign, wordsOnly: true });
    expect(kept.ok && kept.value.asDraft('c', 'v').parameters).toEqual({ days: 'mon', hours: '09:00-10:00' });
    const calendar = (row: object) =>
      conditionChoices(false).calendar(new FormView({ conditions: [{ ...row, number: '1' }] }, [], 'command'), 'conditions.0.');
    expect(calendar(sign)).toMatchObject({ tick: expect.stringContaining('but its days and times'), loses: null });
    expect(calendar({ ...sign, parameters: { station: 'Testville' } }).loses).toContain('nobody will be told to check that it was met');
    expect(calendar(distance)).toMatchObject({ tick: 'The words are right: clear the details', loses: null });
  });

  it('are told in the form, where the row stays open', () => {
    const choices = conditionChoices(false);
    const form = (over: object) => new FormView({ conditions: [{ ...distance, number: '1', ...over }] }, [], 'command');
    expect(choices.differs(form({}), 'conditions.0.')).toBe(
      'The words do not say what the details say (Distance: 500 metres). The words say 900 metres, which no detail says.',
    );
    expect(choices.differs(form({ wordsOnly: 'yes' }), 'conditions.0.')).toBeNull();
    expect(choices.isFinished(form({}), 'conditions', 0, false)).toBe(false);
    expect(choices.isFinished(form({ parameters: { metres: '900' } }), 'conditions', 0, false)).toBe(true);
    expect(choices.isFinished(form({ parameters: { metres: '900' } }), 'conditions', 0, true)).toBe(false);
    expect(choices.isFinished(form({ parameters: {} }), 'conditions', 0, false)).toBe(false);
  });
});

function someParameters(code: ConditionCode, version: number): fc.Arbitrary<Record<string, string>> {
  const samples: Record<Blank['type'], readonly string[]> = {
    'whole-number': ['2', '24', '100'],
    text: ['the Example Programme'],
    place: ['Testville police station'],
    area: ['Testville, all of it'],
    lines: ['One telephone\nOne laptop'],
    date: ['2026-12-01'],
    hours: ['18:00-20:00', '22:00-06:00'],
    days: ['mon', 'tue,sun'],
    people: ['20000000-0000-4000-8000-00000000000a'],
    choices: [],
  };
  const fields = libraryCondition(code, version).blanks.map((blank) => {
    const values = blank.type === 'choices' ? blank.choices.map(({ value }) => value) : samples[blank.type];
    const fitting = values.filter((value) => storedBlank(blank, value) === value);
    return [blank.name, fc.constantFrom(...fitting)] as const;
  });
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] }) as fc.Arbitrary<Record<string, string>>;
}

describe('a variation', () => {
  const variation = { courtType: 'magistrates', courtName: 'Testville', effective: '2026-07-03', onApplicationOf: 'chief-officer' };
  const conditionId = '50000000-0000-4000-8000-000000000001';

  it('asks the words only of a condition that is reworded', () => {
    const leaving = {
      ...variation,
      changes: [
        { conditionId, change: 'leave', number: 'x' },
        { conditionId, change: 'removed' },
      ],
    };
    const left = readForm(VaryOrderDto, leaving);
    expect(left.ok && left.value.asDetails(conditionId).changes).toEqual([{ change: 'removed', conditionId }]);
    const reworded = readJson(VaryOrderDto, { ...variation, changes: [{ conditionId, change: 'reworded', number: 1, code: 'NC-DIR' }] });
    expect(reworded.ok ? [] : reworded.errors.map(({ field }) => field)).toEqual(['changes.0.wording']);
  });

  it('keeps the end unless it names another', () => {
    const stays = readForm(VaryOrderDto, { ...variation, end: { is: 'stays', lastDay: { day: '', month: '', year: '' } } });
    expect(stays.ok && stays.value.asDetails(conditionId).end).toBeNull();
  });
});
