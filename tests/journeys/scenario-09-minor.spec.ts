import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drafted } from './support/drafts.js';
import { reportBreach } from './support/breaches.js';
import { day } from './support/days.js';
import { openForm } from './support/form.js';
import { draftJson, fileApplication, grant, makeInterim, momentJson } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { history, work } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

const adultsOnly = ['dvpn', 'dvpo', 'dapn', 'dapo'];

let story: Story;
let solicitor: Desk;
let officer: Desk;
let manager: Desk;
let child: string;
let victim: string;
let application: string;

beforeAll(async () => {
  story = await Story.begin('2026-04-02 10:00');
  [solicitor, officer, manager] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('manager.kent')];
  child = await perpetrator(officer, { given: 'T', family: 'Child', born: '2008-04-07' });
  victim = await protectedPerson(officer, child, { given: 'Nora', family: 'Nonesuch' });
}, 60_000);
afterAll(() => story.end());

const read = () => solicitor.reads(`/applications/${application}`);
const notice = (kind: string, made: string) => ({
  ...{ kind, origin: 'notice', courtType: 'police', courtName: 'Kent Police', made, protectedPersonIds: [victim] },
  ...{ end: { is: 'fixed', lastDay: '2026-04-08' }, conditions: [{ number: 1, code: 'NC-DIR', wording: 'No contact' }] },
});

describe('Scenario 9: he is 17 when the application is made on 2 April 2026, and 18 on 7 April', () => {
  it('goes to the youth court, which nobody has to choose', async () => {
    expect((await solicitor.form(`/perpetrators/${child}/applications/new`)).names).not.toContain('forum');
    application = await fileApplication(solicitor, child, { filed: '2026-04-02', protects: [victim] });
    expect(await read()).toMatchObject({ forum: 'youth', court: { type: 'youth' } });
    expect((await solicitor.sees(`/applications/${application}`)).main).toMatch(/youth court/i);
    expect(history(await officer.sees(`/perpetrators/${child}`)).join('\n')).toContain('Youth court, by age on the day of filing');
  });

  it('asks who was told, and who may read how they are reached reads it on the card at once', async () => {
    const under18 = `/applications/${application}/under-18`;
    const prompt = 'Respondent under 18: record that the youth justice team and a parent or guardian were told, or why not';
    expect((await officer.sees('/work')).main).toContain(prompt);
    expect(await solicitor.reads(under18)).toMatchObject({
      age: ['The respondent was 17 when the application was filed on 2 Apr 2026, and turns 18 on 7 Apr 2026'],
      reporting: { isRestricted: 'yes' },
      contacts: [{ words: 'Not recorded yet' }, { words: 'Not recorded yet' }],
      isToTell: true,
    });
    await officer.tells(`${under18}/contacts`, {
      of: 'youth-justice',
      told: true,
      toldOn: '2026-04-02',
      name: 'J Invented',
      phone: '01632 960971',
    });
    await officer.tells(`${under18}/contacts`, { of: 'parent', told: false, whyNot: 'to-be-protected' });
    expect(await solicitor.isTold(`${under18}/contacts`, { of: 'parent', told: true, toldOn: '2026-04-02' })).toBe('who-was-told');
    expect((await officer.sees('/work')).main).not.toContain(prompt);
    const card = (await officer.sees(`/perpetrators/${child}/card`)).main;
    for (const words of ['Under 18: 17 now, turns 18 on 7 Apr 2026', 'Restrictions on reporting apply', 'J Invented', '01632 960971'])
      expect(card).toContain(words);
    expect(card).toContain('the order is to protect them from the respondent');
    for (const page of [`/perpetrators/${child}`, `/applications/${application}`])
      expect((await officer.sees(page)).main).toContain('01632 960971');
  });

  it('tells other forces whom to ring, and nobody else whom it is or why they were not told', async () => {
    const elsewhere = story.desk('officer.essex');
    const card = (await elsewhere.sees(`/perpetrators/${child}/card`)).main;
    expect(card).toContain('Under 18: 17 now');
    expect(card).toContain('Kent Police holds how to reach them');
    expect(card).toContain('01632 960046');
    for (const [desk, path] of [
      [elsewhere, `/perpetrators/${child}/card`],
      [elsewhere, `/perpetrators/${child}`],
      [elsewhere, `/applications/${application}`],
      [elsewhere, `/applications/${application}/under-18`],
      [manager, `/applications/${application}/under-18`],
      [manager, `/perpetrators/${child}`],
    ] as const) {
      const { main } = await desk.sees(path);
      expect(main).not.toMatch(/Invented|960971|to protect them/);
      expect(main).toContain('Restrictions on reporting apply');
    }
    expect(JSON.stringify(await elsewhere.reads(`/applications/${application}/under-18`))).not.toMatch(/Invented|960971|protected/);
    const lines = history(await elsewhere.sees(`/perpetrators/${child}`)).join('\n');
    expect(lines).toContain('The youth justice team was told of the application');
    expect(lines).toContain('A parent or guardian was not told of the application, for a reason that Kent recorded');
  });

  it('is never offered an order that only adults can be given', async () => {
    const offered = (await solicitor.sees(`/perpetrators/${child}/orders/new`)).html
      .querySelectorAll('input[name=kind]')
      .map((kind) => kind.getAttribute('value') ?? '');
    expect(offered).toEqual(expect.arrayContaining(['spo', 'restraining-conviction']));
    expect(offered.filter((kind) => adultsOnly.includes(kind))).toEqual([]);
    for (const kind of ['dvpn', 'dapn'])
      expect(await solicitor.isTold(`/perpetrators/${child}/orders`, notice(kind, '2026-04-02'))).toBe('adults-only');
  });

  it('stays in the youth court when he turns 18 in the middle of the case', async () => {
    story.itIs('2026-04-07 10:00');
    await makeInterim(solicitor, application, { made: '2026-04-07 09:30', until: '2026-06-30' });
    expect(await solicitor.reads(`/applications/${application}/under-18`)).toMatchObject({
      heading: 'Respondent was under 18',
      reporting: { isRestricted: 'ask', heading: 'Ask the court what restriction on reporting holds now' },
      isToTell: false,
    });
    const review = 'The respondent has turned 18: record what restriction on reporting holds now';
    expect((await solicitor.sees('/work')).main).toContain(review);
    // A calendar is read without a session, and the day would tell his birthday.
    const made = await (await openForm(await solicitor.client(), '/work/calendar')).press();
    const feed = await story.service.visitor().get(new URL(made.find('.ow-secret code')).pathname);
    expect(feed.text).toContain('BEGIN:VEVENT');
    expect(feed.text.replaceAll('\r\n ', '')).not.toMatch(/reporting at 18/i);
    story.itIs('2026-05-20 16:00');
    expect(await read()).toMatchObject({ forum: 'youth', court: { type: 'youth' } });
    const asAdult = { ...draftJson({ made: '2026-05-20 11:00', until: '2028-05-19' }), courtType: 'magistrates' };
    expect(await solicitor.isTold(`/applications/${application}/grant`, asAdult)).toBe('other-forum');
    expect((await solicitor.sees(`/applications/${application}/grant`)).main).toContain(
      'youth court: the respondent was under 18 on the day of filing',
    );
    const order = await grant(solicitor, application, { made: '2026-05-20 11:00', until: '2028-05-19' });
    expect(await solicitor.reads(`/orders/${order}`)).toMatchObject({ court: { type: 'youth' } });
    expect(await read()).toMatchObject({ forum: 'youth', court: { type: 'youth' } });
    expect((await solicitor.sees(`/orders/${order}`)).main).toContain('Ask the court what restriction on reporting holds now');
    const ended = { restriction: 'ended', from: '2026-04-06', courtType: 'youth', courtName: 'Testville' };
    expect(await solicitor.isTold(`/applications/${application}/under-18/reporting`, ended)).toBe('not-18-yet');
    await solicitor.tells(`/applications/${application}/under-18/reporting`, { ...ended, from: '2026-04-07' });
    expect((await solicitor.sees('/work')).main).not.toContain(review);
    expect((await solicitor.sees(`/orders/${order}`)).main).toContain('none any more: it ended when the respondent turned 18');
    expect((await officer.sees(`/perpetrators/${child}/card`)).main).not.toContain('nder 18');
  });

  it('goes to the magistrates’ court when another is made on his birthday', async () => {
    application = await fileApplication(solicitor, child, { filed: '2026-04-07', protects: [victim] });
    expect(await read()).toMatchObject({ forum: 'adult', court: { type: 'magistrates' } });
  });

  it('may be ended by the youth court only when it is said why, which its page then says', async () => {
    const ended = {
      outcome: 'refused',
      reason: 'not-necessary',
      courtType: 'youth',
      courtName: 'Testville',
      at: momentJson('2026-05-20 11:30'),
    };
    expect(await solicitor.isTold(`/applications/${application}/end`, ended)).toBe('other-forum');
    await solicitor.tells(`/applications/${application}/end`, { ...ended, otherForum: 'sent-there' });
    expect((await solicitor.sees(`/applications/${application}`)).main).toContain(
      'dealt with it although it was filed at the magistrates’ court: the court sent it there',
    );
    expect(history(await officer.sees(`/perpetrators/${child}`)).join('\n')).toContain(
      'Not the sort of court it was filed at: the court sent it there',
    );
  });

  it('asks for the other court once the date of birth is corrected, on the work list and on its page', async () => {
    story.itIs('2026-05-20 16:30');
    const twin = await perpetrator(officer, { given: 'U', family: 'Elder', born: '2008-04-08' });
    const spared = await protectedPerson(officer, twin, { given: 'Ada', family: 'Samplewright' });
    const filed = await fileApplication(solicitor, twin, { filed: '2026-04-07', protects: [spared] });
    const asked = async () => (await work(solicitor)).filter(({ words }) => words.includes('by the corrected date of birth'));
    expect(await asked()).toEqual([]);
    await officer.does(`/perpetrators/${twin}/correct`, { dateOfBirth: day('2007-04-08'), reason: 'The passport says so' });
    expect(await asked()).toMatchObject([{ words: expect.stringContaining('18 or over at the filing'), dueBy: '2026-05-22' }]);
    expect((await solicitor.sees(`/applications/${filed}`)).main).toContain(
      'by that age belonged to the magistrates’ court: ask the court',
    );
    await officer.does(`/perpetrators/${twin}/correct`, { dateOfBirth: day('2008-04-08'), reason: 'It was another passport' });
    expect(await asked()).toEqual([]);
    expect((await solicitor.sees(`/applications/${filed}`)).main).not.toContain('by that age belonged');
  });

  it('may be given such an order only for a day on which he was 18', async () => {
    expect(await solicitor.isTold(`/perpetrators/${child}/orders`, notice('dvpn', '2026-04-06'))).toBe('adults-only');
    await solicitor.tells(`/perpetrators/${child}/orders`, notice('dvpn', '2026-04-07'));
  });

  it('is nobody by name in the figures and the records behind them', async () => {
    for (const path of ['/uptake', '/uptake/applications', '/uptake/orders']) {
      const page = await manager.sees(path);
      expect(page.main).not.toMatch(/\bchild\b/i);
      expect(page.main).toContain('Kent');
    }
    const client = await manager.client();
    for (const path of ['/uptake/months.csv', '/uptake/forces.csv', '/uptake/standing.csv', '/uptake/breached.csv']) {
      const { status, text } = await client.get(path);
      expect([status, /\bchild\b/i.test(text)]).toEqual([200, false]);
    }
  });

  it('is heard for a breach by the court of his age at the first appearance for it, whichever made the order', async () => {
    const other = await perpetrator(officer, { given: 'U', family: 'Child', born: '2010-02-03' });
    const protects = [await protectedPerson(officer, other, { given: 'Ada', family: 'Sample' })];
    const order = await grant(solicitor, await fileApplication(solicitor, other, { filed: '2026-05-18', protects }), {
      ...{ made: '2026-05-19 11:00', until: '2028-05-18', present: true },
    });
    expect((await officer.sees(`/orders/${order}`)).main).toContain('Restrictions on reporting apply');
    const breach = await reportBreach(officer, other, { when: '2026-05-20 08:10', kinds: ['call'] });
    const court = 'Youth court if the respondent first appears for it before 3 Feb 2028';
    expect((await officer.sees(`/breaches/${breach}`)).main).toContain(court);
    story.itIs('2028-02-03 10:00');
    expect((await officer.sees(`/breaches/${breach}`)).main).toContain('Magistrates’ court, as the respondent turned 18 on 3 Feb 2028');
  });

  it('is asked about while the application is prepared, which other forces do not read, and before it is filed', async () => {
    story.itIs('2026-05-20 17:00');
    const respondent = await perpetrator(officer, { given: 'V', family: 'Child', born: '2010-02-03' });
    const protects = await protectedPerson(officer, respondent, { given: 'Ada', family: 'Sample' });
    const draft = await drafted(solicitor, { respondent, protects });
    const under18 = `/applications/${draft}/under-18`;
    const team = { of: 'youth-justice', told: true, toldOn: '2026-05-20', name: 'J Invented', phone: '01632 960971' };
    await officer.tells(`${under18}/contacts`, team);
    expect(await solicitor.reads(under18)).toMatchObject({ reporting: { heading: 'Restrictions on reporting will apply' } });
    expect((await (await story.desk('legal.essex').client()).get(under18)).status).toBe(404);
    // A section that is shown again is compared with what was saved in it, whatever was recorded beside the sections.
    expect(await solicitor.isRefused(`/drafts/${draft}/necessity`, { facts: '', alternatives: '' })).toEqual([
      'Fill in at least one answer before you save',
    ]);
    const authoriser = story.desk('authoriser.kent');
    await solicitor.does(`/drafts/${draft}/authorisation`, {});
    const shown = (await authoriser.sees(`/drafts/${draft}/authorise`)).main;
    expect(shown).toContain('The respondent is 16, and turns 18 on 3 Feb 2028. Filed before 3 Feb 2028 it goes to the youth court');
    for (const words of ['Told on 20 May 2026', 'Not recorded yet', 'Restrictions on reporting will apply']) expect(shown).toContain(words);
    expect(shown.indexOf('turns 18')).toBeLessThan(shown.indexOf('Asked for; waiting for an authorising officer'));
    await authoriser.does(`/drafts/${draft}/authorise`, { decision: 'given', rank: 'superintendent', officer: 'Supt 0000 Invented' });
    const filing = { filedOn: '2026-05-20' };
    expect(await solicitor.isTold(`/drafts/${draft}/filing`, filing)).toBe('nobody-told-of-a-child');
    await solicitor.tells(`/drafts/${draft}/filing`, { ...filing, untold: 'His mother is rung tonight' });
    expect(await solicitor.reads(under18)).toMatchObject({
      contacts: [
        { words: 'Told on 20 May 2026', reach: { name: 'J Invented' } },
        { words: 'Not told, as recorded on 20 May 2026: another reason', note: 'His mother is rung tonight' },
      ],
    });
    const order = await grant(solicitor, draft, { made: '2026-05-20 16:45', until: '2028-05-19' });
    const { at } = await solicitor.does(`/orders/${order}/proposals/new`, { because: 'breached', reason: 'He goes on' });
    const approval = (await authoriser.sees(`${at}/approval`)).main;
    for (const words of ['The respondent was 16 when the application was filed', 'Not told, as recorded on 20 May 2026: another reason'])
      expect(approval).toContain(words);
    expect(approval.indexOf('The respondent was 16')).toBeLessThan(approval.indexOf('Read the reason, the views'));
  });
});
