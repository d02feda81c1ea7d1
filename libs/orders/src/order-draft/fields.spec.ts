import { describe, expect, it } from '@jest/globals';
import { readForm, readJson, Unreadable } from '#pages';
import { VaryOrderDto } from '../vary-order/vary-order.dto.js';
import { parameterLines, readParameters } from './condition.dto.js';
import { readEnd } from './end-field.js';
import { readMoment } from './moment-field.js';

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
  it('are lines of a form or an object of the API, and come back as lines', () => {
    expect(readParameters('metres: 200\n\nhours: 08:00 to 20:00')).toEqual({ metres: '200', hours: '08:00 to 20:00' });
    expect(parameterLines({ metres: '200', hours: 'all' })).toBe('metres: 200\nhours: all');
    for (const wrong of ['200', ': 200', { metres: 200 }, ['metres']]) expect(readParameters(wrong)).toBeInstanceOf(Unreadable);
  });
});

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
