import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { openCase, recordIncident } from './support/cases.js';
import { day } from './support/days.js';
import { authorised } from './support/drafts.js';
import { obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

jest.setTimeout(120_000);

// Kent applies to protect Ottoline Quillfeather. Her son Basil is protected from the same man, but not by this application; Essex recorded the
// man and the woman as well, and its order keeps him away from the street in which she has hidden.
const condition = 'You must not knowingly come within 100 metres of Ottoline Quillfeather.';
const account =
  'Torquil Wexcombe threatened Ottoline Quillfeather outside the gym of Ottoline Quillfeather. Basil Quillfeather and Basil saw it.';
const inPack =
  'Torquil Wexcombe threatened Ottoline Quillfeather outside the gym of Ottoline Quillfeather. protected person B and protected person B saw it.';
/** A mask on her name. */
const hers = /(metres of|threatened|gym of|Ottoline|for) (a |another )?protected person/;
const necessity = 'Mrs Quillfeather and Basil Quillfeather are afraid of him';

let story: Story;
let kent: Desk;
let essex: Desk;
let officer: Desk;
let his: string;
let theirs: string;
let ottoline: string;
let caseId: string;
let first: string;
let second: string;
let pair: string;

const drafting = async (): Promise<string> => {
  const id = (await kent.tells(`/perpetrators/${his}/drafts`, { asWell: true })).id;
  const writes = (section: string, fields: Parameters<Desk['does']>[1]) => kent.does(`/drafts/${id}/${section}`, fields);
  const incident = await recordIncident(officer, caseId, { when: '2026-06-20 21:15', conduct: ['watching'], account });
  await writes('parties', { applicant: 'The Chief Constable of Kent Police', courtName: 'Testville' });
  await writes('people', { protectedPersonIds: [ottoline], victimIds: [ottoline] });
  await writes('area', { basis: 'resides', facts: 'His tenancy is in Testville' });
  await writes('risk', { harms: ['psychological'], facts: 'Ottoline moved house' });
  await writes('necessity', { facts: necessity, alternatives: 'A prosecution takes a year' });
  await writes('acts', { incidentIds: [incident], why: 'Unwanted, and more than once' });
  await writes('conditions', { duration: 'years', years: '2' });
  const area = {
    ...{
      number: '2',
      code: 'EX-AREA',
      wording: 'You must not enter Testville.',
      parameters: { area: 'Testville' },
      necessity: 'She works there',
    },
  };
  await writes('conditions', {
    conditions: [{ number: '1', code: 'BESPOKE', wording: condition, necessity: 'He waits for Ottoline Quillfeather' }, area],
  });
  await writes('evidence', { items: [{ kind: 'statement', reference: 'OQ/1', description: 'Statement of Ottoline Quillfeather' }] });
  await writes('hearsay', { relied: 'no' });
  await writes('interim', { sought: 'no' });
  return id;
};
const file = async (id: string): Promise<void> => {
  await authorised(kent, story.desk('authoriser.kent'), id);
  await kent.does(`/drafts/${id}/check`, { filedOn: day('2026-07-01') });
};
const packOf = async (id: string, end: 'pdf' | 'docx'): Promise<Buffer> =>
  (await (await kent.client()).download(`/applications/${id}/pack.${end}`)).bytes;
const wordsOf = async (id: string): Promise<string[]> => {
  const pdf = await extractText(await getDocumentProxy(new Uint8Array(await packOf(id, 'pdf'))), { mergePages: true });
  const docx = strFromU8(unzipSync(await packOf(id, 'docx'))['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, ' ');
  return [pdf.text, docx].map((text) => text.replace(/\s+/g, ' '));
};

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [kent, essex, officer] = [story.desk('legal.kent'), story.desk('legal.essex'), story.desk('officer.kent')];
  his = await perpetrator(officer, { given: 'Torquil', family: 'Wexcombe', born: '1986-02-03' });
  ottoline = await protectedPerson(officer, his, { given: 'Ottoline', family: 'Quillfeather' });
  story.itIs('2026-07-01 09:05');
  await protectedPerson(officer, his, { given: 'Basil', family: 'Quillfeather', sex: 'male' });
  story.itIs('2026-07-01 09:10');
  theirs = await perpetrator(essex, { given: 'Torquil', family: 'Wexcombe', born: '1986-02-03' });
  const address = { lines: '9 Cobbler Street\nOtherby', postcode: 'ZZ99 1AA' };
  const same = await protectedPerson(essex, theirs, { given: 'Ottoline', family: 'Quillfeather' }, address);
  const hidden = {
    code: 'EX-AREA',
    wording: 'You must not enter Cobbler Street, Otherby',
    parameters: { area: 'Cobbler Street, Otherby' },
  };
  const sealed = { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [hidden] };
  await obtain(essex, theirs, { filed: '2026-06-01', sealed, protects: [same] });
  caseId = await openCase(officer, his, { people: [ottoline] });
  first = await drafting();
  await file(first);
  second = await drafting();
});
afterAll(() => story?.end());

describe('A force’s own words about somebody whom another force protects as well', () => {
  let before: readonly Buffer[];

  it('name her in the pack, and only her, while nothing is linked', async () => {
    before = [await packOf(first, 'pdf'), await packOf(first, 'docx')];
    for (const words of await wordsOf(first)) {
      for (const said of [condition, inPack, necessity]) expect(words).toContain(said);
      expect(words).not.toMatch(hers);
    }
  });

  it('stand as they were written on every page and in every answer, once the records are linked', async () => {
    story.itIs('2026-07-03 09:00');
    pair = (await (await kent.client()).get(`/perpetrators/${his}/link/${theirs}`)).location;
    await kent.does(pair, {}, 'Same person');
    const draft = `/drafts/${second}`;
    const read: [Desk, string, ...string[]][] = [
      [kent, `${draft}/check`, condition, account, necessity],
      [kent, `${draft}/orders-in-force`, condition],
      [kent, `${draft}/acts`, account],
      [kent, `${draft}/conditions`, condition],
      [kent, `${draft}/necessity`, necessity],
      [kent, `/drafts/${first}/check`, condition, account, necessity],
      [kent, `/applications/${first}`],
      [kent, `/cases/${caseId}`, account],
      [kent, `/perpetrators/${his}`, account],
    ];
    for (const [desk, path, ...said] of read) {
      const text = (await desk.sees(path)).main.replace(/\s+/g, ' ');
      expect([path, said.filter((words) => !text.includes(words)), text.match(hers)]).toEqual([path, [], null]);
    }
    const api = JSON.stringify(await kent.reads(draft));
    expect([condition, account, necessity].filter((words) => !api.includes(words))).toEqual([]);
  });

  it('are what the superintendent authorises', async () => {
    await kent.does(`/drafts/${second}/orders-in-force`, { reason: 'The court is told of it' });
    await kent.does(`/drafts/${second}/authorisation`, {});
    const signing = await story.desk('authoriser.kent').sees(`/drafts/${second}/authorise`);
    for (const words of [condition, account, necessity]) expect(signing.main.replace(/\s+/g, ' ')).toContain(words);
    expect(signing.main).not.toMatch(hers);
  });

  it('tell nothing of where the other force says that she is: its condition goes whole, wherever it stands beside theirs', async () => {
    for (const path of ['conditions', 'orders-in-force', 'authorise'].map((part) => `/drafts/${second}/${part}`)) {
      const seen = await (path.endsWith('authorise') ? story.desk('authoriser.kent') : kent).sees(path);
      expect([path, seen.text.match(/Cobbler|Otherby|ZZ99/)]).toEqual([path, null]);
    }
    const beside = (await kent.sees(`/drafts/${second}/orders-in-force`)).main;
    expect(beside).toContain(
      'Condition 1, stay out of an area. Not shown: the words would show where protected person C can be found; ring Essex’s',
    );
    const conditions = (await kent.sees(`/drafts/${second}/conditions`)).main;
    expect(conditions).toContain(
      'There, condition 1: must not enter an area that would show where protected person C can be found (ring Essex’s control room)',
    );
  });

  it('stand in the pack of what is filed then, and in that filed before, to the byte, also after the link is undone', async () => {
    expect((await packOf(first, 'pdf')).equals(before[0]!)).toBe(true);
    expect((await packOf(first, 'docx')).equals(before[1]!)).toBe(true);
    await story
      .desk('authoriser.kent')
      .does(`/drafts/${second}/authorise`, { decision: 'given', rank: 'superintendent', officer: 'Supt 0000 Invented' });
    await kent.does(`/drafts/${second}/check`, { filedOn: day('2026-07-03') });
    const linked = await packOf(second, 'pdf');
    for (const words of await wordsOf(second)) {
      for (const said of [condition, inPack, necessity]) expect(words).toContain(said);
      expect(words).not.toMatch(hers);
    }
    story.itIs('2026-07-04 09:00');
    await kent.does(pair, { reason: 'The prints were of somebody else' }, 'Undo the link');
    expect((await packOf(second, 'pdf')).equals(linked)).toBe(true);
    expect((await packOf(first, 'pdf')).equals(before[0]!)).toBe(true);
  });
});
