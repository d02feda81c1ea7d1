import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drafted } from './support/drafts.js';
import { obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let authoriser: Desk;
let respondent: string;
let nora: string;
let address: { lines: string; postcode: string };

const READ = 'Read these before it is served';

beforeAll(async () => {
  story = await Story.begin('2026-03-02 16:00');
  [solicitor, authoriser] = [story.desk('legal.kent'), story.desk('authoriser.kent')];
  const officer = story.desk('officer.kent');
  respondent = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  address = { lines: '45 Cockleshell Street\nNewhiddenham', postcode: 'ZZ99 1AA' };
  nora = await protectedPerson(officer, respondent, { given: 'Nora', family: 'Nonesuch' }, address);
}, 60_000);
afterAll(() => story.end());

describe('The town of somebody protected in a condition', () => {
  it('is to be read by whoever drafts, approves and serves a variation, and is said by its field alone', async () => {
    const sealed = { made: '2026-03-02 10:00', until: '2028-03-01' };
    const { orderId } = await obtain(solicitor, respondent, { filed: '2026-02-02', sealed, protects: [nora] });
    const begun = await solicitor.does(`/orders/${orderId}/proposals/new`, {
      asks: 'variation',
      because: 'risk-changed',
      reason: 'He came back',
    });
    const proposal = `/orders/${orderId}/proposals/${begun.at.split('/').at(-1) ?? ''}`;
    await solicitor.does(`${proposal}/views`, { consultation: 'supports', told: 'told-safely' });
    const change = (wording: string) =>
      solicitor.does(`${proposal}/changes`, { changes: [{ change: 'reworded', wording, necessity: 'He came back' }] });
    expect((await change('Not to contact her, nor to enter the market of Testville')).main).not.toContain(READ);
    const drafting = await change('Not to contact her, nor to enter the centre of Newhiddenham');
    const inset = drafting.html.querySelector('[aria-labelledby="to-read"]')?.text ?? '';
    expect(inset).toContain('the new wording of condition 1');
    expect(inset).not.toContain('Newhiddenham');
    for (const [desk, page] of [
      [solicitor, `${proposal}/changes`],
      [authoriser, `${proposal}/approval`],
      [solicitor, `${proposal}/pack`],
    ] as const)
      expect([page, (await desk.sees(page)).main.includes(READ)]).toEqual([page, true]);
    // It asks for no word of whoever approves: a town finds nobody.
    expect((await authoriser.does(`${proposal}/approval`, { decision: 'approve' })).main).toContain('Your decision is recorded');
    expect((await solicitor.sees(`${proposal}/filing`)).main).toContain(READ);
  });

  it('is to be read by whoever checks and authorises an application', async () => {
    const another = await perpetrator(solicitor, { given: 'Dex', family: 'Mockman', born: '1979-05-06' });
    const ada = await protectedPerson(
      solicitor,
      another,
      { given: 'Ada', family: 'Sample' },
      { ...address, lines: '3 Mock Lane\nNewhiddenham' },
    );
    const id = await drafted(solicitor, { respondent: another, protects: ada });
    const pages = [
      [solicitor, `/drafts/${id}/check`],
      [authoriser, `/drafts/${id}/authorise`],
    ] as const;
    const condition = { number: 1, code: 'EX-AREA', wording: 'You must not enter Newhiddenham', necessity: 'He waited there' };
    const shown = async () => Promise.all(pages.map(async ([desk, page]) => (await desk.sees(page)).main.includes(READ)));
    await solicitor.does(`/drafts/${id}/authorisation`, {});
    expect(await shown()).toEqual([false, false]);
    await solicitor.tells(`/drafts/${id}/conditions`, {
      seen: 1,
      duration: 'years',
      years: 2,
      conditions: [{ ...condition, parameters: { area: 'Newhiddenham' } }],
    });
    await solicitor.tells(`/drafts/${id}/interim`, { seen: 1, sought: false });
    await solicitor.does(`/drafts/${id}/authorisation`, {});
    expect(await shown()).toEqual([true, true]);
  });
});
