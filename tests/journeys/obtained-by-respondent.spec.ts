import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day } from './support/days.js';
import { keepAway, momentJson, noContact, obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { work } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let order: string;

beforeAll(async () => {
  story = await Story.begin('2026-03-02 16:00');
  solicitor = story.desk('legal.kent');
  const officer = story.desk('officer.kent');
  const respondent = await perpetrator(officer, { given: 'Cuthbert', family: 'Lorem', born: '1968-07-21' });
  const victim = await protectedPerson(officer, respondent, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-03-02 10:00', until: '2028-03-01', conditions: [noContact, keepAway] };
  order = (await obtain(solicitor, respondent, { filed: '2026-03-02', sealed, protects: [victim] })).orderId;
  await serve(officer, order, '2026-03-02 15:00');
  story.itIs('2026-11-22 10:00');
}, 60_000);
afterAll(() => story.end());

const asked = async () => (await work(solicitor)).filter(({ what }) => what === 'appeal-refusal');

describe('A variation that the respondent obtained', () => {
  it('can be appealed by the force: until when stands on the work list, the order and the form of an appeal', async () => {
    expect(await asked()).toEqual([]);
    expect((await solicitor.sees(`/orders/${order}/no-appeal`)).main).toContain('obtained nothing of the court');
    const page = await solicitor.reads<{ conditions: readonly { conditionId: string }[] }>(`/orders/${order}`);
    await solicitor.tells(`/orders/${order}/variations`, {
      ...{ courtType: 'magistrates', courtName: 'Testville', effective: momentJson('2026-11-20 10:00') },
      ...{ onApplicationOf: 'respondent', respondentPresent: true },
      changes: page.conditions.slice(0, 1).map(({ conditionId }) => ({ conditionId, change: 'removed' })),
    });
    expect(await asked()).toMatchObject([{ dueBy: '2026-12-11', words: expect.stringContaining('variation of 20 Nov 2026') }]);
    for (const path of ['', '/appeal'])
      expect((await solicitor.sees(`/orders/${order}${path}`)).main).toContain(
        'The force can appeal against the variation of 20 Nov 2026, which the respondent obtained. Lodge the appeal by 11 Dec 2026',
      );
  });

  it('is left as it is by the force, with why, and asked about no more', async () => {
    const against = (await solicitor.sees(`/orders/${order}/no-appeal`)).html.querySelector('input[name=against]')?.getAttribute('value');
    await solicitor.does(`/orders/${order}/no-appeal`, { against, on: day('2026-11-22'), reason: 'Counsel advised against it' });
    expect(await asked()).toEqual([]);
    expect((await solicitor.sees(`/orders/${order}`)).main).not.toContain('The force can appeal against');
    expect(await solicitor.isTold(`/orders/${order}/accepted-changes`, { against: 'discharge', on: '2026-11-22', reason: 'No' })).toBe(
      'nothing-to-appeal',
    );
  });
});
