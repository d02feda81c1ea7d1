import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '#event-store';
import { Projector } from '#event-store/module';
import { TellOwningForces } from '#histories/module';
import { reportBreach, whatWasBreached } from './support/breaches.js';
import { eventually } from './support/eventually.js';
import { noContact, obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

interface Alert {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly what: string;
  readonly about: { readonly href: string } | null;
  readonly seen: string | null;
}

const sealed = { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [noContact] };

let story: Story;
let kent: Desk;
let essex: Desk;
let kentOfficer: Desk;
let essexOfficer: Desk;

const alertsOf = async (desk: Desk, seen = false): Promise<readonly Alert[]> =>
  (await desk.reads<{ items: readonly Alert[] }>(`/alerts${seen ? '?seen=yes' : ''}`)).items;
const about = (items: readonly Alert[], id: string) => items.filter(({ href }) => href === `/perpetrators/${id}`).map(({ what }) => what);
/** Everything recorded so far was looked at, and what follows from it is shown. */
const looked = async (): Promise<void> => {
  const { app } = story.service;
  const [store, reaction] = [app.get(EventStore), app.get(TellOwningForces)];
  await reaction.waitFor((await store.head()) ?? '', 10_000);
  const raised = await store.head();
  if (raised !== null) await app.get(Projector).waitFor(raised, 10_000);
};

beforeAll(async () => {
  story = await Story.begin('2026-06-20 12:00');
  [kent, essex, kentOfficer, essexOfficer] = [
    story.desk('legal.kent'),
    story.desk('legal.essex'),
    story.desk('officer.kent'),
    story.desk('officer.essex'),
  ];
}, 60_000);
afterAll(() => story.end());

describe('A force with an order on a person', () => {
  let quentin: string;
  let kwentin: string;
  let pair: string;

  beforeAll(async () => {
    quentin = await perpetrator(kentOfficer, { given: 'Quentin', family: 'Fictionsson', born: '1988-03-04' });
    kwentin = await perpetrator(essexOfficer, { given: 'Kwentin', family: 'Fictionson', born: '1988-03-04' });
    const first = await protectedPerson(kentOfficer, quentin, { given: 'Nora', family: 'Nonesuch' });
    const second = await protectedPerson(essexOfficer, kwentin, { given: 'Ada', family: 'Samplewright' });
    await obtain(kent, quentin, { filed: '2026-06-01', protects: [first], sealed });
    await obtain(essex, kwentin, { filed: '2026-06-02', protects: [second], sealed });
    await looked();
  });

  it('is told nothing of what it did itself, nor of records that nobody linked', async () => {
    expect(await alertsOf(kent)).toEqual([]);
    expect(await alertsOf(essex)).toEqual([]);
    expect((await kent.sees('/alerts')).main).toContain('Nothing new');
  });

  it('is told when another force reports a breach, once, with why and where', async () => {
    const breach = await reportBreach(essexOfficer, quentin, { when: '2026-06-18 21:15', kinds: ['message'] }, [noContact.wording]);
    await looked();
    const [alert] = await alertsOf(kent);
    expect(alert).toMatchObject({ name: 'FICTIONSSON, Quentin', about: { words: 'See the report', href: `/breaches/${breach}` } });
    expect(alert?.what).toMatch(/^Essex: Breach/);
    expect(about(await alertsOf(kent), quentin)).toHaveLength(1);
    const page = await kent.sees('/alerts');
    expect(page.main).toContain('Kent has an order, an application, a report or an investigation on this person.');
    expect(page.main).not.toMatch(/Nonesuch|Samplewright/);
    expect(page.html.querySelector('nav[aria-label="Main"], .govuk-service-navigation')?.textContent).toContain('Alerts (1)');
  });

  it('is told when its record is linked, on both sides, and of what is then recorded on the other record', async () => {
    const { items } = await eventually(
      () => kent.reads<{ items: readonly { readonly id: string }[] }>('/links'),
      (seen) => seen.items.length > 0,
    );
    pair = items[0]?.id ?? '';
    await kent.does(`/links/${pair}`, {}, 'Same person');
    await looked();
    // Essex has something on both records, and is told once.
    expect((await alertsOf(essex)).map(({ what, about: at }) => [what, at?.href])).toEqual([
      ['Kent: records of Essex and Kent linked: one person', `/links/${pair}`],
    ]);
    await (await whatWasBreached(essexOfficer, kwentin, { when: '2026-06-19 08:00', kinds: ['call'] })).keep();
    await looked();
    expect(about(await alertsOf(kent), quentin).toSorted()).toEqual([
      'Essex: Breach alleged: message, a protected person',
      'Essex: Contact kept, not a breach: call',
    ]);
  });

  it('marks it as seen once for the whole force, and other forces cannot', async () => {
    const [first] = await alertsOf(kentOfficer);
    const id = first?.id ?? '';
    expect(await essex.tries(`/alerts/${id}`)).toBe(404);
    const client = await essex.client();
    expect((await client.api.post(`/api/v1/alerts/${id}`, {})).status).toBe(404);
    const pages = [await kentOfficer.form('/alerts'), await kent.form('/alerts')];
    for (const form of pages) expect((await form.press()).status).toBe(303);
    await looked();
    expect((await alertsOf(kent)).map((alert) => alert.id)).not.toContain(id);
    expect((await alertsOf(kent, true)).map((alert) => [alert.id, alert.seen !== null])).toEqual([[id, true]]);
    expect((await kent.sees('/alerts?seen=yes')).main).toContain('Seen ');
  });

  it('is told when the link is undone', async () => {
    await essex.does(`/links/${pair}`, { reason: 'Two people after all' }, 'Undo the link');
    await looked();
    // All is raised at one instant here, so that none comes first.
    expect((await alertsOf(kent)).map(({ what }) => what)).toContain('Essex: link between records of Essex and Kent undone: two people');
  });

  it('is told nothing of a record that is restricted since, not even by the count', async () => {
    const before = await alertsOf(essexOfficer);
    expect(before.length).toBeGreaterThan(0);
    await kent.does(`/perpetrators/${quentin}/restriction`, { basis: 'risk-of-harm' });
    const after = await alertsOf(essexOfficer);
    expect(after).toEqual([]);
    expect((await essexOfficer.sees('/alerts')).html.textContent).not.toMatch(/Alerts \(|Quentin|Kent/);
    expect((await alertsOf(kent)).length).toBeGreaterThan(0);
  });
});
