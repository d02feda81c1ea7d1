import { describe, expect, it } from '@jest/globals';
import type { Command } from '@nestjs/cqrs';
import { londonDate, startOfDay } from '#calendar';
import type { Act } from '#event-sourcing';
import type { Step } from './story.js';
import { demonstration, demonstrationForces } from './world.js';

const today = '2026-11-21';
const whole = demonstration('spec', today);

function asked({ command, at, force, commandId }: Step): Command<unknown> {
  const act: Act = { by: 'u-1', force, at, commandId, digest: '', correlationId: 'spec' };
  return command(act);
}

const texts = (steps: readonly Step[]): string[] =>
  steps.map((step) => `${step.story} ${step.at} ${asked(step).constructor.name} ${JSON.stringify(asked(step))}`);
const named = (name: string) => whole.steps.filter((step) => asked(step).constructor.name === name);

describe('The demonstration', () => {
  it('is the same for the same seed and day, and another for another', () => {
    expect(texts(demonstration('spec', today).steps)).toEqual(texts(whole.steps));
    expect(texts(demonstration('other', today).steps)).not.toEqual(texts(whole.steps));
    expect(demonstration('spec', '2026-11-20').steps[0]?.commandId).not.toBe(whole.steps[0]?.commandId);
  });

  it('has an id of its own for every command', () => {
    const ids = [...whole.steps, ...whole.reviews].map(({ commandId }) => commandId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('records nothing on its last day or later, whatever day that is', () => {
    for (const day of [today, '2026-07-04', '2027-02-28']) {
      const { steps } = demonstration('spec', day, { people: 20, months: 18 });
      expect(steps.filter(({ at }) => at >= startOfDay(day))).toEqual([]);
      expect(steps.length).toBeGreaterThan(300);
    }
  });

  it('covers six forces, about 130 perpetrators and 18 months', () => {
    const perpetrators = named('RecordPerpetrator');
    expect(perpetrators.length).toBeGreaterThanOrEqual(115);
    expect(perpetrators.length).toBeLessThanOrEqual(140);
    expect([...new Set(perpetrators.map(({ force }) => force))].sort()).toEqual([...demonstrationForces].sort());
    const made = perpetrators.filter(({ story }) => story.startsWith('person')).map(({ at }) => londonDate(at));
    expect(made.every((day) => day >= '2025-05-21')).toBe(true);
  });

  it('lets a third of the perpetrators make two thirds of the incidents', () => {
    const counts = new Map<string, number>();
    for (const { story } of [...named('ReportBreach'), ...named('KeepContact')])
      if (story.startsWith('person')) counts.set(story, (counts.get(story) ?? 0) + 1);
    const people = new Set(whole.steps.map(({ story }) => story).filter((story) => story.startsWith('person'))).size;
    const sorted = [...counts.values()].sort((a, b) => b - a);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
    const share = sum(sorted.slice(0, Math.round(people / 3))) / sum(sorted);
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.85);
  });

  it('uses only addresses and numbers that are kept free for fiction', () => {
    const all = texts(whole.steps).join('\n');
    for (const [, postcode] of all.matchAll(/"postcode":"([^"]*)"/g)) expect(postcode).toMatch(/^ZZ99 /);
    for (const [, phone] of all.matchAll(/"phone":"([^"]*)"/g)) expect(phone).toMatch(/^(01632 960|07700 900)\d{3}$/);
    for (const [, number] of all.matchAll(/"scheme":"pncid","value":"([^"]*)"/g)) expect(number).toMatch(/^2099\//);
    for (const [, email] of all.matchAll(/"email":"([^"]*)"/g)) expect(email).toMatch(/@example\.org$/);
  });

  it('tells the scenarios on their days', () => {
    const of = (story: string, name: string) => named(name).filter((step) => step.story === story);
    expect(of('scenario 2', 'DetermineApplication').map(({ at }) => londonDate(at))).toEqual(['2026-05-14']);
    expect(of('scenario 4', 'ReportBreach').map(({ at }) => at)).toEqual(['2026-10-06T17:50:00.000Z']);
    expect(of('scenario 11', 'ReportBreach').map(({ at }) => londonDate(at))).toEqual(['2026-11-02']);
    expect(demonstration('spec', '2026-06-01', { people: 0, months: 18 }).steps.some(({ story }) => story === 'scenario 4')).toBe(false);
  });
});
