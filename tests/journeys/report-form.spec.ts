import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tellWhen } from './support/breaches.js';
import { day, moment } from './support/days.js';
import { Form } from './support/form.js';
import { keepAway, noContact, obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let officer: Desk;
let quincy: string;
let order: string;

beforeAll(async () => {
  story = await Story.begin('2026-03-02 16:00');
  [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  quincy = await perpetrator(officer, { given: 'Quincy', family: 'Placeholder', born: '1986-02-03' });
  const victim = await protectedPerson(officer, quincy, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-03-02 11:00', until: '2028-03-01', conditions: [noContact, keepAway] };
  order = (await obtain(solicitor, quincy, { filed: '2026-02-20', sealed, protects: [victim] })).orderId;
  await serve(officer, order, '2026-03-02 15:00');
}, 60_000);
afterAll(() => story.end());

const start = () => `/perpetrators/${quincy}/breaches/new`;
const quashed = 'Stalking protection order of 2 Mar 2026: quashed on appeal on 14 Sep 2026 at 12:00';
const at = () => `/perpetrators/${quincy}/breaches/orders-then`;
const said = async (answers: Readonly<Record<string, string>>) => (await (await officer.client()).post(at(), answers)).text;

/** The clock moves on, past the end of the session: signed in anew. */
async function reopened(when: string) {
  story.itIs(when);
  return officer.client();
}

describe('The form for a report', () => {
  it('does not say who reported it: that is chosen, by people and by machines', async () => {
    const second = await tellWhen(officer, quincy, { when: '2026-03-02 15:30', kinds: ['message'] });
    expect(second.html.querySelectorAll('input[name=reporter]').length).toBeGreaterThan(3);
    expect(second.html.querySelectorAll('input[name=reporter][checked]')).toEqual([]);
    const report = { at: '2026-03-02T15:30:00.000Z', kinds: ['message'], account: 'A message', keep: true };
    expect(await officer.isTold(`/perpetrators/${quincy}/breaches`, report)).toEqual([
      { detail: 'Select who reported it', pointer: '/reporter' },
    ]);
  });

  it('tells all that is wrong at once, on each step', async () => {
    const client = await officer.client();
    const first = await client.post(start(), { when: 'today', shownOn: '2026-03-02' });
    expect([first.status, first.errors]).toEqual([400, ['Enter the time it happened', 'Select what happened']]);
    const later = await client.post(start(), { when: 'other', on: day('2026-03-09'), kinds: [] });
    expect(later.errors).toEqual(['That lies in the future. Enter when it happened', 'Select what happened']);
    const nothing = { _step: 'save', at: '2026-03-02T15:30:00.000Z', kinds: 'message' };
    const second = await client.post(start(), { ...nothing, reportedAt: moment('2026-03-04 10:00') });
    expect([second.status, second.heading]).toEqual([400, 'What was breached?']);
    expect(second.errors).toEqual([
      'Select what was breached, or select Not a breach, but keep it',
      'Enter what happened in a few words',
      'Select who reported it',
      expect.stringContaining('future'),
    ]);
    const told = { ...nothing, account: 'A message', reporter: 'protected-person' };
    const alone = await client.post(start(), told);
    expect([alone.status, alone.errors]).toEqual([409, ['Select what was breached, or select Not a breach, but keep it']]);
    const two = await client.post(start(), { ...told, reportedAt: moment('2026-03-04 10:00') });
    expect([two.status, two.errors.length]).toEqual([409, 2]);
  });

  it('never keeps as no breach what somebody selected as one: it asks, and a program is refused', async () => {
    const second = await tellWhen(officer, quincy, { when: '2026-03-02 15:30', kinds: ['message'] });
    const form = new Form(await officer.client(), start(), second);
    const filled = await form.fill({ account: 'A message', reporter: 'protected-person' });
    const again = await filled.press('Not a breach, but keep it');
    expect([again.status, again.errors]).toEqual([409, [expect.stringContaining('What was breached is ticked')]]);
    expect([again.value('account'), again.html.querySelectorAll('input[name=alleging][checked]').length]).toEqual(['A message', 1]);
    const excused = await (
      await filled.fill({ alleging: '', reasonableExcuse: 'offered', excuse: 'Lost' })
    ).press('Not a breach, but keep it');
    expect([excused.status, excused.errors]).toEqual([409, [expect.stringContaining('An excuse is recorded of a breach that is alleged')]]);
    const kept = await new Form(await officer.client(), start(), again).press('Nothing was breached: untick it all and keep it');
    expect((await officer.sees(kept.location)).main).toContain('Kept, not a breach');

    const alleging = second.html.querySelectorAll('input[name=alleging][checked]').map((box) => box.getAttribute('value'));
    const report = { at: '2026-03-02T15:30:00.000Z', kinds: ['message'], account: 'A message', keep: true, reporter: 'officer' };
    const { api } = await officer.client();
    const told = async (more: object) => (await api.post(`/api/v1/perpetrators/${quincy}/breaches`, { ...report, ...more })).body['errors'];
    expect(await told({ alleging })).toEqual([{ pointer: '/alleging', detail: expect.stringMatching(/keep .*alleging/) }]);
    expect(await told({ excuse: 'Lost' })).toEqual([{ pointer: '/excuse', detail: expect.stringMatching(/excuse/) }]);
    expect(await told({ at: '2026-03-09T10:00:00Z' })).toMatchObject([{ pointer: '/at' }]);
    expect(await told({ at: undefined, on: '2026-03-09' })).toMatchObject([{ pointer: '/on' }]);
    expect(await told({ reportedAt: '2026-03-09T10:00:00Z' })).toMatchObject([{ pointer: '/reportedAt' }]);
  });

  it('has yesterday in one tap after midnight, and asks again when midnight passes while it is open', async () => {
    story.itIs('2026-03-03 00:30');
    const client = await officer.client();
    const first = await officer.sees(start());
    expect(first.all('.govuk-radios__label').slice(0, 4)).toEqual(['Now', 'Earlier today, 3 Mar', 'Yesterday, 2 Mar', 'Another day']);
    const second = await client.post(start(), {
      when: 'yesterday',
      shownOn: first.value('shownOn'),
      yesterdayAt: '23:40',
      kinds: ['call'],
    });
    expect([second.heading, second.main]).toEqual(['What was breached?', expect.stringContaining('Call, 2 Mar 2026 at 23:40.')]);
    // A day that was typed under another choice is not taken for it.
    const typed = { on: day('2026-02-01'), time: '10:00', until: day('2026-02-03') };
    const whole = await client.post(start(), { when: 'yesterday', shownOn: '2026-03-03', ...typed, kinds: ['call'] });
    expect(whole.main).toContain('Call, 2 Mar 2026.');
    const again = await reopened('2026-03-04 00:01');
    const late = await again.post(start(), { when: 'yesterday', shownOn: '2026-03-03', yesterdayAt: '23:40', kinds: ['call'] });
    expect([late.status, late.errors]).toEqual([400, [expect.stringContaining('Midnight has passed')]]);
    expect([late.value('shownOn'), late.value('yesterdayAt')]).toEqual(['2026-03-04', '23:40']);
    expect(late.all('.govuk-radios__label')).toContain('Yesterday, 3 Mar');
  });

  it('says at once which order was not in force at the stated time, and why, and keeps the contact all the same', async () => {
    story.itIs('2026-09-15 09:00');
    expect((await officer.sees(start())).find('#orders-then')).toBe('');
    await solicitor.does(`/orders/${order}/appeal`, { on: day('2026-06-30'), by: 'respondent', against: 'making' });
    const { appeals } = await officer.reads<{ appeals: { appealId: string }[] }>(`/orders/${order}`);
    await solicitor.does(`/orders/${order}/appeals/${appeals[0]?.appealId}/determine`, {
      outcome: 'quashed',
      courtType: 'crown',
      courtName: 'Testville',
      at: moment('2026-09-14 12:00'),
    });
    const now = await officer.sees(start());
    expect(now.find('#orders-then')).toContain('No order was in force then.');
    expect(now.all('#orders-then li')).toEqual([quashed]);

    const after = await tellWhen(officer, quincy, { when: '2026-09-14 18:00', kinds: ['message'] });
    expect([after.main, after.html.querySelectorAll('input[name=alleging]')]).toEqual([expect.stringContaining(quashed), []]);
    const before = await tellWhen(officer, quincy, { when: '2026-06-08 14:00', kinds: ['message'] });
    expect(before.main).toContain(`${quashed}, after it happened`);
    expect(before.html.querySelectorAll('input[name=alleging][checked]')).toHaveLength(1);
    const earlier = await tellWhen(officer, quincy, { when: '2026-03-01 10:00', kinds: ['message'] });
    expect(earlier.main).toContain('made only on 2 Mar 2026 at 11:00');
  });

  it('says the same to its own script, and nothing while the time is not one', async () => {
    expect(await said({ when: 'today', todayAt: '08:00', shownOn: '2026-09-15' })).toContain(quashed);
    expect(await said({ when: 'other', 'on[day]': '8', 'on[month]': '6', 'on[year]': '2026' })).toContain('Report the breach all the same');
    expect(await said({ when: 'today', shownOn: '2026-09-15' })).toBe('[]');
    expect(await said({ when: 'other', 'on[day]': '31', 'on[month]': '2', 'on[year]': '2026' })).toBe('[]');
    expect((await (await story.desk('manager.kent').client()).post(at(), { when: 'now' })).status).toBe(403);
  });
});

describe('A failure to notify that the record does not show', () => {
  const when = { when: '2026-03-03 09:00', kinds: ['notification'] };
  const report = () => ({
    ...{ on: '2026-03-03', kinds: ['notification'], reporter: 'officer', account: 'Did not come', alleging: [`${order}/ST19002`] },
  });

  it('is not ticked, says how the duty stands, and is alleged only by saying that the record is wrong', async () => {
    story.itIs('2026-03-20 10:00');
    const page = await tellWhen(officer, quincy, when);
    const box = page.html.querySelector(`input[value="${order}/ST19002"]`);
    expect(box?.hasAttribute('checked')).toBe(false);
    expect(page.main).toContain('ST19002. Due by the end of 4 Mar 2026: the time had not run out');
    expect(page.html.querySelectorAll('input[name=recordIsWrong]')).toHaveLength(1);
    const path = `/perpetrators/${quincy}/breaches`;
    const refused = await (await officer.client()).api.post(`/api/v1${path}`, report());
    expect([refused.status, refused.body['reason']]).toEqual([409, 'duty-was-met']);
    const { id } = await officer.tells(path, { ...report(), recordIsWrong: true });
    expect(await officer.reads(`/breaches/${id}`)).toMatchObject({ flags: [{ is: 'against-the-record' }] });
    const shown = await officer.sees(`/breaches/${id}`);
    expect(shown.main).toContain('A failure to notify the police is alleged although the record shows none');
    expect(shown.main).not.toContain('the change of the order');
  });
});
