import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportBreach } from './support/breaches.js';
import { moment } from './support/days.js';
import { noContact, obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let officer: Desk;
let nora: string;
let breach: string;

beforeAll(async () => {
  story = await Story.begin('2026-06-20 12:00');
  officer = story.desk('officer.kent');
  const zeb = await perpetrator(officer, { given: 'Zeb', family: 'Samplesson', born: '1979-09-09' });
  nora = await protectedPerson(officer, zeb, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [noContact] };
  await obtain(story.desk('legal.kent'), zeb, { filed: '2026-06-01', protects: [nora], sealed });
  breach = await reportBreach(officer, zeb, { when: '2026-06-19 21:15', kinds: ['message'] }, [noContact.wording]);
  await officer.does(`/breaches/${breach}/arrest`, { at: moment('2026-06-20 09:00') });
}, 60_000);
afterAll(() => story.end());

describe('What a protected person was told', () => {
  it('stands on a page of its own, what waits first', async () => {
    const before = await officer.sees(`/protected-people/${nora}/told`);
    expect(before.main).toMatch(/To be told.*Of the arrest, by the end of 22 Jun 2026/);
    expect(before.html.querySelector(`main a[href="/breaches/${breach}/tell-victim?of=arrest"]`)).not.toBeNull();
    await officer.tells(`/breaches/${breach}/tell-victim`, { protectedPersonId: nora, at: '2026-06-20T10:30:00Z', of: 'arrest' });
    const after = await officer.sees(`/protected-people/${nora}/told`);
    expect(after.main).toMatch(/Nothing that is recorded waits.*Told 20 Jun 2026 at 11:30: of the arrest/);
  });

  it('is for those who may read the name', async () => {
    expect(await story.desk('officer.essex').tries(`/protected-people/${nora}/told`)).toBe(404);
    expect(await story.desk('manager.kent').tries(`/protected-people/${nora}/told`)).toBe(403);
  });
});

describe('After a report', () => {
  it('the risk is recorded, and somebody else reviews it', async () => {
    const next = async (): Promise<string> => (await officer.sees(`/breaches/${breach}`)).main;
    expect(await next()).toContain('Say how great the risk is');
    const high = { risk: 'high', at: moment('2026-06-20 11:00') };
    expect(await officer.isRefused(`/breaches/${breach}/safety`, high)).toEqual([
      'Select what was done at once: high risk cannot be left as it is',
    ]);
    await officer.does(`/breaches/${breach}/safety`, { ...high, actions: ['alarm', 'patrols'] });
    expect(await next()).not.toContain('Say how great the risk is');
    expect(await next()).toContain('Done at once: alarm or panic button given and patrols asked for');
    const agreed = { decision: 'agreed', at: moment('2026-06-20 11:30') };
    expect(await officer.isRefused(`/breaches/${breach}/supervision`, agreed)).toEqual([
      'You recorded this report. Somebody else must review it',
    ]);
    await story.desk('legal.kent').does(`/breaches/${breach}/supervision`, agreed);
    expect(await next()).not.toContain('Have a supervisor review it');
  });
});
