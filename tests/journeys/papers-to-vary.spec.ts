import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { extractText, getDocumentProxy } from 'unpdf';
import { reportBreach } from './support/breaches.js';
import { day, moment } from './support/days.js';
import { obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

const highStreet = 'Not to enter High Street, Testville';
const wider = 'Not to enter High Street or Market Square, Testville';
const renewedUntil = day('2030-05-13');

let story: Story;
let solicitor: Desk;
let officer: Desk;
let order: string;
let proposal: string;
let person: string;

beforeAll(async () => {
  story = await Story.begin('2026-05-14 16:00');
  [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  const quentin = (person = await perpetrator(officer, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' }));
  const nora = await protectedPerson(officer, quentin, { given: 'Nora', family: 'Nonesuch' }, { phone: '07700 900123' });
  const sealed = { made: '2026-05-14 10:00', until: '2028-05-13', conditions: [{ code: 'EX-AREA', wording: highStreet }] };
  order = (await obtain(solicitor, quentin, { filed: '2026-05-14', sealed, protects: [nora] })).orderId;
  await serve(officer, order, '2026-05-14 15:00');
  story.itIs('2026-07-01 17:00');
  const charged = await reportBreach(officer, quentin, { when: '2026-07-01 12:00', kinds: ['area'], account: 'He bought bread' }, [
    highStreet,
  ]);
  await officer.tells(`/breaches/${charged}/charge`, { at: '2026-07-01T15:00:00Z', offenceCodes: ['ST19001'], test: 'full-code' });
  await reportBreach(officer, quentin, { when: '2026-06-20 12:00', kinds: ['area'], account: 'A rumour' }, [highStreet]);
  story.itIs('2026-07-02 09:00');
  const begun = await solicitor.does(`/orders/${order}/proposals/new`, {
    because: 'protected-person-moved',
    reason: 'Rings 07700-900123 from there',
  });
  proposal = begun.at.split('/').at(-1) ?? '';
}, 60_000);
afterAll(() => story.end());

const at = (step = '') => `/orders/${order}/proposals/${proposal}${step}`;
const read = async (bytes: Buffer): Promise<string> =>
  (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text.replace(/\s+/g, ' ');
const file = async (end: 'pdf' | 'docx', query = '') => (await solicitor.client()).download(`${at('/pack')}.${end}${query}`);

describe('The papers with which a court is asked to vary an order', () => {
  it('are refused while they would tell where a protected person is reached, and made without those words', async () => {
    await solicitor.does(at('/changes'), { changes: [{ change: 'reworded', wording: wider, necessity: 'He waits at the market' }] });
    const client = await solicitor.client();
    const page = await client.get((await client.get(at())).link('Draft of the papers for the court'));
    expect(page.main).toContain('The papers cannot be made yet');
    expect(page.main).toContain('Why the order should not stay as it is would tell the respondent a protected person’s telephone number');
    expect(page.main).not.toContain('07700');
    expect((await file('pdf')).status).toBe(409);
    const keys = page.html.querySelectorAll('input[name=leaveOut]').map((box) => box.getAttribute('value') ?? '');
    const made = await client.get(`${at('/pack')}?${keys.map((key) => `leaveOut=${key}`).join('&')}`);
    const whole = await read((await client.download(made.link('PDF'))).bytes);
    expect(whole).toContain('Words left out here');
    expect(whole).not.toContain('900123');
    expect(whole).toContain('DRAFT: not filed');
  });

  it('say what stands, what is asked for, why, under which law, and which breaches were charged', async () => {
    const whole = await read((await file('pdf', '?leaveOut=reason')).bytes);
    for (const said of [
      'Stalking Protection Act 2019 s.4',
      'Quentin Fictionsson',
      'Nora Nonesuch',
      highStreet,
      wider,
      'He waits at the market',
    ])
      expect(whole).toContain(said);
    expect(whole).toMatch(/Breach of the order: Entered an area Of condition 1.*Charged/);
    expect(whole).not.toMatch(/A rumour|He bought bread|20 Jun 2026/);
    expect(whole).toMatch(/Draft order as varied.*Prohibitions.*Market Square/);
  });

  it('never hold what she says, but the court’s own copy does, once it is filed', async () => {
    await solicitor.does(at('/views'), { consultation: 'supports', told: 'told-safely', words: 'He frightens me at the market' });
    await story.desk('authoriser.kent').does(at('/approval'), { decision: 'approve' });
    expect((await solicitor.sees(at('/pack'))).main).toContain('Make the court’s copy');
    expect(await story.desk('manager.kent').tries(at('/pack/court-copy'))).toBe(403);
    await solicitor.does(at('/filing'), { filedOn: day('2026-07-02'), reference: 'V/1' });
    const whole = await read((await file('pdf', '?leaveOut=reason')).bytes);
    expect(whole).toContain('Reference V/1');
    expect(whole).not.toMatch(/frightens|supports it|DRAFT/);
    const client = await solicitor.client();
    expect((await client.get(await client.get(at()).then((page) => page.link('The papers as they were filed')))).main).toContain(
      'Make the court’s copy',
    );
    expect((await client.post(at('/pack/court-copy'))).errors).toEqual(['Select why the court needs the words', 'Select the file']);
    const copy = await client.downloadBy(at('/pack/court-copy'), { reason: 'views-asked-for', format: 'pdf' });
    const court = await read(copy.bytes);
    expect(court).toContain('He frightens me at the market');
    expect(court).toContain('CONFIDENTIAL: NOT TO BE SERVED ON THE RESPONDENT');
    const logged = await story.service.app
      .get(DataSource)
      .query<object[]>(`select reason from access.log where kind = 'application-pack-confidential' and subject = $1`, [order]);
    expect(logged).toEqual([{ reason: 'The court is to know what the people it protects say' }]);
  });

  it('are found from the order and from the history of the person, by the team whose they are', async () => {
    const kept = await solicitor.sees(`/orders/${order}`);
    expect(kept.link('Its papers as they were filed')).toBe(at('/pack'));
    const links = (page: typeof kept) => page.html.querySelectorAll('main a').map((link) => link.getAttribute('href'));
    const history = await solicitor.sees(`/perpetrators/${person}`);
    expect(links(history)).toContain(at('/pack'));
    expect(links(history).filter((href) => href?.startsWith('/applications/') && href.endsWith('/pack'))).toHaveLength(1);
    for (const other of [officer, story.desk('legal.essex')])
      for (const path of [`/orders/${order}`, `/perpetrators/${person}`])
        expect(links(await other.sees(path)).filter((href) => href?.endsWith('/pack'))).toEqual([]);
  });

  it('stay the same to the byte after the court varied the order', async () => {
    const before = [await file('pdf', '?leaveOut=reason'), await file('docx', '?leaveOut=reason')];
    story.itIs('2026-07-20 17:00');
    await solicitor.does(at('/result'), { outcome: 'granted-as-asked', at: moment('2026-07-20 10:00'), respondentPresent: 'no' });
    const after = [await file('pdf', '?leaveOut=reason'), await file('docx', '?leaveOut=reason')];
    expect(after.map(({ status }) => status)).toEqual([200, 200]);
    expect(after.map(({ bytes }, nth) => bytes.equals(before[nth]!.bytes))).toEqual([true, true]);
  });

  it('are for the legal team of the force that keeps the order', async () => {
    expect(await story.desk('legal.essex').tries(at('/pack'))).toBe(403);
    expect(await officer.tries(at('/pack'))).toBe(403);
    expect(await solicitor.tries(`/orders/${order}/proposals/00000000-0000-4000-8000-000000000000/pack`)).toBe(404);
  });
});

describe('The papers with which a court is asked to renew an order', () => {
  it('ask for the later end, with the conditions as they stand', async () => {
    const { id } = await solicitor.tells(`/orders/${order}/proposals`, {
      asks: 'renewal',
      because: 'order-ends',
      reason: 'The risk goes on',
    });
    await solicitor.does(`/orders/${order}/proposals/${id}/changes`, { end: { is: 'fixed', lastDay: renewedUntil } });
    const { bytes } = await (await solicitor.client()).download(`/orders/${order}/proposals/${id}/pack.pdf`);
    const whole = await read(bytes);
    expect(whole).toMatch(
      /Application to renew the order.*To be renewed until the end of 13 May 2030.*The conditions are to stay as they are/,
    );
    expect(whole).toMatch(/Draft order as renewed.*Market Square/);
  });
});
