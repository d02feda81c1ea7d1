import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day } from './support/days.js';
import { obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

const highStreet = 'Not to enter High Street, Testville';
const telling = 'Not to enter High Street, Testville, or to ring 07700 900123';
const told = 'would tell the respondent a protected person’s telephone number';

let story: Story;
let solicitor: Desk;
let authoriser: Desk;
let order: string;
let proposal: string;

beforeAll(async () => {
  story = await Story.begin('2026-05-14 16:00');
  [solicitor, authoriser] = [story.desk('legal.kent'), story.desk('authoriser.kent')];
  const officer = story.desk('officer.kent');
  const quentin = await perpetrator(officer, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' });
  const nora = await protectedPerson(officer, quentin, { given: 'Nora', family: 'Nonesuch' }, { phone: '07700 900123' });
  const sealed = { made: '2026-05-14 10:00', until: '2028-05-13', conditions: [{ code: 'EX-AREA', wording: highStreet }] };
  order = (await obtain(solicitor, quentin, { filed: '2026-05-14', sealed, protects: [nora] })).orderId;
  await serve(officer, order, '2026-05-14 15:00');
  story.itIs('2026-07-02 09:00');
  const begun = await solicitor.does(`/orders/${order}/proposals/new`, { because: 'breached', reason: 'He goes on' });
  proposal = begun.at.split('/').at(-1) ?? '';
  await solicitor.does(at('/views'), { consultation: 'supports', told: 'told-safely' });
}, 60_000);
afterAll(() => story.end());

const at = (step = '') => `/orders/${order}/proposals/${proposal}${step}`;
const drafts = (wording: string) => solicitor.does(at('/changes'), { changes: [{ change: 'reworded', wording, necessity: 'He does' }] });

describe('A variation whose new words tell where a protected person can be reached', () => {
  it('says so where it is drafted, approved and filed, and goes on only when somebody says that they saw it', async () => {
    expect((await drafts(telling)).main).toContain(told);
    for (const step of ['', '/changes', '/filing'])
      expect([step, (await solicitor.sees(at(step))).main]).toEqual([step, expect.stringContaining(told)]);
    expect((await authoriser.sees(at('/approval'))).main).toContain(told);
    expect((await (await solicitor.client()).download(`${at('/pack')}.pdf`)).status).toBe(409);
    expect(await authoriser.isRefused(at('/approval'), { decision: 'approve' })).toEqual([expect.stringContaining('tick that you saw')]);
    expect(await authoriser.isTold(`/orders/${order}/variation-approvals`, { proposalId: proposal, of: 1, decision: 'approve' })).toBe(
      'gives-away',
    );
    await authoriser.does(at('/approval'), { decision: 'approve', knowingly: 'yes' });
    const filing = { filedOn: day('2026-07-02'), reference: 'V/1' };
    expect(await solicitor.isRefused(at('/filing'), filing)).toEqual([expect.stringContaining('tick that the court’s copy needs it')]);
    await drafts('Not to enter High Street or Market Square, Testville');
    const clean = await solicitor.sees(at());
    expect(clean.main).toContain('Not to enter High Street or Market Square, Testville');
    expect(clean.main).not.toContain('would tell the respondent');
    expect((await authoriser.sees(at('/approval'))).main).not.toContain('I saw what is listed');
    await drafts(telling);
    await authoriser.does(at('/approval'), { decision: 'approve', knowingly: 'yes' });
    await solicitor.does(at('/filing'), { ...filing, knowingly: 'yes' });
    expect((await solicitor.sees(at())).main).toContain('Filed on purpose with: What is to change: a protected person’s telephone number');
  });
});
