import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { libraryCondition } from '../condition-library.js';
import { disagreement } from './agreement.js';
import { figuresIn } from './figures.js';

const timesOf = (text: string) => figuresIn(text).times;

describe('times by the clock, as people write them', () => {
  it.each([
    ['between 9 and 10 in the morning', '09:00-10:00'],
    ['between nine and ten o’clock', '09:00-10:00'],
    ["between nine o'clock and ten o'clock in the morning", '09:00-10:00'],
    ['from 9am to 10am', '09:00-10:00'],
    ['9.00 am – 10.00 a.m.', '09:00-10:00'],
    ['between 9 and 10', '09:00-10:00'],
    ['between the hours of 9 and 10', '09:00-10:00'],
    ['each morning from 9 until 10', '09:00-10:00'],
    ['09:00 and 10:00', '09:00-10:00'],
    ['between 9:00 and 10:00', '09:00-10:00'],
    ['between 0900 and 1000 hours', '09:00-10:00'],
    ['0900-1000', '09:00-10:00'],
    ['between half past nine and a quarter to eleven', '09:30-10:45'],
    ['between half past nine in the morning and noon', '09:30-12:00'],
    ['between 9 and noon', '09:00-12:00'],
    ['from twenty-five past nine to ten minutes to ten', '09:25-09:50'],
    ['at ten to nine and at five past nine in the evening', '20:50-21:05'],
    ['from midday to 2 in the afternoon', '12:00-14:00'],
    ['between 9 to 10 p.m.', '21:00-22:00'],
    ['between 11 and 1 in the afternoon', '11:00-13:00'],
    ['2100 hours to 2200 hours', '21:00-22:00'],
    ['between 9 o’clock in the evening and midnight', '21:00-00:00'],
    ['from 10 at night until 7 in the morning', '22:00-07:00'],
    ['12 noon to 12 midnight', '12:00-00:00'],
    ['12.30 pm to 12.30 am', '12:30-00:30'],
  ])('%s', (words, hours) => {
    const filled = { station: 'Testville police station', days: 'mon', hours };
    const said = `You must sign on at Testville police station every Monday ${words}.`;
    expect(disagreement(libraryCondition('R-SIGN'), said, filled)).toBeNull();
    expect(disagreement(libraryCondition('R-SIGN'), `${words}, on Mondays, at Testville police station`, filled)).toBeNull();
    const other = { ...filled, hours: '03:10-04:20' };
    expect(disagreement(libraryCondition('R-SIGN'), said, other)).toMatchObject({ unsaid: [{ name: 'hours' }] });
  });

  it('are no distances, numbers, days or houses', () => {
    for (const words of [
      'within 200 to 300 metres of it',
      'within 0.5 and 1.5 miles',
      'between 9 and 10 January 2027',
      'between 9 and 10 Mill Street',
      'no more than 2 telephones or 3 SIM cards',
      'from 2 to 4 telephones',
      'within 48 hours',
      'within the last quarter',
    ]) {
      expect([words, timesOf(words)]).toEqual([words, []]);
    }
    expect(figuresIn('between 1000 and 2000 metres').metres).toEqual([2000]);
  });

  it('say the same whichever way one time is written', () => {
    const small = 'twelve one two three four five six seven eight nine ten eleven'.split(' ');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 5, 10, 15, 20, 30, 40, 45, 50, 55), (hour, minutes) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const [h, next] = [small[hour % 12] ?? '', small[(hour + 1) % 12] ?? ''];
        const sense = hour < 12 ? 'in the morning' : hour < 18 ? 'in the afternoon' : 'in the evening';
        const nextSense = hour === 23 || hour < 11 ? 'in the morning' : hour < 17 ? 'in the afternoon' : 'in the evening';
        const half = hour < 12 ? 'a' : 'p';
        const figures = `${hour % 12 || 12}`;
        const ways = [
          `at ${two(hour)}:${two(minutes)}`,
          `at ${two(hour)}${two(minutes)} hours`,
          `at ${figures}.${two(minutes)} ${half}m`,
          `at ${figures}:${two(minutes)}${half}.m.`,
          ...(minutes === 0 ? [`at ${h} o’clock ${sense}`, `at ${h} ${sense}`, `at ${figures}${half}m`] : []),
          ...(minutes === 30 ? [`at half past ${h} ${sense}`] : []),
          ...(minutes === 15 ? [`at a quarter past ${h} ${sense}`] : []),
          ...(minutes === 45 ? [`at quarter to ${next} ${nextSense}`] : []),
          ...(minutes > 0 && minutes < 30 ? [`at ${minutes} minutes past ${h} ${sense}`] : []),
          ...(minutes > 30 ? [`at ${60 - minutes} minutes to ${next} ${nextSense}`] : []),
        ];
        for (const way of ways) expect([way, timesOf(way)]).toEqual([way, [[`${two(hour)}:${two(minutes)}`]]]);
      }),
    );
  });
});
