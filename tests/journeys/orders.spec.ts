import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Client } from '../support/client.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let legal: Client;
let officer: Client;
let essex: Client;
let he: string;
let nora: string;

const idIn = (answer: Answer) => answer.location.split('/').at(-1) ?? '';
const day = (iso: string) => ({ year: iso.slice(0, 4), month: iso.slice(5, 7), day: iso.slice(8, 10) });
const moment = (iso: string, time = '') => ({ date: day(iso), time });
const condition = { number: '1', code: 'NC-DIR', wording: 'You must not contact Nora Nonesuch by any means' };
const area = { number: '2', code: 'EX-AREA', wording: 'You must not enter High Street, Testville' };
const court = { courtType: 'magistrates', courtName: 'Testville' };
const made = async (path: string, details: object) => String((await legal.api.post(path, details)).body['id']);

/** Sends the form at `path`; the address it leads to. */
async function send(client: Client, path: string, fields: object): Promise<Answer> {
  const asked = await client.get(path);
  expect([path, asked.status]).toEqual([path, 200]);
  const answer = await client.post(path, fields);
  expect([path, answer.status, answer.errors]).toEqual([path, 303, []]);
  return answer;
}

beforeAll(async () => {
  service = await startService();
  legal = await service.signIn('legal.kent');
  officer = await service.signIn('officer.kent');
  essex = await service.signIn('officer.essex');
  he = await made('/api/v1/perpetrators', { family: 'Placeholder', given: 'Barnaby', sex: 'male', dateOfBirth: '1988-03-04' });
  nora = await made(`/api/v1/perpetrators/${he}/protected-people`, { family: 'Nonesuch', given: 'Nora', sex: 'female' });
}, 60_000);
afterAll(() => service.close());

describe('An application, its interim and its full order', () => {
  let application: string;
  let interim: string;
  let full: string;

  it('is filed', async () => {
    const filed = await send(legal, `/perpetrators/${he}/applications/new`, {
      filedOn: day('2026-03-10'),
      courtName: 'Testville',
      notice: 'without',
      areaBasis: 'resides',
      interimSought: 'yes',
      protectedPersonIds: [nora],
      victimIds: [nora],
      grounds: 'He waited for Nora at the gate',
    });
    application = idIn(filed);
    const shown = await legal.follow(filed);
    expect([shown.heading, shown.find('#state')]).toEqual(['Application for a stalking protection order', 'Waiting to be determined']);
    expect(shown.main).toContain('To protect Nora Nonesuch');
  });

  it('says what is missing', async () => {
    await legal.get(`/perpetrators/${he}/applications/new`);
    const missing = await legal.post(`/perpetrators/${he}/applications/new`, { filedOn: { day: '1' } });
    expect([missing.status, missing.errors.length > 4]).toEqual([400, true]);
    expect(missing.errors).toContain('Select whom the order is to protect');
  });

  it('gets an interim order, for a fixed period only', async () => {
    const path = `/applications/${application}/interim`;
    const draft = { ...court, made: moment('2026-03-12', '10:00'), conditions: [condition] };
    const form = await legal.get(path);
    expect(form.html.querySelectorAll('[name="end[is]"]').map((one) => [one.getAttribute('type'), one.getAttribute('value')])).toEqual([
      ['hidden', 'fixed'],
    ]);
    expect(form.main).toContain('An interim order has effect only for a fixed period that it specifies (SPA 2019 s.5).');
    const already = await legal.get(`/perpetrators/${he}/orders/new?kind=interim-spo`);
    expect(already.html.querySelectorAll('[name="end[is]"]').map((one) => one.getAttribute('value'))).toEqual(['fixed', 'unknown']);
    const open = await legal.post(path, { ...draft, end: { is: 'until-further-order' } });
    expect([open.status, open.errors]).toEqual([409, ['An order of this kind has a last day. Enter it as on the sealed order']]);
    interim = idIn(await send(legal, path, { ...draft, end: { is: 'fixed', lastDay: day('2026-12-31') } }));
    const shown = await legal.get(`/orders/${interim}`);
    expect(shown.find('#state')).toBe('In force, not served');
    expect(shown.main).toContain('A conviction needs proof that the respondent knew of it');
  });

  it('adds a row for a condition without a script and keeps what was typed', async () => {
    const path = `/applications/${application}/interim`;
    await legal.get(path);
    const again = await legal.post(path, { ...court, conditions: [condition], _add: 'conditions' });
    expect([again.status, again.errors]).toEqual([200, []]);
    expect(again.all('legend').filter((legend) => legend.startsWith('Condition '))).toEqual([
      'Condition 1: no direct contact',
      'Condition 2',
    ]);
    expect(again.value('conditions[0][wording]')).toContain('Nora Nonesuch');
  });

  it('is served by an officer, and the duty to notify runs from that day', async () => {
    const served = await send(officer, `/orders/${interim}/serve`, {
      document: 'order',
      at: moment('2026-03-12', '15:00'),
      method: 'personal',
      proof: 'statement',
      place: 'Testville police station',
      by: 'PC 0000 Test',
    });
    const shown = await officer.follow(served);
    expect(shown.find('#state')).toBe('In force');
    expect(shown.main).toContain('Served 12 Mar 2026 at 15:00');
    expect(shown.main).toContain('14 Mar 2026 Overdue');
    expect(shown.main).toContain('Notification overdue: name and home address, first time, due by the end of 14 Mar 2026');
    await send(officer, `/orders/${interim}/notification`, {
      about: 'initial',
      at: moment('2026-03-13', '10:00'),
      station: 'Testville',
      officer: 'PC 0000 Test',
      details: 'Name and address',
    });
    expect((await officer.get(`/orders/${interim}`)).main).toContain('Given in time');
  });

  it('is granted: the full order replaces the interim, which ceases before its last day', async () => {
    expect((await legal.get(`/applications/${application}/grant`)).find('#in-force ~ ul')).toBe(condition.wording);
    const granted = await send(legal, `/applications/${application}/grant`, {
      ...court,
      made: moment('2026-05-14', '11:40'),
      end: { is: 'fixed', lastDay: day('2028-05-13') },
      respondentPresent: 'yes',
      conditions: [condition, area],
    });
    full = idIn(granted);
    const shown = await legal.follow(granted);
    expect(shown.main).toContain('until the end of 13 May 2028');
    expect(shown.main).toContain('In court when made');
    expect(shown.main).not.toContain('Name and home address, first time');
    expect((await legal.get(`/orders/${interim}`)).find('#state')).toBe('Not in force: ceased on 14 May 2026, the application was granted');
    expect((await legal.get(`/applications/${application}`)).find('#state')).toBe('Granted on 14 May 2026');
  });

  it('is varied clause by clause, and both wordings can be compared', async () => {
    const asked = await legal.get(`/orders/${full}/vary`);
    const ids = asked.html.querySelectorAll('input[name$="[conditionId]"]').map((input) => input.getAttribute('value'));
    const varied = await send(legal, `/orders/${full}/vary`, {
      ...court,
      effective: moment('2026-07-03', '14:00'),
      onApplicationOf: 'chief-officer',
      respondentPresent: 'yes',
      changes: [
        { conditionId: ids[0], change: 'leave', ...condition },
        { conditionId: ids[1], change: 'reworded', ...area, wording: 'You must not enter Testville centre' },
      ],
      end: { is: 'stays' },
    });
    const shown = await legal.follow(varied);
    expect(shown.all('blockquote')).toEqual([condition.wording, 'You must not enter Testville centre']);
    expect(shown.all('del').join(' ')).toContain('High');
    expect(shown.all('ins').join(' ')).toContain('centre');
    const { conditions } = (await legal.api.get(`/api/v1/orders/${full}`)).body as { conditions: { versions: unknown[] }[] };
    expect(conditions.map(({ versions }) => versions.length)).toEqual([1, 2]);
  });

  it('is refused a variation that the protected person asks for', async () => {
    const refused = await legal.api.post(`/api/v1/orders/${full}/variations`, {
      ...court,
      effective: '2026-08-03',
      onApplicationOf: 'protected-person',
      end: { is: 'until-further-order' },
    });
    expect([refused.status, refused.body['reason']]).toEqual([409, 'no-standing']);
  });

  it('is not discharged within two years without consents', async () => {
    const path = `/orders/${full}/discharge`;
    const details = { ...court, at: moment('2026-11-02'), onApplicationOf: 'chief-officer' };
    await legal.get(path);
    const refused = await legal.post(path, details);
    expect(refused.errors).toEqual([
      'Until the end of 13 May 2028 a discharge needs consent. Record the consent of the respondent and the chief officer who obtained the order first, or tick that the court discharged it all the same',
    ]);
    for (const by of ['respondent', 'applying-chief-officer']) await send(legal, `/orders/${full}/consent`, { by, on: day('2026-11-01') });
    await send(legal, path, details);
    expect((await legal.get(`/orders/${full}`)).find('#state')).toBe('Not in force: discharged on 2 Nov 2026');
  });

  it('lists them over the API', async () => {
    const orders = (await legal.api.get(`/api/v1/perpetrators/${he}/orders`)).body as { items: { id: string }[]; next: null };
    expect([orders.items.map(({ id }) => id), orders.next]).toEqual([[full, interim], null]);
    const applications = (await legal.api.get(`/api/v1/perpetrators/${he}/applications`)).body;
    expect(applications).toMatchObject({ items: [{ id: application, outcome: 'granted' }], next: null });
  });

  it('keeps the name of the protected person from those without a part in it', async () => {
    const shown = await essex.get(`/orders/${full}`);
    expect(shown.text).not.toContain('Nonesuch');
    expect(shown.all('blockquote')[0]).toBe('You must not contact protected person A by any means');
    const essexLegal = await service.signIn('legal.essex');
    expect((await essexLegal.get(`/orders/${interim}/vary`)).status).toBe(403);
    const told = (await essex.api.get(`/api/v1/applications/${application}`)).text;
    expect([told.includes('Nora'), told.includes('Kent wrote more on this for itself')]).toEqual([false, true]);
  });
});

describe('An order without an application', () => {
  const path = () => `/perpetrators/${he}/orders/new`;
  const restraining = () => ({
    kind: 'restraining-conviction',
    origin: 'conviction',
    courtType: 'crown',
    courtName: 'Testville',
    made: moment('2026-03-02'),
    end: { is: 'until-further-order' },
    protectedPersonIds: [nora],
    conditions: [condition],
  });

  it('is asked its kind first, which decides what is asked then', async () => {
    const kinds = await legal.get(path());
    expect([kinds.heading, kinds.all('.govuk-radios__item').length]).toEqual(['What kind of order is it?', 11]);
    const details = await legal.get(`${path()}?kind=restraining-conviction`);
    expect(details.heading).toBe('Record an order: restraining order on conviction');
    expect(details.all('select[name="courtType"] option')).not.toContain('County court');
  });

  it('is recorded once, however often it is sent', async () => {
    const form = `${path()}?kind=restraining-conviction`;
    await legal.get(form);
    const [first, second] = [await legal.post(form, restraining()), await legal.post(form, restraining())];
    expect([first.status, second.status, second.location]).toEqual([303, 303, first.location]);
    const shown = await legal.follow(first);
    expect([shown.heading, shown.find('#state')]).toEqual(['Restraining order on conviction', 'In force, not served']);
    expect(shown.main).toContain('SE20002');
  });

  it('is asked about where one of the same kind, day and court is on record, with all that was typed', async () => {
    const form = `${path()}?kind=restraining-conviction`;
    await legal.get(form);
    expect((await legal.get(form)).main).not.toContain('On record already');
    const asked = await legal.post(form, { ...restraining(), courtName: 'testville ', reference: 'T 1' });
    expect([asked.status, asked.errors]).toEqual([409, [expect.stringContaining('This order may be recorded already')]]);
    expect([asked.main.includes('On record already'), asked.value('reference')]).toEqual([true, 'T 1']);
    expect(asked.html.querySelector('input[name=another]')?.getAttribute('value')).toBe('yes');
    expect((await legal.get(asked.link('Restraining order on conviction made on 2 Mar 2026'))).heading).toBe(
      'Restraining order on conviction',
    );
    const told = await legal.api.post(`/api/v1/perpetrators/${he}/orders`, { ...restraining(), made: '2026-03-02' });
    expect([told.status, told.body['reason']]).toEqual([409, 'recorded-before']);
  });

  it('asks why the other court made it by age, and goes on with the answer', async () => {
    const spo = { ...restraining(), kind: 'spo', origin: 'application', courtType: 'youth', courtName: 'Othertown' };
    const sent = { ...spo, made: '2026-02-02', end: { is: 'fixed', lastDay: '2028-02-01' } };
    const told = await legal.api.post(`/api/v1/perpetrators/${he}/orders`, sent);
    expect([told.status, told.body['reason']]).toEqual([409, 'other-forum']);
    const form = `${path()}?kind=spo`;
    expect((await legal.get(form)).html.querySelector('[name=otherForum]')).toBeNull();
    const typed = { ...spo, made: moment('2026-02-02'), end: { is: 'fixed', lastDay: day('2028-02-01') }, madeOn: 'another' };
    const asked = await legal.post(form, typed);
    expect([asked.status, asked.errors]).toEqual([409, [expect.stringContaining('it belongs to the other court')]]);
    expect(asked.html.querySelectorAll('[name=otherForum]').length).toBe(5);
    const done = await legal.post(form, { ...typed, otherForum: 'sent-there' });
    expect([done.status, done.location]).toEqual([303, expect.stringMatching(/^\/orders\//)]);
  });

  it('is quashed on appeal, its words corrected, its national record confirmed', async () => {
    const order = await made(`/api/v1/perpetrators/${he}/orders`, { ...restraining(), made: '2026-03-02', another: true });
    await send(officer, `/orders/${order}/awareness`, {
      document: 'order',
      at: moment('2026-03-03', '16:00'),
      basis: 'own-words',
      detail: 'He spoke of it to Nora',
    });
    await send(officer, `/orders/${order}/attempt-service`, {
      document: 'order',
      at: moment('2026-03-03', '14:00'),
      method: 'personal',
      result: 'Nobody in',
    });
    await send(officer, `/orders/${order}/national-record`, { state: 'created', on: day('2026-03-04'), reference: 'Test 1' });
    const shown = await legal.get(`/orders/${order}`);
    const correct = shown.html.querySelector('a[href$="/correct"][href*="/conditions/"]')?.getAttribute('href') ?? '';
    const asked = await legal.get(correct);
    const [conditionId, versionId] = [asked.value('conditionId'), asked.value('versionId')];
    await send(legal, correct, {
      ...condition,
      conditionId,
      versionId,
      wording: 'You must not contact Nora Nonesuch',
      reason: 'Words added',
    });
    await send(legal, `/orders/${order}/correct`, {
      ...court,
      courtType: 'crown',
      courtName: 'Othertown',
      end: { is: 'unknown' },
      reason: 'Keyed wrongly',
    });
    expect((await legal.get(`/orders/${order}`)).main).toContain('End not known');
    await send(legal, `/orders/${order}/appeal`, { on: day('2026-03-10'), by: 'respondent', against: 'making' });
    const outcome = (await legal.get(`/orders/${order}`)).link('Record the outcome');
    const appealId = (await legal.get(outcome)).value('appealId');
    await send(legal, outcome, {
      courtType: 'appeal',
      courtName: 'London',
      appealId,
      at: moment('2026-09-14', '15:00'),
      outcome: 'quashed',
    });
    const after = await legal.get(`/orders/${order}`);
    expect(after.find('#state')).toBe('Not in force: quashed on appeal on 14 Sep 2026');
    expect(after.main).toContain('Words corrected: Words added');
  });

  it('is renewed out of time, and an interim without a notification is put in default', async () => {
    const spo = { ...restraining(), kind: 'spo', origin: 'application', courtType: 'magistrates' };
    const order = await made(`/api/v1/perpetrators/${he}/orders`, {
      ...spo,
      made: '2024-10-31',
      end: { is: 'fixed', lastDay: '2026-10-30' },
      respondentPresent: false,
    });
    await send(officer, `/orders/${order}/serve`, {
      document: 'order',
      at: moment('2024-11-01'),
      method: 'post',
      proof: 'none-yet',
      place: 'Testville',
      by: 'Royal Post',
    });
    const missed = (await officer.get(`/orders/${order}`)).link('Record the default');
    await send(officer, missed, { about: 'initial', lastDay: day('2024-11-03') });
    await send(officer, `/orders/${order}/details-change`, { of: 'address', on: day('2025-01-02') });
    await send(officer, `/orders/${order}/exemption`, { finalDayIs: 'known', finalDay: day('2026-11-20') });
    await send(legal, `/orders/${order}/renew`, {
      ...court,
      filedOn: day('2026-11-02'),
      made: moment('2026-11-10', '10:00'),
      end: { is: 'fixed', lastDay: day('2028-11-09') },
      onApplicationOf: 'chief-officer',
    });
    const shown = await legal.get(`/orders/${order}`);
    expect([shown.find('#state'), shown.main.includes('Filed out of time')]).toEqual([
      'In force, renewed: not known whether the respondent knows',
      true,
    ]);
  });

  it('is told what is wrong with it, each thing once', async () => {
    const form = `${path()}?kind=restraining-conviction`;
    await legal.get(form);
    const wrong = await legal.post(form, { ...restraining(), end: {}, made: {}, conditions: [{ number: 'x', wording: 'w' }] });
    expect([wrong.status, [...new Set(wrong.errors)].length]).toEqual([400, wrong.errors.length]);
    expect(wrong.errors).toEqual(expect.arrayContaining(['Select when it ends', 'Condition 1: select what kind of condition it is']));
  });
});

describe('Who may', () => {
  it('sees nothing of orders against somebody who is restricted', async () => {
    const sham = await made('/api/v1/perpetrators', { family: 'Exampleson', given: 'Sham', sex: 'male', policeForce: '46' });
    const order = await made(`/api/v1/perpetrators/${sham}/orders`, {
      kind: 'other',
      origin: 'notice',
      ...court,
      made: '2026-03-02',
      end: { is: 'unknown' },
      protectedPersonIds: [nora],
      conditions: [{ ...condition, number: 1 }],
    });
    expect((await legal.get(`/orders/${order}`)).status).toBe(200);
    for (const address of [`/orders/${order}`, `/orders/${order}/serve`, `/perpetrators/${sham}/orders/new`]) {
      expect([address, (await officer.get(address)).status]).toEqual([address, address.endsWith('new') ? 403 : 404]);
    }
    const serving = await officer.api.post(`/api/v1/orders/${order}/services`, {});
    expect(serving.status).toBe(404);
    expect((await officer.api.get(`/api/v1/perpetrators/${sham}/orders`)).status).toBe(404);
  });

  it('an officer serves but does not vary', async () => {
    const [order] = ((await officer.api.get(`/api/v1/perpetrators/${he}/orders`)).body['items'] as { id: string }[]).map(({ id }) => id);
    const shown = await officer.get(`/orders/${order}`);
    expect(shown.main).not.toContain('Record a variation the court has made');
    expect((await officer.get(`/orders/${order}/vary`)).status).toBe(403);
  });
});

it('describes every request of the API with its body', async () => {
  const { paths } = (await legal.api.get('/api/openapi.json')).body as { paths: Record<string, { post?: { requestBody?: object } }> };
  const ours = Object.entries(paths).filter(([path, { post }]) => post && /^\/api\/v1\/(orders|applications)\//.test(path));
  expect(ours.filter(([, { post }]) => !post?.requestBody).map(([path]) => path)).toEqual([]);
  expect(ours.length).toBeGreaterThan(19);
});
