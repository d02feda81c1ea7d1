import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { next, whatWasBreached } from './support/breaches.js';
import { fileApplication, makeInterim, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { answer, counts, work } from './support/reading.js';
import { type Desk, idIn, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let officer: Desk;
let ada: string;
let interim: string;
let breach: string;

beforeAll(async () => {
  story = await Story.begin('2026-06-02 12:00');
  [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  ada = await perpetrator(officer, { given: 'Ada', family: 'Samplewright', born: '1991-07-08', sex: 'female' });
  const victim = await protectedPerson(officer, ada, { given: 'Nora', family: 'Nonesuch' });
  const application = await fileApplication(solicitor, ada, { filed: '2026-06-02', protects: [victim], notice: 'without' });
  interim = await makeInterim(solicitor, application, { made: '2026-06-02 11:40', until: '2026-08-31', present: false });
}, 60_000);
afterAll(() => story.end());

const read = (orderId: string) =>
  officer.reads<{ duties: object[]; state: { words: string }; known: { shownBy: string } }>(`/orders/${orderId}`);

describe('Scenario 4: an interim order made without notice at 11:40, and a text message at 18:05', () => {
  it('is in force from its making, unserved', async () => {
    story.itIs('2026-06-02 18:20');
    expect((await officer.sees(`/orders/${interim}`)).main).toContain('In force, not served');
    expect(await read(interim)).toMatchObject({ known: { shownBy: 'nothing' }, duties: [{ state: 'not-served' }] });
    const { heading, words } = answer(await officer.sees(`/perpetrators/${ada}`));
    expect(heading).toBe('1 order in force, not served');
    expect(words).toContain('The order binds from when it was made');
  });

  it('binds nobody before 11:40', async () => {
    const before = await whatWasBreached(officer, ada, { when: '2026-06-02 11:39', kinds: ['message'] });
    expect(before.choices).toEqual([]);
    expect(before.page.main).toContain('No order was in force then');
  });

  it('takes the report, and asks for what shows that he knew', async () => {
    const then = await whatWasBreached(officer, ada, { when: '2026-06-02 18:05', kinds: ['message'], account: 'A text' });
    expect(then.page.main).toContain('Not served then');
    const saved = await then.save();
    breach = idIn(saved);
    expect(saved.main).toContain('In force, but nothing shows that it was known of then');
    expect(next(saved).join('\n')).toContain('Find what shows that the person knew of the order');
    expect(await officer.reads(`/breaches/${breach}`)).toMatchObject({
      status: { is: 'alleged' },
      awarenessToShow: true,
      allegations: [{ offenceCode: 'ST19001' }],
    });
    expect(await work(officer)).toContainEqual(
      expect.objectContaining({ what: 'show-awareness', state: 'due', about: expect.objectContaining({ breachId: breach }) }),
    );
  });

  it('starts the notification clock with the service of the next day', async () => {
    story.itIs('2026-06-03 10:00');
    const aloud = (await officer.sees(`/orders/${interim}/serve/read`)).main;
    expect(aloud).toContain('go to a police station in your local police area by the end of 5 Jun 2026');
    const served = await serve(officer, interim, '2026-06-03 09:30');
    expect(served.text).toContain('The respondent must notify the police at a police station by the end of 5 Jun 2026');
    expect((await officer.sees(`/orders/${interim}/serve/read`)).main).not.toContain('go to a police station');
    expect(await read(interim)).toMatchObject({
      state: { words: 'In force' },
      duties: [{ about: 'initial', firstDay: '2026-06-03', lastDay: '2026-06-05', state: 'due' }],
    });
    expect(await work(officer)).toContainEqual(expect.objectContaining({ what: 'notify', dueBy: '2026-06-05' }));
    expect(answer(await officer.sees(`/perpetrators/${ada}`)).words).toContain('Served 3 Jun 2026 at 09:30');
  });

  it('is not settled by later service: he was served after the message', async () => {
    const page = await officer.sees(`/breaches/${breach}`);
    expect(next(page).join('\n')).toContain('Find what shows that the person knew of the order');
    expect((await work(officer)).map(({ what }) => what)).toContain('show-awareness');
  });

  it('is never closed by itself', async () => {
    story.itIs('2026-12-01 10:00');
    expect(await officer.reads(`/breaches/${breach}`)).toMatchObject({ status: { is: 'alleged' }, isBreach: true });
    expect((await officer.sees(`/breaches/${breach}`)).main).toContain('Decide: arrest, interview, charge or no further action');
    expect(counts(await officer.sees(`/perpetrators/${ada}`))['incident alleged as breach']).toBe('1 1 alleged');
  });

  it('takes the evidence that she knew when it comes', async () => {
    const before = next(await officer.sees(`/breaches/${breach}`));
    const link = (await officer.sees(`/breaches/${breach}`)).link(
      'Find what shows that the person knew of the order: proof of service, of being in court, or of being told',
    );
    const shown = await officer.does(link, { reference: 'Statement of the court usher, 2 June, 12:10' });
    expect(next(shown)).toEqual(before.filter((line) => !line.startsWith('Find what shows')));
    expect(shown.main).toContain('Statement of the court usher');
    expect((await work(officer)).map(({ what }) => what)).not.toContain('show-awareness');
    expect(await officer.reads(`/breaches/${breach}`)).toMatchObject({ status: { is: 'alleged' } });
  });
});

describe('Evidence on the order itself that she knew before the message', () => {
  it('is another way to show it', async () => {
    story.itIs('2026-12-02 10:00');
    const bert = await perpetrator(officer, { given: 'Bert', family: 'Samplewright', born: '1991-07-08' });
    const victim = await protectedPerson(officer, bert, { given: 'Orla', family: 'Nonesuch' });
    const application = await fileApplication(solicitor, bert, { filed: '2026-12-02', protects: [victim], notice: 'without' });
    const order = await makeInterim(solicitor, application, { made: '2026-12-02 09:00', until: '2027-02-28', present: false });
    story.itIs('2026-12-02 18:00');
    const saved = await (await whatWasBreached(officer, bert, { when: '2026-12-02 17:00', kinds: ['message'] })).save();
    expect(next(saved).join('\n')).toContain('Find what shows');
    await officer.does(`/orders/${order}/awareness`, {
      ...{ document: 'order', basis: 'solicitor', detail: 'Letter of his solicitor' },
      at: { date: { day: '2', month: '12', year: '2026' }, time: '13:00' },
    });
    expect((await work(officer)).filter(({ what, about }) => what === 'show-awareness' && about.breachId === idIn(saved))).toEqual([]);
    expect(next(await officer.sees(`/breaches/${idIn(saved)}`)).join('\n')).not.toContain('Find what shows');
  });
});
