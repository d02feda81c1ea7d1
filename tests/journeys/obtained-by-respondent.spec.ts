import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, moment } from './support/days.js';
import { fileApplication, keepAway, momentJson, noContact, obtain, serve } from './support/orders.js';
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

describe('The refusal of an interim order', () => {
  it('is recorded as what became of the hearing, can be appealed until a day that is said, and is settled by the force', async () => {
    story.itIs('2026-11-19 10:00');
    const respondent = await perpetrator(story.desk('officer.kent'), { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
    const victim = await protectedPerson(story.desk('officer.kent'), respondent, { given: 'Ada', family: 'Sample' });
    const application = `/applications/${await fileApplication(solicitor, respondent, { filed: '2026-11-16', protects: [victim] })}`;
    await solicitor.does(`${application}/hearings/new`, { purpose: 'interim', at: moment('2026-11-20 14:00'), courtName: 'Testville' });
    story.itIs('2026-11-22 10:00');
    const hearing = (await solicitor.sees(application)).html
      .querySelectorAll('a')
      .map((link) => link.getAttribute('href') ?? '')
      .find((href) => /\/hearings\/[0-9a-f-]{36}$/.test(href));
    await solicitor.does(String(hearing), { result: 'interim-refused', heard: 'in-absence' });
    const page = await solicitor.sees(application);
    expect(page.main).toContain(
      'refused to make an interim order on 20 Nov 2026. The force can appeal (SPA 2019 s.7): to be lodged by 11 Dec 2026',
    );
    expect(await asked()).toMatchObject([{ dueBy: '2026-12-11', words: expect.stringContaining('refusal of the interim order') }]);
    const form = await solicitor.sees(page.link('Record whether it does'));
    const hearingId = form.html.querySelector('input[name=hearingId]')?.getAttribute('value');
    await solicitor.does(`${application}/interim-refused`, {
      hearingId,
      how: 'accepted',
      on: day('2026-11-21'),
      reason: 'It is heard again soon',
    });
    expect(await asked()).toEqual([]);
    expect((await solicitor.sees(application)).main).toContain('The force does not appeal.');
  });
});

describe('That the force does not appeal', () => {
  it('stands on the order with its day and why, is read by another force without why, and can be said to be in error', async () => {
    const line = 'Kent decided not to appeal against the variation of 20 Nov 2026';
    const page = await solicitor.sees(`/orders/${order}`);
    expect(page.main).toMatch(new RegExp(`22 Nov(ember)? 2026: ${line}: Counsel advised against it`));
    const elsewhere = (await story.desk('legal.essex').sees(`/orders/${order}`)).main;
    expect(elsewhere).toContain(line);
    expect(elsewhere).not.toContain('Counsel advised');
    const form = await solicitor.sees(`/orders/${order}/error`);
    expect(form.main).toContain('That the force does not appeal against the variation of 20 Nov 2026, decided on 22 Nov 2026');
    const entry = form.html.querySelector('input[value^="change-accepted:"]')?.getAttribute('value') ?? '';
    await solicitor.does(`/orders/${order}/error`, { entry, reason: 'Of another order' });
    expect((await solicitor.sees(`/orders/${order}`)).main).not.toContain(line);
    expect((await solicitor.sees(`/orders/${order}`)).main).toContain('The force can appeal against the variation of 20 Nov 2026');
    expect(await asked()).toMatchObject([{ dueBy: '2026-12-11' }]);
  });
});

describe('A discharge', () => {
  it('stands on the order with its court, day, who asked for it, without whose consent, and why', async () => {
    await solicitor.does(`/orders/${order}/discharge`, {
      ...{ courtName: 'Wigminster', at: moment('2026-11-22 09:30'), onApplicationOf: 'respondent', withoutConsent: 'yes' },
      reason: 'The court said so orally',
    });
    const line =
      "discharged by Wigminster (magistrates' court) on the application of the respondent, although the consent of the respondent and the chief officer who obtained the order that the Act asks for was not recorded (SPA 2019 s.4)";
    expect((await solicitor.sees(`/orders/${order}`)).main).toContain(`${line}: The court said so orally`);
    const elsewhere = (await story.desk('legal.essex').sees(`/orders/${order}`)).main;
    expect(elsewhere).toContain(line);
    expect(elsewhere).not.toContain('said so orally');
    expect(await solicitor.reads(`/orders/${order}`)).toMatchObject({
      discharge: {
        onApplicationOf: 'respondent',
        withoutConsent: ['respondent', 'applying-chief-officer'],
        reason: 'The court said so orally',
      },
    });
  });
});
