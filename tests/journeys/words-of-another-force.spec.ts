import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from './support/eventually.js';
import { keepAway, obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

// Kent's order names Nora. An officer of Essex meets him on a doorstep before anybody has served it.
const named = { code: 'NC-DIR', wording: 'Not to contact Nora Nonesuch by any means' };

let story: Story;
let solicitor: Desk;
let officer: Desk;
let elsewhere: Desk;
let person: string;
let order: string;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 16:00');
  [solicitor, officer, elsewhere] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('officer.essex')];
  person = await perpetrator(officer, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' });
  const victim = await protectedPerson(officer, person, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-07-01 10:00', until: '2028-06-30', conditions: [named, keepAway] };
  order = (await obtain(solicitor, person, { filed: '2026-06-20', sealed, protects: [victim] })).orderId;
  story.itIs('2026-07-03 17:00');
}, 60_000);
afterAll(() => story.end());

const at = () => `/orders/${order}/serve/read`;
const telling = /Nora|Nonesuch/;
const told = { identified: 'By a driving licence', place: 'Mill Street, Testville', by: 'PC 0002 Invented' };
const looks = async () => {
  const log = await (await story.desk('administrator').client()).get(`/access-log?subject=${order}`);
  return log.all('tbody tr').filter((row) => row.includes('Words of an order'));
};

describe('The words of the court in an order of another force', () => {
  it('are not shown before the officer has said why', async () => {
    const page = await elsewhere.sees(at());
    expect(page.main).toContain('Why do you need the words?');
    expect(page.text).not.toMatch(telling);
    expect(page.html.querySelectorAll('input[name=read]')).toEqual([]);
    const client = await elsewhere.client();
    for (const sent of [{}, { why: 'other' }, { why: 'other', step: 'why' }, { ...told, read: ['x'] }]) {
      const answer = await client.post(at(), sent);
      expect([answer.status >= 400, answer.text.match(telling)]).toEqual([true, null]);
    }
    expect(await looks()).toEqual([]);
  });

  it('are shown for a reason, which the access log and the force that keeps the order have', async () => {
    const asked = await (await (await elsewhere.form(at())).fill({ why: 'at-the-door' })).press();
    expect([asked.status, asked.all('.govuk-checkboxes__label').slice(3)]).toEqual([
      200,
      [`1. ${named.wording}`, `2. ${keepAway.wording}`],
    ]);
    expect(await looks()).toEqual([expect.stringContaining('with the respondent')]);
    const alerts = await eventually(
      () => officer.sees('/alerts'),
      ({ main }) => main.includes('The words of the court'),
    );
    expect(alerts.main).toContain('Essex: The words of the court shown to an officer of Essex, to be read to the respondent');
    const { text } = await officer.sees(`/perpetrators/${person}`);
    expect(text).toContain('The words of the court shown to an officer of Essex, to be read to the respondent');
    expect((await elsewhere.sees(at())).text).not.toMatch(telling);
  });

  it('stay with the officer over an error, and are read and recorded', async () => {
    const client = await elsewhere.client();
    const asked = await (await (await elsewhere.form(at())).fill({ why: 'other', whyWords: 'In custody here' })).press();
    const carried = asked.html
      .querySelectorAll('main input[type=hidden]')
      .map((one) => [one.getAttribute('name'), one.getAttribute('value')]);
    const terms = asked.html.querySelectorAll('input[name=read]').map((box) => box.getAttribute('value') ?? '');
    const again = await client.post(at(), { ...Object.fromEntries(carried), ...told, read: terms.slice(0, 1) });
    expect([again.errors, again.main]).toEqual([
      ['Read every condition to the respondent and tick each'],
      expect.stringContaining(named.wording),
    ]);
    expect(await looks()).toHaveLength(3);
    const { text } = await officer.sees(`/perpetrators/${person}`);
    expect(text.match(/The words of the court shown/g)).toHaveLength(2);
    // Meanwhile the force that keeps it served it: what this officer did, and what the respondent said, is recorded beside it.
    await serve(officer, order, '2026-07-03 08:00');
    const done = await client.post(at(), { ...Object.fromEntries(carried), ...told, read: terms });
    expect(done.status).toBe(303);
    const { services } = await officer.reads<{ services: readonly { method: string }[] }>(`/orders/${order}`);
    expect(services.map(({ method }) => method)).toEqual(expect.arrayContaining(['personal', 'read-by-officer']));
  });

  it('are offered no more once nothing waits to be read', async () => {
    expect(await elsewhere.tries(at())).toBe(403);
    for (const path of [`/orders/${order}`, `/orders/${order}/serve`, `/perpetrators/${person}/card`])
      expect([path, (await elsewhere.sees(path)).text.includes(at())]).toEqual([path, false]);
    await elsewhere.sees(`/orders/${order}/serve`);
    const sent = await (await elsewhere.client()).post(at(), { why: 'at-the-door', step: 'why' });
    expect([sent.status >= 400, sent.text.match(telling)]).toEqual([true, null]);
    const api = await (await elsewhere.client()).api.post(`/api/v1/orders/${order}/readings`, { ...told, read: [order] });
    expect(api.text).not.toMatch(telling);
    expect((await officer.sees(at())).main).toContain(named.wording);
  });
});
