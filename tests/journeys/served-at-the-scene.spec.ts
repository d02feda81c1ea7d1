import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { moment } from './support/days.js';
import { keepAway, noContact, obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

const highStreet = 'Not to enter High Street, Testville';
const centre = 'Not to enter Testville centre, within the ring road';

let story: Story;
let solicitor: Desk;
let officer: Desk;
let person: string;
let order: string;

beforeAll(async () => {
  story = await Story.begin('2026-05-14 16:00');
  [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  person = await perpetrator(officer, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' });
  const victim = await protectedPerson(officer, person, { given: 'Nora', family: 'Nonesuch' });
  const sealed = {
    made: '2026-05-14 10:00',
    until: '2028-05-13',
    conditions: [noContact, { code: 'EX-AREA', wording: highStreet }, keepAway],
  };
  order = (await obtain(solicitor, person, { filed: '2026-05-14', sealed, protects: [victim] })).orderId;
  await serve(officer, order, '2026-05-14 15:00');
  story.itIs('2026-07-03 17:00');
  await solicitor.does(`/orders/${order}/vary`, {
    ...{ courtName: 'Testville', effective: moment('2026-07-03 14:00'), onApplicationOf: 'chief-officer', respondentPresent: 'no' },
    changes: [{}, { change: 'reworded', wording: centre }],
  });
}, 60_000);
afterAll(() => story.end());

const at = () => `/orders/${order}/serve/read`;
const known = {
  ...{ identified: 'Known to me for years', reaction: 'Said that she would be sorry' },
  ...{ place: 'Mill Street, Testville, beside Nora Nonesuch', by: 'PC 0001 Invented' },
};

describe('An officer with somebody to whom a variation was not served', () => {
  it('finds it chosen on the form of service, and is asked before the order is recorded as served a second time', async () => {
    const page = await officer.sees(`/orders/${order}/serve`);
    const options = page.html.querySelectorAll('select[name=document] option');
    const [waits] = options.filter((option) => option.hasAttribute('selected'));
    expect(waits?.text.trim()).toBe('the variation of 3 Jul 2026 at 14:00 (waits to be served)');
    expect(options.map((option) => option.getAttribute('value'))).toEqual(['', waits?.getAttribute('value'), 'order']);
    const copy = { at: moment('2026-07-03 16:00'), method: 'personal', proof: 'statement', place: 'Testville', by: 'PC 0001 Invented' };
    expect(await officer.isRefused(`/orders/${order}/serve`, { ...copy, document: 'order' })).toEqual([
      expect.stringContaining('is recorded already'),
    ]);
    await officer.does(`/orders/${order}/serve`, { ...copy, document: 'order', again: 'yes' });
    const still = await officer.sees(`/perpetrators/${person}/card`);
    expect(still.text).toContain('Varied on 3 Jul 2026 at 14:00: not known whether the respondent knows of it');
  });

  it('reads the conditions as they bind now, one tick each', async () => {
    story.itIs('2026-07-04 01:40');
    const card = await officer.sees(`/perpetrators/${person}/card`);
    expect(card.all('.govuk-tag--yellow')).toEqual(['Varied on 3 Jul 2026 at 14:00: not known whether the respondent knows of it']);
    expect(card.text).toContain(at());
    const page = await officer.sees(at());
    const terms = page.html.querySelectorAll('input[name=read]').map((box) => box.getAttribute('value') ?? '');
    expect(page.all('.govuk-checkboxes__label')).toEqual([
      'Testville made this order on 14 May 2026.',
      'Testville varied it, from 3 Jul 2026.',
      'It lasts until the end of 13 May 2028.',
      expect.stringContaining('you must tell the police at a police station within 3 days'),
      `1. ${noContact.wording}`,
      `2. ${centre}`,
      `3. ${keepAway.wording}`,
    ]);
    expect(await officer.isRefused(at(), { ...known, read: terms.slice(0, 2) })).toEqual([
      'Read every condition to the respondent and tick each',
    ]);
    await officer.does(at(), { ...known, read: terms, told: ['made', 'end'] });
    expect((await officer.sees(`/perpetrators/${person}/card`)).all('.govuk-tag--yellow')).toEqual([]);
    story.itIs('2026-07-04 01:45');
    expect(await officer.isRefused(at(), { ...known, read: terms })).toEqual([expect.stringContaining('Tick that it was read again')]);
  });

  it('prints the certificate: server, when, where, how he was identified, and what was read', async () => {
    const { services } = await officer.reads<{ services: { serviceId: string; method: string }[] }>(`/orders/${order}`);
    const read = services.find(({ method }) => method === 'read-by-officer');
    const page = await officer.sees(`/orders/${order}/services/${read?.serviceId}/certificate`);
    for (const words of ['Quentin', 'The variation of 3 Jul 2026', '4 Jul 2026 at 01:40', ...Object.values(known), centre])
      expect(page.main).toContain(words);
    expect(page.all('main ol li')).toHaveLength(3);
    const elsewhere = await story.desk('officer.essex').sees(`/orders/${order}/services/${read?.serviceId}/certificate`);
    expect(elsewhere.main).toContain('A place known to Kent');
    expect(elsewhere.text).not.toMatch(/Nora|Nonesuch|Mill Street/);
    expect(await officer.tries(`/orders/${order}/services/nothing/certificate`)).toBe(404);
  });
});
