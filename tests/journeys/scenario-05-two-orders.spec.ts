import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { whatWasBreached } from './support/breaches.js';
import { day, moment } from './support/days.js';
import { Form } from './support/form.js';
import { type Clause, keepAway, obtain, recordOrder, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { answer, counts, history, uptake } from './support/reading.js';
import { type Desk, idIn, Story } from './support/story.js';

const crownContact: Clause = { code: 'NC-DIR', wording: 'Must not contact the complainant directly or indirectly' };
const contact: Clause = { code: 'NC-DIR', wording: 'Not to contact the protected person by any means' };

let story: Story;
let solicitor: Desk;
let officer: Desk;
let manager: Desk;
let dex: string;
let restraining: string;
let spo: string;
let breach: string;

beforeAll(async () => {
  story = await Story.begin('2026-06-20 12:00');
  [solicitor, officer, manager] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('manager.kent')];
  dex = await perpetrator(officer, { given: 'Dex', family: 'Mockman', born: '1979-12-01' });
  const victim = await protectedPerson(officer, dex, { given: 'Nora', family: 'Nonesuch' });
  restraining = await recordOrder(solicitor, dex, {
    ...{ kind: 'restraining-conviction', origin: 'conviction', courtType: 'crown', protects: [victim] },
    sealed: { made: '2025-11-03 15:00', until: null, present: true, conditions: [crownContact] },
  });
  const sealed = { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [contact, keepAway] };
  spo = (await obtain(solicitor, dex, { filed: '2026-06-01', sealed, protects: [victim] })).orderId;
  await serve(officer, spo, '2026-06-15 12:00');
}, 60_000);
afterAll(() => story.end());

describe('Scenario 5: a restraining order and a stalking protection order, and one visit', () => {
  it('are both in force, the restraining order until further order', async () => {
    const { heading, orders, words } = answer(await officer.sees(`/perpetrators/${dex}`));
    expect(heading).toBe('2 orders in force');
    expect(orders).toEqual(['Stalking protection order', expect.stringContaining('Restraining order')]);
    expect(words).toContain('until further order');
  });

  it('is one incident with an allegation under each order and both possible offences', async () => {
    story.itIs('2026-06-21 09:00');
    const then = await whatWasBreached(officer, dex, { when: '2026-06-20 19:40', kinds: ['approach'], account: 'At her door' });
    expect(then.choices.map(({ words, ticked }) => [words, ticked])).toEqual(
      expect.arrayContaining([crownContact, contact, keepAway].map(({ wording }) => [wording, wording === keepAway.wording])),
    );
    const saved = await then.save([crownContact.wording, keepAway.wording]);
    breach = idIn(saved);
    expect(saved.main).toMatch(/SE20002/);
    expect(saved.main).toMatch(/ST19001/);
    expect(await officer.reads(`/breaches/${breach}`)).toMatchObject({
      allegations: expect.arrayContaining([
        expect.objectContaining({ orderId: restraining, offenceCode: 'SE20002', wording: crownContact.wording }),
        expect.objectContaining({ orderId: spo, offenceCode: 'ST19001', wording: keepAway.wording }),
      ]),
    });
    expect((await officer.reads<{ allegations: object[] }>(`/breaches/${breach}`)).allegations).toHaveLength(2);
  });

  it('counts as one incident, and each order as breached once', async () => {
    const page = await officer.sees(`/perpetrators/${dex}`);
    expect(counts(page)).toMatchObject({ orders: '2 2 in force', 'incident alleged as breach': '1 1 alleged' });
    expect(history(page).filter((line) => line.includes('Breach alleged'))).toHaveLength(1);
    expect((await officer.reads<{ items: object[] }>(`/perpetrators/${dex}/breaches`)).items).toHaveLength(1);
    const { breached } = await uptake(manager, '?from=2025-11&to=2026-06');
    expect(breached).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'spo', made: 1, breached: 1 }),
        expect.objectContaining({ kind: 'restraining-conviction', made: 1, breached: 1 }),
      ]),
    );
  });

  it('is charged with both offences', async () => {
    const form = await officer.form(`/breaches/${breach}/charge`);
    expect(form.offers('offenceCodes')).toEqual(expect.arrayContaining(['SE20002', 'ST19001']));
    await officer.does(`/breaches/${breach}/charge`, {
      ...{ at: moment('2026-06-21 08:00'), offenceCodes: ['SE20002', 'ST19001'], test: 'full-code' },
    });
    expect((await officer.sees(`/breaches/${breach}`)).main).toContain('Charged: SE20002, ST19001');
    expect(counts(await officer.sees(`/perpetrators/${dex}`))['incident alleged as breach']).toBe('1 1 charged');
  });
});

describe('Who may ask for a change', () => {
  it('lets the victim herself apply to vary the restraining order', async () => {
    const path = `/orders/${restraining}/vary`;
    const form = await solicitor.form(path);
    const varied = await form.fill({
      ...{ courtName: 'Testville', effective: moment('2026-06-21 08:30'), onApplicationOf: 'protected-person' },
      changes: [{ change: 'reworded', wording: 'Must not contact the complainant except by letter through solicitors' }],
    });
    const told = await varied.press();
    // The stalking protection order forbids what the new words except: somebody says why it goes on.
    expect([told.status, told.main.includes('Read these together')]).toEqual([409, true]);
    const answered = await new Form(await solicitor.client(), path, told).fill({ goesOn: 'The court knew of the other order' });
    expect((await answered.press()).status).toBe(303);
    expect((await officer.sees(`/orders/${restraining}`)).main).toContain('on the application of a person the order protects');
  });

  it('gives her no standing to vary, renew or discharge the stalking protection order', async () => {
    for (const what of ['vary', 'renew']) {
      expect((await solicitor.form(`/orders/${spo}/${what}`)).offers('onApplicationOf').toSorted()).toEqual([
        'chief-officer',
        'respondent',
      ]);
    }
    const varying = { courtType: 'magistrates', courtName: 'Testville', effective: '2026-06-21', onApplicationOf: 'protected-person' };
    const added = [{ number: 3, code: 'SURV', wording: 'Not to watch her' }];
    expect(await solicitor.isTold(`/orders/${spo}/variations`, { ...varying, added })).toBe('no-standing');
    expect(
      await solicitor.isTold(`/orders/${spo}/discharge`, {
        ...{ courtType: 'magistrates', courtName: 'Testville', at: '2026-06-21', onApplicationOf: 'protected-person' },
      }),
    ).toBe('no-standing');
  });
});

describe('Ending the stalking protection order', () => {
  it('needs consents within two years of its making', async () => {
    story.itIs('2026-07-01 15:00');
    const discharge = { courtName: 'Testville', at: moment('2026-07-01 14:00'), onApplicationOf: 'chief-officer' };
    expect(await solicitor.isRefused(`/orders/${spo}/discharge`, discharge)).toEqual([expect.stringContaining('14 Jun 2028')]);
    await solicitor.does(`/orders/${spo}/consent`, { by: 'respondent', on: day('2026-06-30') });
    await solicitor.tells(`/orders/${spo}/discharge-consents`, { by: 'applying-chief-officer', on: '2026-06-30' });
    await solicitor.does(`/orders/${spo}/discharge`, discharge);
  });

  it('leaves the restraining order in force', async () => {
    const { heading, orders } = answer(await officer.sees(`/perpetrators/${dex}`));
    expect(heading).toBe('1 order in force, varied: not known whether the respondent knows');
    expect(orders).toEqual([expect.stringContaining('Restraining order')]);
    expect((await officer.sees(`/orders/${spo}`)).main).toContain('Not in force: discharged on 1 Jul 2026');
    const later = await whatWasBreached(officer, dex, { when: '2026-07-01 14:30', kinds: ['message'] });
    expect(later.choices.map(({ words }) => words)).toEqual(['Must not contact the complainant except by letter through solicitors']);
  });

  it('leaves the incident of 20 June alone', async () => {
    expect(await officer.reads(`/breaches/${breach}`)).toMatchObject({ status: { is: 'charged' }, flags: [] });
    expect((await officer.sees(`/breaches/${breach}`)).main).toContain(crownContact.wording);
  });
});
