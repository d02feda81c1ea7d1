import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { breaches } from '#breaches';
import { EventStore, Streams } from '#event-store';
import { Projector } from '#event-store/module';
import { type OrderFact, orders } from '#orders';
import { type PerpetratorFact, perpetrators } from '#people';
import type { Client } from '../support/client.js';
import {
  contact,
  dex,
  distance,
  keyOf,
  noContact,
  nora,
  type Recorder,
  recordDexMockman,
  restraining,
  spo,
} from '../support/dex-mockman.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let officer: Client;
let record: Recorder;

beforeAll(async () => {
  service = await startService();
  officer = await service.signIn('officer.kent');
  record = await recordDexMockman(service);
}, 60_000);
afterAll(() => service.close());

const start = `/perpetrators/${dex}/breaches/new`;
const hidden = (answer: Awaited<ReturnType<Client['get']>>) => {
  const fields: Record<string, string[]> = {};
  for (const input of answer.html.querySelectorAll('main input[type=hidden]')) {
    const name = input.getAttribute('name') ?? '';
    fields[name] = [...(fields[name] ?? []), input.getAttribute('value') ?? ''];
  }
  return Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values.length > 1 ? values : values[0]]));
};
const ticked = (answer: Awaited<ReturnType<Client['get']>>) =>
  answer.html.querySelectorAll('input[name=alleging][checked]').map((input) => input.getAttribute('value') ?? '');
const flags = async (breach: string) => (await service.app.get(Streams).load(breaches, breach)).state.flags.length;

describe('Reporting a breach without a script', () => {
  it('takes two steps on one address and ends on what to do next', async () => {
    const first = await officer.get(start);
    expect([first.status, first.heading]).toEqual([200, 'Report a breach']);
    const second = await officer.post(start, { when: 'now', kinds: ['message', 'approach'] });
    expect([second.status, second.heading]).toEqual([200, 'What was breached?']);
    expect(ticked(second).sort()).toEqual([keyOf(spo, contact), keyOf(spo, distance), keyOf(restraining, noContact)].sort());
    expect(second.main).toContain('The words of AP-DIST');
    expect(second.main).toContain('Not served then');
    const saved = await officer.post(start, {
      ...hidden(second),
      alleging: ticked(second),
      people: [nora],
      reporter: 'protected-person',
      account: 'A visit',
      reasonableExcuse: 'none-offered',
    });
    expect([saved.status, saved.location]).toEqual([303, expect.stringMatching(/^\/breaches\/[0-9a-f-]{36}$/)]);
    const breach = await officer.follow(saved);
    expect(breach.heading).toBe('Message, approach, 21 Nov 2026 at 12:00');
    expect(breach.main).toContain('The words of NC-DIR');
    expect(breach.main).toContain('SE20002');
    expect(breach.main).toContain('ST19001');
    expect(breach.main).toContain('Nora Nonesuch');
    expect(breach.main).toContain('Get a certified copy of the order');

    const { state } = await service.app.get(Streams).load(breaches, saved.location.slice('/breaches/'.length));
    expect(state).toMatchObject({
      status: 'alleged',
      awarenessToShow: false,
      occurred: { at: '2026-11-21T12:00:00.000Z' },
      protectedPersonIds: [nora],
    });
  });

  it('asks what is missing, which hour it was, and loses nothing that was typed', async () => {
    await officer.get(start);
    const nothing = await officer.post(start, { when: 'other' });
    expect([nothing.status, nothing.errors]).toEqual([400, ['Enter the day it happened', 'Select what happened']]);
    const on = { day: '25', month: '10', year: '2026' };
    const which = await officer.post(start, { when: 'other', on, time: '01:30', kinds: ['call'], account: 'typed before' });
    expect([which.status, which.errors]).toEqual([400, [expect.stringContaining('clocks went back')]]);
    expect([which.value('time'), which.value('account')]).toEqual(['01:30', 'typed before']);
    const second = await officer.post(start, { ...hidden(which), when: 'other', on, time: '01:30', which: 'later', kinds: ['call'] });
    expect(second.find('textarea[name=account]')).toBe('typed before');
    const empty = await officer.post(start, { ...hidden(second), reasonableExcuse: 'not-asked' });
    const nothingTicked = 'Select what was breached, or select Not a breach, but keep it';
    expect([empty.status, empty.errors]).toEqual([400, [nothingTicked, 'Enter what happened in a few words', 'Select who reported it']]);
    const unticked = await officer.post(start, { ...hidden(empty), reporter: 'protected-person', account: 'A call' });
    expect([unticked.status, unticked.errors]).toEqual([409, [nothingTicked]]);
    const back = await officer.post(start, { ...hidden(unticked), account: 'A call', _back: 'yes' });
    expect([back.heading, back.value('account'), back.value('time')]).toEqual(['Report a breach', 'A call', '01:30']);
    const kept = await officer.follow(
      await officer.post(start, { ...hidden(unticked), reporter: 'protected-person', account: 'A call', keep: 'yes' }),
    );
    expect(kept.heading).toBe('Call, 25 Oct 2026 at 01:30 (after the clocks went back)');
    expect(kept.main).toContain('Kept, not a breach');
  });

  it('ticks nothing and nobody where the record shows no duty that ran out when the police were not notified', async () => {
    await officer.get(start);
    const second = await officer.post(start, { when: 'today', todayAt: '11:00', kinds: ['notification'] });
    expect(ticked(second)).toEqual([]);
    expect(second.html.querySelectorAll('input[name=people][checked]')).toEqual([]);
    const offered = second.html.querySelectorAll('input[name=alleging]').map((box) => box.getAttribute('value') ?? '');
    const told = { ...hidden(second), reporter: 'protected-person', account: 'Never came' };
    const unticked = await officer.post(start, told);
    expect([unticked.status, unticked.errors]).toEqual([409, ['Select what was breached, or select Not a breach, but keep it']]);
    const alleging = offered.filter((key) => key.endsWith('/ST19002'));
    const saved = await officer.follow(await officer.post(start, { ...hidden(unticked), ...told, alleging, recordIsWrong: 'yes' }));
    expect(saved.main).toMatch(/To whom\s+Nobody named/);
  });

  it('warns of a report of the same day and does not block it', async () => {
    await officer.get(start);
    const second = await officer.post(start, { when: 'today', todayAt: '11:00', kinds: ['message'] });
    expect(second.main).toContain('This may be reported already');
    const saved = await officer.post(start, {
      ...hidden(second),
      alleging: ticked(second),
      reporter: 'protected-person',
      account: 'Another message',
    });
    expect(saved.status).toBe(303);
    const page = await officer.follow(saved);
    expect(page.main).toContain('may be the same incident');
    const others = page.html.querySelectorAll('.govuk-inset-text a[href^="/breaches/"]').map((link) => link.getAttribute('href') ?? '');
    expect(others.length).toBeGreaterThan(0);
    expect(others).not.toContain(saved.location);
    for (const other of others) expect((await officer.get(other)).text).toContain(saved.location);
  });
});

describe('A breach', () => {
  let breach: string;
  beforeAll(async () => {
    await officer.get(start);
    const second = await officer.post(start, { when: 'other', on: { day: '8', month: '6', year: '2026' }, kinds: ['message'] });
    breach = (
      await officer.post(start, {
        ...hidden(second),
        alleging: [keyOf(spo, contact)],
        reporter: 'protected-person',
        account: 'Nora Nonesuch got a message',
      })
    ).location;
  });

  it('of an unserved order stays open and asks what shows that he knew', async () => {
    const shown = await officer.get(breach);
    expect(shown.main).toContain('nothing shows that it was known of then');
    expect(shown.link('Find what shows')).toContain('kind=service-proof');
  });

  it('goes from arrest to outcome, each step a small page, with the clocks to tell the victim', async () => {
    service.clock.set('2026-11-20T22:10:00.000Z');
    const arrested = await officer.submit(`${breach}/arrest`, { at: { date: { day: '20', month: '11', year: '2026' }, time: '22:10' } });
    expect(arrested.main).toContain('In custody');
    expect(arrested.main).toContain('Tell Nora Nonesuch of the arrest by the end of 23 Nov 2026');
    const tenAtNight = { date: { day: '21', month: '11', year: '2026' }, time: '22:09' };
    const authorised = { date: { day: '20', month: '11', year: '2026' }, time: '22:10' };
    const early = await officer.submit(`${breach}/detention`, { by: 'warrant', at: authorised, until: tenAtNight });
    expect([early.status, early.errors[0]]).toEqual([409, expect.stringContaining('Record what extended it first')]);
    const longer = { date: { day: '22', month: '11', year: '2026' }, time: '10:10' };
    const extended = await officer.submit(`${breach}/detention`, { by: 'superintendent', at: authorised, until: longer });
    expect(extended.main).toContain('Charge or release within the limit extended by a superintendent by 22 Nov 2026 at 10:10');
    const tooLate = await officer.get(`${breach}/detention/error`);
    expect(tooLate.main).toContain('Until 22 Nov 2026 at 10:10');
    const extensionId = tooLate.html.querySelector('input[name=extensionId]')?.getAttribute('value');
    const said = await officer.submit(`${breach}/detention/error`, { extensionId, reason: 'Keyed an hour too late' });
    expect(said.main).toContain('Charge or release within 24 hours of the arrest');
    expect(said.main).toContain('Recorded in error: Detention extended until 22 Nov 2026 at 10:10');
    const anew = { date: { day: '22', month: '11', year: '2026' }, time: '09:10' };
    const right = await officer.submit(`${breach}/detention`, { by: 'superintendent', at: authorised, until: anew });
    expect(right.main).toContain('Charge or release within the limit extended by a superintendent by 22 Nov 2026 at 09:10');
    service.clock.set('2026-11-21T12:00:00.000Z');
    const now = { date: { day: '21', month: '11', year: '2026' }, time: '11:00' };
    const steps: [string, object, string][] = [
      ['interview', { at: now, underCaution: 'yes' }, 'Interviewed under caution'],
      ['tell-victim', { protectedPersonId: nora, of: 'arrest', at: now }, 'Nora Nonesuch told of the arrest'],
      ['evidence', { kind: 'order-copy', reference: 'EX/1' }, 'EX/1'],
      ['addendum', { text: 'It was sent twice' }, 'It was sent twice'],
      ['charge', { at: now, offenceCodes: ['ST19001', 'ph97006'], test: 'threshold' }, 'Charged: ST19001, PH97006'],
      ['court-outcome', { on: { day: '21', month: '11', year: '2026' }, outcome: 'convicted', sentence: 'Community order' }, 'Convicted'],
    ];
    for (const [path, fields, words] of steps) expect((await officer.submit(`${breach}/${path}`, fields)).main).toContain(words);
    expect((await officer.get(breach)).main).not.toContain('Tell Nora Nonesuch of the arrest');
    const refused = await officer.submit(`${breach}/no-further-action`, { at: now, reason: 'evidential' });
    expect([refused.status, refused.errors]).toEqual([
      409,
      ['A charge, disposal or decision is recorded already. Add to the report instead'],
    ]);
  });

  it('can be alleged further, and an allegation be withdrawn', async () => {
    const more = await officer.submit(`${breach}/allegation`, { alleging: keyOf(restraining, noContact) });
    expect(more.main).toContain('Restraining order on conviction of 14 May 2026');
    const withdraw = more.html
      .querySelectorAll('a')
      .map((a) => a.getAttribute('href') ?? '')
      .find((href) => href.endsWith('/withdraw'));
    const withdrawn = await officer.submit(withdraw ?? '', { reason: 'Alleged by mistake' });
    expect(withdrawn.main).toContain('Alleged by mistake');
  });

  it('hides names from a reader who may not see them, in free text too', async () => {
    const elsewhere = await (await service.signIn('officer.essex')).get(breach);
    expect(elsewhere.text).not.toContain('Nonesuch');
    expect(elsewhere.main).toContain('protected person A got a message');
    const manager = await service.signIn('manager.kent');
    const shown = await manager.get(breach);
    expect(shown.status).toBe(200);
    expect(shown.text).not.toContain('Nonesuch');
    expect(shown.main).not.toContain('got a message');
    expect((await manager.get(`${breach}/arrest`)).status).toBe(403);
  });

  it('is flagged when its order is quashed, and a person decides', async () => {
    const second = await officer
      .get(start)
      .then(() => officer.post(start, { when: 'other', on: { day: '9', month: '6', year: '2026' }, kinds: ['call'] }));
    const report = (
      await officer.post(start, { ...hidden(second), alleging: [keyOf(spo, contact)], reporter: 'protected-person', account: 'A call' })
    ).location;
    await record<OrderFact>(orders, spo, {
      type: 'OrderQuashed',
      data: {
        orderId: spo,
        perpetratorId: dex,
        force: '46',
        appealId: null,
        court: { type: 'crown', name: 'Testville' },
        at: { on: '2026-09-14', at: null },
      },
    });
    const breachId = report.slice('/breaches/'.length);
    const until = performance.now() + 10_000;
    while ((await flags(breachId)) === 0 && performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
    const head = await service.app.get(EventStore).head();
    await service.app.get(Projector).waitFor(head ?? '', 10_000);
    const shown = await officer.get(report);
    expect(shown.main).toContain('The order was quashed. It was in force when this happened');
    expect(shown.main).toContain('ST19001');
    const reviewed = await officer.submit(shown.link('Review it'), { decision: 'refer-to-prosecutor', note: 'Sent on' });
    expect(reviewed.main).toContain('Refer to the prosecutor. Sent on');
  });
});

describe('The API', () => {
  const report = {
    on: '2026-06-10',
    kinds: ['message'],
    alleging: [keyOf(restraining, noContact)],
    reporter: 'protected-person',
    account: 'A message',
  };

  it('reports once per idempotency key, names what may be the same, and lists by cursor', async () => {
    const path = `/api/v1/perpetrators/${dex}/breaches`;
    const one = await officer.api.post(path, report, { 'idempotency-key': 'one' });
    expect([one.status, one.body['alike']]).toEqual([201, []]);
    const again = await officer.api.post(path, report, { 'idempotency-key': 'one' });
    expect(again.body['id']).toBe(one.body['id']);
    const other = await officer.api.post(path, report, { 'idempotency-key': 'two' });
    expect(other.body['alike']).toMatchObject([{ id: one.body['id'] }]);
    const breach = await officer.api.get(`/api/v1/breaches/${String(one.body['id'])}`);
    expect(breach.body).toMatchObject({
      status: { is: 'alleged' },
      allegations: [{ offenceCode: 'SE20002', wording: 'The words of NC-DIR' }],
    });
    const list = await officer.api.get(path);
    expect((list.body['items'] as object[]).length).toBeGreaterThan(3);
  });

  it('is described for those who write programs', async () => {
    const { text } = await officer.api.get('/api/openapi.json');
    expect(text).toContain('/api/v1/perpetrators/{id}/breaches');
    expect(text).toContain('ReportBreachDetails');
    expect(text).toContain('order/condition/version');
  });

  it('lists every one once, newest first, in parts', async () => {
    const path = `/api/v1/perpetrators/${dex}/breaches`;
    for (let nth = 0; nth < 26; nth += 1) {
      await officer.api.post(
        path,
        { on: '2026-01-15', kinds: ['call'], reporter: 'protected-person', account: 'A call', keep: true },
        { 'idempotency-key': `call ${nth}` },
      );
    }
    const seen: { id: string; occurred: { on: string } }[] = [];
    for (let next: string | null = path; next;) {
      const { body }: { body: Record<string, unknown> } = await officer.api.get(next);
      seen.push(...(body['items'] as typeof seen));
      next = body['next'] as string | null;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.filter(({ occurred }) => occurred.on === '2026-01-15')).toHaveLength(26);
    const days = seen.map(({ occurred }) => occurred.on);
    expect(days).toEqual([...days].sort().reverse());
  });

  it('refuses as a problem what was not in force, and what cannot be read', async () => {
    const early = await officer.api.post(`/api/v1/perpetrators/${dex}/breaches`, { ...report, on: '2026-05-13' });
    expect([early.status, early.body['reason']]).toEqual([409, 'not-in-force']);
    const future = await officer.api.post(`/api/v1/perpetrators/${dex}/breaches`, { ...report, on: '2027-05-13' });
    expect([future.status, future.body['reason']]).toEqual([409, 'in-the-future']);
    for (const keep of [{}, { keep: true, alleging: [] }]) {
      const unborn = await officer.api.post(`/api/v1/perpetrators/${dex}/breaches`, { ...report, ...keep, on: '1900-01-01' });
      expect([unborn.status, unborn.body['reason']]).toEqual([409, 'before-birth']);
    }
    const odd = await officer.api.post(`/api/v1/perpetrators/${dex}/breaches`, { ...report, alleging: ['nonsense'] });
    expect(odd.status).toBe(400);
  });
});

describe('A restricted person', () => {
  it('has no breaches for those who are not named readers', async () => {
    const { location } = await officer.get(start).then(async () => {
      const second = await officer.post(start, { when: 'now', kinds: ['device'] });
      return officer.post(start, { ...hidden(second), reporter: 'protected-person', account: 'A tracker', keep: 'yes' });
    });
    await record<PerpetratorFact>(perpetrators, dex, {
      type: 'RecordRestricted',
      data: { perpetratorId: dex, basis: 'police-employee', readers: [] },
    });
    expect((await officer.get(location)).status).toBe(404);
    expect((await officer.get(start)).status).toBe(404);
    expect((await officer.get(`${location}/arrest`)).status).toBe(404);
    expect((await officer.post(`${location}/arrest`, {})).status).toBe(404);
    expect((await officer.api.get(`/api/v1${location}`)).status).toBe(404);
    expect((await officer.api.get(`/api/v1/perpetrators/${dex}/breaches`)).status).toBe(404);
    expect(
      (
        await officer.api.post(`/api/v1/perpetrators/${dex}/breaches`, {
          on: '2026-06-10',
          kinds: ['call'],
          reporter: 'protected-person',
          account: 'x',
          keep: true,
        })
      ).status,
    ).toBe(404);
  });
});
