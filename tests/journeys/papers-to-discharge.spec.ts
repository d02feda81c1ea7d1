import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { day, moment } from './support/days.js';
import { fileApplication, grant, noContact, obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { answer, history, work } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let officer: Desk;
let person: string;
let order: string;
let proposal: string;

beforeAll(async () => {
  story = await Story.begin('2026-05-14 16:00');
  [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  person = await perpetrator(officer, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' });
  const nora = await protectedPerson(officer, person, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-05-14 10:00', until: '2028-05-13', conditions: [noContact] };
  order = (await obtain(solicitor, person, { filed: '2026-05-14', sealed, protects: [nora] })).orderId;
  await serve(officer, order, '2026-05-14 15:00');
  story.itIs('2026-07-02 09:00');
}, 60_000);
afterAll(() => story.end());

const at = (step = '') => `/orders/${order}/proposals/${proposal}${step}`;
const read = async (bytes: Buffer): Promise<string> =>
  (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text.replace(/\s+/g, ' ');
const file = async (end: 'pdf' | 'docx') => (await solicitor.client()).download(`${at('/pack')}.${end}`);
const next = async () => (await work(solicitor)).filter(({ what }) => what === 'proposal').map(({ words }) => words);

describe('The papers with which a court is asked to discharge an order', () => {
  it('begin with the reason, and with the day until which the Act asks for consents', async () => {
    const form = await solicitor.sees(`/orders/${order}/proposals/new`);
    expect(form.main).toContain('Until the end of 13 May 2028 a court discharges this order only with the consent of the respondent');
    const because = { because: 'no-longer-necessary', reason: 'He moved abroad for good' };
    const page = await solicitor.does(`/orders/${order}/proposals/new`, { asks: 'discharge', ...because });
    proposal = page.at.split('/').at(-1) ?? '';
    expect(page.find('h1')).toBe('Ask the court to discharge the order');
    expect(page.main).toContain('Not recorded: the respondent and the chief officer who obtained the order');
    expect(await next()).toEqual(['Discharge: ask the protected people what they say of it']);
  });

  it('are drafted whole, and approved by somebody else once the people it protects were asked', async () => {
    await solicitor.does(at('/views'), { consultation: 'opposes', told: 'told-safely', words: 'I am still afraid' });
    expect((await solicitor.sees(at('/changes'))).main).toContain(noContact.wording);
    await solicitor.does(at('/changes'), {});
    await story.desk('authoriser.kent').does(at('/approval'), { decision: 'approve' });
    expect(await next()).toEqual(['Discharge: record the consents it needs, or file it after 13 May 2028']);
  });

  it('are filed within two years of the making before the consents are recorded only where somebody says so', async () => {
    const filing = { filedOn: day('2026-07-02'), reference: 'D/1' };
    expect(await solicitor.isRefused(at('/filing'), filing)).toEqual([
      'Until the end of 13 May 2028 a discharge needs consent. Record the consent of the respondent and the chief officer who obtained the order first, or tick that it was filed all the same',
    ]);
    expect((await solicitor.sees(at('/filing'))).main).toContain('It was filed all the same');
    const consent = (by: string) => solicitor.does(`/orders/${order}/consent`, { by, on: day('2026-07-02') });
    await consent('respondent');
    expect((await solicitor.sees(at())).main).toContain('Recorded: the respondent, 2 Jul 2026');
    await consent('applying-chief-officer');
    expect((await solicitor.sees(at('/filing'))).main).not.toContain('It was filed all the same');
    await solicitor.does(at('/filing'), filing);
    expect(await next()).toEqual(['Discharge: ask the court for a day, or record what it decided']);
  });

  it('ask for the end of the order, with the consents and without what she says, and stay the same to the byte', async () => {
    const [pdf, docx] = [await file('pdf'), await file('docx')];
    const whole = await read(pdf.bytes);
    for (const said of [
      'Application to discharge the order',
      'Stalking Protection Act 2019 s.4',
      noContact.wording,
      'He moved abroad for good',
    ])
      expect(whole).toContain(said);
    expect(whole).toMatch(/The respondent Consented on 2 Jul 2026.*Draft order of discharge.*Discharged on/);
    expect(whole).not.toMatch(/still afraid|is against it|DRAFT/);
    story.itIs('2026-07-20 17:00');
    expect(await solicitor.isRefused(at('/result'), { outcome: 'refused', at: moment('2026-07-20 10:00') })).toEqual([
      'Select why it was refused or withdrawn',
    ]);
    await solicitor.does(at('/result'), { outcome: 'granted-as-asked', at: moment('2026-07-20 10:00') });
    const after = [await file('pdf'), await file('docx')];
    expect(after.map(({ bytes }, nth) => bytes.equals([pdf, docx][nth]!.bytes))).toEqual([true, true]);
  });

  it('granted, end the order from that hour on every page, as a discharge that is recorded by itself', async () => {
    const shown = await officer.sees(`/perpetrators/${person}`);
    expect(answer(shown).heading).toContain('No order in force');
    expect(history(shown).join()).toMatch(/Order discharged.*A discharge is proposed: it is no longer necessary/);
    expect((await officer.sees(`/orders/${order}`)).main).toContain('A discharge is proposed by Kent: granted as asked');
    expect(await next()).toEqual([]);
  });

  it('are to be decided anew once the discharge was recorded in error; refused, it can be appealed', async () => {
    await solicitor.does(`/orders/${order}/error`, { entry: `discharge:${proposal}`, reason: 'Of another order' });
    const page = await solicitor.sees(at());
    expect(page.main).toContain('To be decided anew');
    expect(answer(await officer.sees(`/perpetrators/${person}`)).heading).toContain('1 order in force');
    const refused = { outcome: 'refused', because: 'still-necessary', at: moment('2026-07-20 10:00') };
    expect((await solicitor.does(at('/result'), refused)).main).toContain('A chief officer can appeal. Lodge the appeal by');
    expect((await work(solicitor)).filter(({ what }) => what === 'appeal-refusal')).toMatchObject([
      { words: expect.stringContaining('the refusal of the discharge') },
    ]);
  });
});

describe('An application to discharge that was filed before the consents were given', () => {
  it('is recorded as filed, with a warning; a grant asks for the consents again', async () => {
    const other = await perpetrator(officer, { given: 'Waldo', family: 'Varlow', born: '1981-05-06' });
    const her = await protectedPerson(officer, other, { given: 'Edie', family: 'Samplewright' });
    const application = await fileApplication(solicitor, other, { filed: '2026-05-01', protects: [her] });
    const id = await grant(solicitor, application, { made: '2026-06-14 10:00', until: '2029-06-13' });
    const begun = { asks: 'discharge', because: 'no-longer-necessary', reason: 'He moved abroad for good' };
    const [path = ''] = (await solicitor.does(`/orders/${id}/proposals/new`, begun)).at.split('?');
    await solicitor.does(`${path}/views`, { consultation: 'supports', told: 'told-safely' });
    await solicitor.does(`${path}/changes`, {});
    await story.desk('authoriser.kent').does(`${path}/approval`, { decision: 'approve' });
    const filing = { filedOn: day('2026-07-20') };
    expect(await solicitor.isRefused(`${path}/filing`, filing)).toHaveLength(1);
    await solicitor.does(`${path}/filing`, { ...filing, withoutConsent: 'yes' });
    const asked = { outcome: 'granted-as-asked', at: moment('2026-07-20 15:00') };
    expect((await solicitor.sees(path)).main).toContain('Not recorded: the respondent and the chief officer who obtained the order');
    expect((await solicitor.isRefused(`${path}/result`, asked)).join()).toContain('or tick that the court discharged it all the same');
    for (const by of ['respondent', 'applying-chief-officer']) await solicitor.does(`/orders/${id}/consent`, { by, on: day('2026-07-20') });
    await solicitor.does(`${path}/result`, asked);
    expect((await solicitor.sees(`/orders/${id}`)).main).toContain('Not in force: discharged on 20 Jul 2026');
  });
});
