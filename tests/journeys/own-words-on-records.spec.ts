import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCase } from './support/cases.js';
import { moment } from './support/days.js';
import { fileApplication, grant } from './support/orders.js';
import { handOver, perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

// Kent protected a Vera in Mock Lane, who has moved to Essex: how she is reached is for Essex to know now. Gwent has no part in her.
const area = 'You must not enter Mock Lane, Sampleton.';
const grounds = 'He waited for Vera outside 3 Mock Lane';
const summary = 'Vera says he followed her down Mock Lane';
const reason = 'He keeps a shop near by, and his sister spoke for him';
const result = 'His mother at Mock Lane sent us away';

let story: Story;
let kent: Desk;
let gwent: Desk;
let order: string;
let application: string;
let investigation: string;
let service: string;

const whole = ({ main }: { readonly main: string }) => main.replace(/\s+/g, ' ');

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [kent, gwent] = [story.desk('officer.kent'), story.desk('officer.gwent')];
  const legal = story.desk('legal.kent');
  const his = await perpetrator(kent, { given: 'Quentin', family: 'Fictionsson', born: '1984-04-04' });
  const address = { lines: '3 Mock Lane\nMock Lane\nSampleton', postcode: 'ZZ99 1AA' };
  const vera = await protectedPerson(kent, his, { given: 'Vera', family: 'Samplewright' }, address);
  investigation = await openCase(kent, his, { people: [vera], summary });
  application = await fileApplication(legal, his, { filed: '2026-06-01', protects: [vera], interim: false, grounds });
  const conditions = [{ code: 'EX-AREA', wording: area, parameters: { area: 'Mock Lane, Sampleton' } }];
  order = await grant(legal, application, { made: '2026-06-30 10:00', until: '2028-06-29', conditions });
  await legal.tells(`/orders/${order}/variations`, {
    ...{
      courtType: 'magistrates',
      courtName: 'Testville',
      effective: { on: '2026-06-30', at: null },
      onApplicationOf: 'respondent',
      reason,
    },
    end: { is: 'fixed', lastDay: '2029-06-29' },
  });
  const at = moment('2026-06-30 15:00');
  await kent.does(`/orders/${order}/serve`, {
    ...{ document: 'order', at, method: 'personal', proof: 'certificate', by: 'PC 0001 Invented' },
    place: 'Outside 3 MOCK-LANE, Sampleton',
  });
  const { services } = await kent.reads<{ services: readonly { readonly serviceId: string }[] }>(`/orders/${order}`);
  service = services[0]?.serviceId ?? '';
  await gwent.tells(`/orders/${order}/service-attempts`, { document: 'order', at: '2026-07-01T07:00:00Z', method: 'personal', result });
  await handOver(kent, story.desk('officer.essex'), '42', vera);
}, 60_000);
afterAll(() => story?.end());

describe('What a force wrote on an order, an application and a case', () => {
  const pages = () => [
    [`/orders/${order}`, area],
    [`/applications/${application}`, grounds],
    [`/cases/${investigation}`, summary],
  ];

  it('is read by that force as it was written, and by no other as it names or finds anybody', async () => {
    for (const [path = '', words] of pages()) {
      expect(whole(await kent.sees(path))).toContain(words);
      expect(JSON.stringify(await kent.reads(path))).toContain(words);
      const elsewhere = [whole(await gwent.sees(path)), JSON.stringify(await gwent.reads(path))];
      for (const read of elsewhere) expect([path, /Vera|3 Mock Lane|enter Mock Lane/.test(read)]).toEqual([path, false]);
    }
  });

  it('is not read by any other as it says why a court varied the order', async () => {
    const path = `/orders/${order}`;
    expect([whole(await kent.sees(path)).includes(reason), JSON.stringify(await kent.reads(path)).includes(reason)]).toEqual([true, true]);
    expect([whole(await gwent.sees(path)), JSON.stringify(await gwent.reads(path))].filter((read) => read.includes('his sister'))).toEqual(
      [],
    );
  });

  it('is no longer that force’s own where another force noted it on the order', async () => {
    expect(whole(await gwent.sees(`/orders/${order}`))).toContain(result);
    const page = whole(await kent.sees(`/orders/${order}`));
    expect(page).toMatch(/His mother at protected person A sent us away/);
  });

  it('is not on the certificate of service where it would tell the respondent where she is', async () => {
    expect(whole(await kent.sees(`/orders/${order}`))).toContain('Outside 3 MOCK-LANE');
    const certificate = whole(await kent.sees(`/orders/${order}/services/${service}/certificate`));
    expect(certificate).toContain('Not printed: it would tell where a protected person can be reached');
    expect(certificate).not.toMatch(/Mock.Lane/i);
  });
});
