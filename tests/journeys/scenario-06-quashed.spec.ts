import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrest, charge, next, reportBreach, whatWasBreached } from './support/breaches.js';
import { day, moment } from './support/days.js';
import { eventually } from './support/eventually.js';
import { noContact, obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { answer, history, uptake, work } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

interface BreachSays {
  readonly status: { readonly is: string };
  readonly allegations: readonly { readonly wording: string; readonly withdrawn: string | null }[];
  readonly flags: readonly {
    readonly flagId: string;
    readonly because: string;
    readonly orderId: string;
    readonly review: string | null;
  }[];
}

let story: Story;
let solicitor: Desk;
let officer: Desk;
let manager: Desk;
let quincy: string;
let order: string;
let breach: string;
let before: string[];

beforeAll(async () => {
  story = await Story.begin('2026-03-02 16:00');
  [solicitor, officer, manager] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('manager.kent')];
  quincy = await perpetrator(officer, { given: 'Quincy', family: 'Placeholder', born: '1986-02-03' });
  const victim = await protectedPerson(officer, quincy, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-03-02 11:00', until: '2028-03-01' };
  order = (await obtain(solicitor, quincy, { filed: '2026-02-20', sealed, protects: [victim] })).orderId;
  await serve(officer, order, '2026-03-02 15:00');
  await officer.does(`/orders/${order}/national-record`, { state: 'created', on: day('2026-03-02'), reference: 'NR 1' });

  story.itIs('2026-06-08 20:00');
  breach = await reportBreach(officer, quincy, { when: '2026-06-08 14:00', kinds: ['message'], account: 'Eleven messages' });
  await arrest(officer, breach, '2026-06-08 17:00');
  await officer.tells(`/breaches/${breach}/interview`, { at: '2026-06-08T17:30:00.000Z', underCaution: true });
  story.itIs('2026-06-08 22:00');
  await charge(officer, breach, '2026-06-08 21:00', ['ST19001']);
  for (const development of ['arrest', 'interview', 'charge']) {
    await officer.does(`/breaches/${breach}/tell-victim`, {
      ...{ protectedPersonId: victim, of: development, at: moment('2026-06-08 21:30') },
    });
  }

  story.itIs('2026-07-01 10:00');
  await solicitor.does(`/orders/${order}/appeal`, { on: day('2026-06-30'), by: 'respondent', against: 'making' });
  before = history(await officer.sees(`/perpetrators/${quincy}`));
}, 60_000);
afterAll(() => story.end());

const read = () => officer.reads<BreachSays>(`/breaches/${breach}`);
const inForceOn = async (on: string) => answer(await officer.sees(`/perpetrators/${quincy}?asKnownOn=${on}`)).heading;

describe('Scenario 6: an appeal is lodged', () => {
  it('leaves the order in force meanwhile', async () => {
    expect(answer(await officer.sees(`/perpetrators/${quincy}`)).heading).toBe('1 order in force');
    expect((await officer.sees(`/orders/${order}`)).main).toContain('The order stays in force meanwhile');
  });
});

describe('The Crown Court allows it on 14 September', () => {
  beforeAll(async () => {
    story.itIs('2026-09-14 15:00');
    const page = await solicitor.sees(`/orders/${order}`);
    await solicitor.does(page.link('Record the outcome'), {
      ...{ courtType: 'crown', courtName: 'Maidstone', at: moment('2026-09-14 12:00'), outcome: 'quashed' },
    });
  });

  it('ends the order from that day', async () => {
    expect(answer(await officer.sees(`/perpetrators/${quincy}`)).heading).toBe('No order in force');
    expect((await officer.sees(`/orders/${order}`)).main).toContain('Not in force: quashed on appeal on 14 Sep 2026');
    const { standing } = await uptake(manager, '?at=2026-09-14');
    expect(standing.reduce((sum, { live }) => sum + live, 0)).toBe(0);
    expect((await uptake(manager, '?at=2026-09-13')).standing).toContainEqual(expect.objectContaining({ kind: 'spo', live: 1 }));
    const later = await whatWasBreached(officer, quincy, { when: '2026-09-14 13:00', kinds: ['message'] });
    expect(later.choices).toEqual([]);
  });

  it('leaves the history as it was', async () => {
    const lines = history(await officer.sees(`/perpetrators/${quincy}`));
    expect(lines.slice(-before.length)).toEqual(before);
    expect(lines.join('\n')).toContain('Order quashed');
    expect(lines.join('\n')).toContain('what was in force before stays recorded');
  });

  it('does not rewrite that it was in force on 8 June', async () => {
    expect(await inForceOn('2026-06-08')).toBe('1 order in force');
    expect(await inForceOn('2026-09-13')).toBe('1 order in force');
    expect(await inForceOn('2026-09-14')).toBe('No order in force');
    const again = await whatWasBreached(officer, quincy, { when: '2026-06-08 18:00', kinds: ['message'] });
    expect(again.choices.map(({ words }) => words)).toEqual([noContact.wording]);
    expect((await uptake(manager, '?at=2026-06-08')).standing).toContainEqual(expect.objectContaining({ kind: 'spo', live: 1 }));
  });

  it('does not decide the charge', async () => {
    expect(await read()).toMatchObject({ status: { is: 'charged' }, allegations: [{ wording: noContact.wording, withdrawn: null }] });
  });

  it('flags the breach for a prosecutor to review', async () => {
    const { flags } = await eventually(read, (breachSays) => breachSays.flags.length > 0);
    expect(flags).toMatchObject([{ orderId: order, because: expect.stringContaining('prosecutor'), review: null }]);
    const page = await eventually(
      () => officer.sees(`/breaches/${breach}`),
      (shown) => shown.main.includes('a prosecutor must look at the case again'),
    );
    expect(next(page).join('\n')).toContain('Review the breach and tell the prosecutor what changed by the end of 16 Sep 2026');
    const due = await eventually(
      () => work(officer),
      (list) => list.some(({ what }) => what === 'review-flag'),
    );
    expect(due.filter(({ what }) => what === 'review-flag')).toEqual([
      expect.objectContaining({ words: 'Review the breach and tell the prosecutor what changed', dueBy: '2026-09-16' }),
    ]);
  });

  it('starts the clock to tell the victim of it within a working day', async () => {
    const page = await officer.sees(`/breaches/${breach}`);
    expect(next(page).join('\n')).toMatch(/Tell .* of the change of the order by the end of 15 Sep 2026/);
    expect(await work(officer)).toContainEqual(
      expect.objectContaining({ what: 'tell-victim', words: 'Tell the victim of the change of the order', dueBy: '2026-09-15' }),
    );
  });

  it('asks to clear the national record until that is confirmed', async () => {
    expect(await work(officer)).toContainEqual(
      expect.objectContaining({ what: 'clear-national-record', dueBy: '2026-09-16', why: expect.stringContaining('Set aside') }),
    );
    story.itIs('2026-09-15 09:00');
    await officer.tells(`/orders/${order}/national-record-confirmations`, { state: 'removed', on: '2026-09-15', reference: 'NR 2' });
    expect((await work(officer)).map(({ what }) => what)).not.toContain('clear-national-record');
    expect((await officer.sees(`/orders/${order}`)).main).toContain('national record removed');
  });

  it('lets a person decide what becomes of it, with a reason', async () => {
    const page = await officer.sees(`/breaches/${breach}`);
    const [flag] = (await read()).flags;
    expect(page.link('Review it')).toBe(`/breaches/${breach}/flags/${flag?.flagId}`);
    await officer.does(page.link('Review it'), { decision: 'refer-to-prosecutor', note: 'Sent to the CPS with the judgment' });
    expect(await read()).toMatchObject({
      status: { is: 'charged' },
      flags: [{ review: expect.stringContaining('Refer to the prosecutor') }],
    });
    expect((await work(officer)).map(({ what }) => what)).not.toContain('review-flag');
  });
});
