import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportBreach } from './support/breaches.js';
import { day, moment } from './support/days.js';
import { eventually } from './support/eventually.js';
import { openForm } from './support/form.js';
import { obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

const highStreet = 'Not to enter High Street, Testville';
const assizeham = 'Not to enter High Street, Testville, or Market Square, Assizeham';

let story: Story;
let solicitor: Desk;
let authoriser: Desk;
let officer: Desk;
let order: string;
let quentin: string;
let proposal: string;

beforeAll(async () => {
  story = await Story.begin('2026-05-14 16:00');
  [solicitor, authoriser, officer] = [story.desk('legal.kent'), story.desk('authoriser.kent'), story.desk('officer.kent')];
  quentin = await perpetrator(officer, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' });
  const nora = await protectedPerson(officer, quentin, { given: 'Nora', family: 'Nonesuch' });
  const ada = await protectedPerson(officer, quentin, { given: 'Ada', family: 'Samplewright' });
  const sealed = { made: '2026-05-14 10:00', until: '2028-05-13', conditions: [{ code: 'EX-AREA', wording: highStreet }] };
  order = (await obtain(solicitor, quentin, { filed: '2026-05-14', sealed, protects: [nora, ada] })).orderId;
  await serve(officer, order, '2026-05-14 15:00');
}, 60_000);
afterAll(() => story.end());

const at = (step: string) => `/orders/${order}/proposals/${proposal}/${step}`;
const tags = async () => (await solicitor.sees(`/orders/${order}/proposals/${proposal}`)).all('.govuk-task-list .govuk-tag');

describe('A variation in four steps', () => {
  it('begins with the reason', async () => {
    story.itIs('2026-07-02 09:00');
    expect(await solicitor.isRefused(`/orders/${order}/proposals/new`, {})).toEqual([
      'Select the main reason',
      'Enter why the order should not stay as it is',
    ]);
    const page = await solicitor.does(`/orders/${order}/proposals/new`, {
      because: 'protected-person-moved',
      reason: 'She works in Assizeham now',
    });
    proposal = page.at.split('/').at(-1) ?? '';
    expect(page.main).toContain('She works in Assizeham now');
    expect(await tags()).toEqual(['To do', 'To do', 'Cannot start yet', 'Cannot start yet', 'Cannot start yet']);
    expect((await officer.sees(`/orders/${order}`)).main).toContain(
      'A variation is proposed by Kent: the people it protects are to be asked',
    );
  });

  it('keeps what somebody else saved meanwhile until both were seen', async () => {
    const client = await solicitor.client();
    const [one, other] = [await openForm(client, at('changes')), await openForm(client, at('changes'))];
    await (await other.fill({ changes: [{ change: 'reworded', wording: 'Not to enter the docks' }] })).press();
    const refused = await (await one.fill({ changes: [{ change: 'reworded', wording: assizeham }] })).press();
    expect([refused.status, refused.errors]).toEqual([409, [expect.stringContaining('Somebody else saved these changes')]]);
    expect(refused.main).toMatch(/Condition 1, [^:]*: reworded, “Not to enter the docks”/);
    expect(refused.value('changes[0][wording]')).toBe(assizeham);
    expect([refused.value('seen')]).toEqual(['1']);
  });

  it('drafts what is to change, clause by clause, before and after', async () => {
    const page = await solicitor.does(at('changes'), { changes: [{ change: 'reworded', wording: assizeham }] });
    expect([page.find('dl del'), page.all('dl ins').join(' ')]).toEqual(['Testville', expect.stringContaining('Market Square')]);
  });

  it('keeps no words back that were typed for a condition which is to stay', async () => {
    const told = [expect.stringContaining('You changed the words or details of condition 1 but chose that it stays as it is')];
    expect(await solicitor.isRefused(at('changes'), { changes: [{ change: 'leave', wording: 'Not to enter Assizeham' }] })).toEqual(told);
    const varied = { onApplicationOf: 'chief-officer', effective: moment('2026-07-02 09:00') };
    expect(
      await solicitor.isRefused(`/orders/${order}/vary`, { ...varied, changes: [{ change: 'leave', necessity: 'She moved' }] }),
    ).toEqual(told);
    // As it stands, or as it was drafted: nothing is typed that would be lost.
    const still = ['Change, add or take out a condition, or change the end'];
    expect(await solicitor.isRefused(at('changes'), { changes: [{ change: 'leave', wording: highStreet }] })).toEqual(still);
    expect(await solicitor.isRefused(at('changes'), { changes: [{ change: 'leave' }] })).toEqual(still);
  });

  it('cannot be approved before everybody it protects was asked, or a reason not to ask is recorded', async () => {
    const said = { consultation: 'supports', told: 'told-safely', words: 'He waits outside my new office' };
    await solicitor.does(at('views'), said);
    expect(await authoriser.isRefused(at('approval'), { decision: 'approve' })).toEqual([
      expect.stringContaining('Nothing is recorded yet of the views'),
    ]);
    const unreached = { consultation: 'not-asked-cannot-be-reached-safely', told: 'told-safely' };
    expect(await solicitor.isRefused(at('views'), unreached)).toEqual([
      expect.stringContaining('Nobody who could not be reached was told'),
    ]);
    await solicitor.does(at('views'), { ...unreached, told: 'not-told' });
    expect(await tags()).toEqual(['Complete', 'Complete', 'To do', 'Cannot start yet', 'Cannot start yet']);
  });

  it('is approved by a second person, not by its author', async () => {
    expect(await solicitor.tries(at('approval'))).toBe(403);
    expect(await solicitor.isRefused(at('filing'), { filedOn: day('2026-07-02') })).toEqual([
      expect.stringContaining('has to approve it before'),
    ]);
    const seen = await authoriser.sees(`/orders/${order}/proposals/${proposal}`);
    expect(seen.main).toContain('He waits outside my new office');
    const asked = await authoriser.sees(at('approval'));
    expect(asked.main).toContain('He waits outside my new office');
    expect([asked.find('dl del'), asked.all('dl ins').join(' ')]).toEqual([seen.find('dl del'), seen.all('dl ins').join(' ')]);
    expect(asked.all('dl ins').join(' ')).not.toBe('');
    const open = await (await openForm(await authoriser.client(), at('approval'))).fill({ decision: 'approve' });
    await solicitor.does(at('changes'), { changes: [{ change: 'reworded', wording: assizeham }] });
    expect((await open.press()).errors).toEqual([expect.stringContaining('were drafted again since you opened this page')]);
    const approved = await authoriser.does(at('approval'), { decision: 'approve', note: 'Proportionate' });
    expect(approved.main).toMatch(/Approved 2 Jul 2026, by [^.]+\. Proportionate/);
    expect(await tags()).toEqual(['Complete', 'Complete', 'Complete', 'To do', 'Cannot start yet']);
  });

  it('is filed, and granted as asked: the words of the order change from that hour, and the breach pinned to the old ones is flagged', async () => {
    await solicitor.does(at('filing'), { filedOn: day('2026-07-02'), reference: 'V/1' });
    story.itIs('2026-07-20 13:00');
    const breach = await reportBreach(officer, quentin, { when: '2026-07-20 12:00', kinds: ['area'] });
    story.itIs('2026-07-20 17:00');
    expect(await solicitor.isRefused(at('result'), { outcome: 'refused', at: moment('2026-07-20 10:00') })).toEqual([
      'Select why it was refused or withdrawn',
    ]);
    const asAsked = { outcome: 'granted-as-asked', at: moment('2026-07-20 10:00'), respondentPresent: 'no' };
    expect(await solicitor.isRefused(at('result'), { ...asAsked, effective: moment('2026-07-19 10:00') })).toEqual([
      expect.stringContaining('The court decided on 20 Jul 2026: its words bind nobody before that'),
    ]);
    const page = await solicitor.does(at('result'), asAsked);
    expect(page.main).toContain('Granted as asked, 20 Jul 2026 at 10:00');
    expect(page.all('dl ins').join(' ')).toContain('Market Square');
    const shown = await officer.sees(`/orders/${order}`);
    expect(shown.find('blockquote')).toBe(assizeham);
    expect(shown.main).toContain('Nothing shows yet that the respondent knows of it');
    const { flags } = await eventually(
      () => officer.reads<{ flags: { is: string }[] }>(`/breaches/${breach}`),
      (seen) => seen.flags.length > 0,
    );
    expect(flags).toMatchObject([{ is: 'earlier-variation' }]);
  });

  it('is to be decided anew once the variation that came of it was recorded in error', async () => {
    const taken = { entry: `variation:${proposal}`, reason: 'Granted of another order' };
    expect((await solicitor.does(`/orders/${order}/error`, taken)).find('blockquote')).toBe(highStreet);
    const { main } = await solicitor.sees(`/orders/${order}/proposals/${proposal}`);
    expect(main).toContain('To be decided anew');
    expect(main).toContain('Granted of another order');
    expect(main).not.toContain('Granted as asked');
    expect((await tags()).at(-1)).toBe('To do');
    const granted = { outcome: 'granted-as-asked', at: moment('2026-07-20 11:00'), effective: moment('2026-07-20 11:00') };
    const page = await solicitor.does(at('result'), { ...granted, respondentPresent: 'no' });
    expect(page.main).toContain('Granted as asked, 20 Jul 2026 at 11:00');
    expect(page.main).not.toContain('To be decided anew');
    expect((await officer.sees(`/orders/${order}`)).find('blockquote')).toBe(assizeham);
  });

  it('is not for another force to read', async () => {
    const other = story.desk('legal.essex');
    expect(await other.tries(`/orders/${order}/proposals/${proposal}`)).toBe(403);
    expect(await other.tries(at('views'))).toBe(403);
    const { main } = await other.sees(`/perpetrators/${quentin}`);
    expect(main).toContain('A variation is proposed: a protected person moved');
    const told = [main, (await other.sees(`/orders/${order}`)).main, JSON.stringify(await other.reads(`/orders/${order}`))].join();
    expect(told).not.toMatch(/She works in Assizeham now|outside my new office|supports the change/);
  });
});
