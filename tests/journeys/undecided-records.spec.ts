import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from './support/eventually.js';
import { fileApplication, obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, idIn, Story } from './support/story.js';

let story: Story;
let kent: Desk;
let essex: Desk;
let quentin: string;
let kwentin: string;
let draft: string;

beforeAll(async () => {
  story = await Story.begin('2026-06-20 12:00');
  [kent, essex] = [story.desk('legal.kent'), story.desk('legal.essex')];
  quentin = await perpetrator(kent, { given: 'Quentin', family: 'Fictionsson', born: '1988-03-04' });
  kwentin = await perpetrator(essex, { given: 'Kwentin', family: 'Fictionson', born: '1988-03-04' });
  const other = await protectedPerson(essex, kwentin, { given: 'Ada', family: 'Samplewright' });
  await obtain(essex, kwentin, { filed: '2026-06-01', sealed: { made: '2026-06-15 11:00', until: '2028-06-14' }, protects: [other] });
  draft = idIn(await kent.does(`/perpetrators/${quentin}/drafts/new`, {}));
}, 60_000);
afterAll(() => story.end());

const WARNING =
  'Another record, of Essex, may be of this person. 1 order is in force on it, and the conditions are not compared with it. Decide whether it is';

describe('An application against somebody of whom another record may be', () => {
  it('says so, with the orders in force on that record, wherever it is written, compared, checked and authorised', async () => {
    await eventually(
      () => kent.sees(`/drafts/${draft}`),
      (page) => page.main.includes('Another record'),
    );
    for (const path of ['', '/conditions', '/orders-in-force', '/authorisation', '/check', '/interim'])
      expect([path, (await kent.sees(`/drafts/${draft}${path}`)).main.includes(WARNING)]).toEqual([path, true]);
  });

  it('says so too where the force’s own order is changed, an order is recorded, and an application waits', async () => {
    const nora = await protectedPerson(kent, quentin, { given: 'Nora', family: 'Nonesuch' });
    const { orderId, applicationId } = await obtain(kent, quentin, {
      filed: '2026-06-02',
      sealed: { made: '2026-06-16 11:00', until: '2028-06-15' },
      protects: [nora],
    });
    const proposal = await kent.does(`/orders/${orderId}/proposals/new`, { because: 'other', reason: 'He follows her' });
    const filed = await fileApplication(kent, quentin, { filed: '2026-06-18', protects: [nora] });
    for (const path of [
      ...[`/orders/${orderId}/proposals/new`, proposal.at, `${proposal.at}/changes`, `/orders/${orderId}/vary`, `/orders/${orderId}/renew`],
      ...[`/perpetrators/${quentin}/orders/new?kind=spo`, `/perpetrators/${quentin}/applications/new`],
      ...[`/applications/${filed}`, `/applications/${filed}/grant`, `/applications/${filed}/interim`],
    ])
      expect([path, (await kent.sees(path)).main.includes('Another record, of Essex, may be of this person')]).toEqual([path, true]);
    // Of what is decided nothing is asked any more.
    expect((await kent.sees(`/applications/${applicationId}`)).main).not.toContain('Another record');
  });

  it('leads to where it is decided, and is silent once somebody decided', async () => {
    const link = (await kent.sees(`/drafts/${draft}/check`)).link('Decide whether it is');
    expect(link).toMatch(/^\/links\//);
    await kent.does(link, { reason: 'Their fingerprints differ' }, 'Not the same');
    expect((await kent.sees(`/drafts/${draft}/check`)).main).not.toContain('Another record');
  });
});
