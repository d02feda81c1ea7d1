import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { reportBreach, whatWasBreached } from './support/breaches.js';
import { draftJson, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

// One man on a record of Kent and on one of Essex. Both forces protect a Vera from him, and the Vera of Essex lives where Kent keeps him away.
const area = 'Mock Lane, Sampleton';
const ofKent = ['You must not contact Vera.', `You must not enter ${area}.`] as const;
const account = 'Vera saw him at 3 Mock Lane in Sampleton';

let story: Story;
let kent: Desk;
let essex: Desk;
let his: string;
let breach: string;
let kentOrder: string;
let kentVera: string;

const whole = (page: { readonly main: string }) => page.main.replace(/\s+/g, ' ');
const pdfOf = async (desk: Desk): Promise<string> => {
  const { bytes } = await (await desk.client()).download(`/perpetrators/${his}/history.pdf?for=file`);
  return (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text.replace(/\s+/g, ' ');
};
const order = async (desk: Desk, perpetratorId: string, protects: string, conditions: readonly object[]): Promise<string> => {
  const sealed = { ...draftJson({ made: '2026-06-30 10:00', until: '2028-06-29' }), conditions };
  const other = { kind: 'other', origin: 'application', courtType: 'county', protectedPersonIds: [protects] };
  return (await desk.tells(`/perpetrators/${perpetratorId}/orders`, { ...sealed, ...other })).id;
};

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [kent, essex] = [story.desk('officer.kent'), story.desk('officer.essex')];
  const [kentLegal, essexLegal] = [story.desk('legal.kent'), story.desk('legal.essex')];
  his = await perpetrator(kent, { given: 'Quentin', family: 'Fictionsson', born: '1984-04-04' });
  const theirs = await perpetrator(essex, { given: 'Barnaby', family: 'Fictionsson', born: '1971-01-01' });
  kentVera = await protectedPerson(kent, his, { given: 'Vera', family: 'Samplewright' });
  const address = { lines: '3 Mock Lane\nMock Lane\nSampleton', postcode: 'ZZ99 1AA' };
  const essexVera = await protectedPerson(essex, theirs, { given: 'Vera', family: 'Nonesuch' }, address);
  kentOrder = await order(kentLegal, his, kentVera, [
    { number: 1, code: 'NC-DIR', wording: ofKent[0] },
    { number: 2, code: 'EX-AREA', wording: ofKent[1], parameters: { area } },
  ]);
  const wording = 'You must not contact Vera Nonesuch of 3 Mock Lane, Sampleton.';
  await order(essexLegal, theirs, essexVera, [{ number: 1, code: 'NC-DIR', wording }]);
  await serve(kent, kentOrder, '2026-06-30 15:00');
  await kentLegal.tells(`/perpetrators/${his}/links/${theirs}`, { reason: 'Fingerprints taken on arrest' });
  breach = await reportBreach(kent, his, { when: '2026-07-01 08:00', kinds: ['message', 'area'], account }, ofKent);
}, 60_000);
afterAll(() => story?.end());

describe('What a force wrote, after its record was linked with that of another', () => {
  it('says on the card, on the page and in print what its own order forbids, in the words of the court', async () => {
    const card = whole(await kent.sees(`/perpetrators/${his}/card`));
    expect(card).toContain(`enter ${area}`);
    for (const shown of [whole(await kent.sees(`/perpetrators/${his}`)), await pdfOf(kent)]) {
      for (const words of [...ofKent, account]) expect(shown).toContain(words);
    }
  });

  it('stands on the form for a report and on the report', async () => {
    const { choices, page } = await whatWasBreached(kent, his, { when: '2026-07-01 08:30', kinds: ['message', 'area'] });
    expect(choices.map(({ words }) => words)).toEqual(expect.arrayContaining([...ofKent]));
    expect(whole(page)).not.toContain('Vera Nonesuch');
    const report = whole(await kent.sees(`/breaches/${breach}`));
    for (const words of [...ofKent, account]) expect(report).toContain(words);
  });

  it('is on the device of its officer', async () => {
    const carried = JSON.stringify(await kent.reads('/offline/snapshot'));
    for (const words of [...ofKent, area]) expect(carried).toContain(words);
    expect(carried).not.toMatch(/Nonesuch|3 Mock Lane/);
  });

  it('keeps the name of the person it protects, and hides the other force’s in the other’s words, but for the town', async () => {
    for (const path of [`/perpetrators/${his}`, `/perpetrators/${his}/card`]) {
      const shown = whole(await kent.sees(path));
      expect([path, shown.includes('Nonesuch')]).toEqual([path, false]);
    }
    const page = whole(await kent.sees(`/perpetrators/${his}`));
    expect(page).toContain('Vera Samplewright');
    expect(page).toMatch(/Not shown: the words would show where protected person [A-Z] can be found; ring Essex’s control room/);
    expect(page).not.toContain('Nora');
  });

  it('stays masked for the other force, whose own words are its own to read', async () => {
    const page = whole(await essex.sees(`/perpetrators/${his}`));
    expect(page).toContain('You must not contact Vera Nonesuch of 3 Mock Lane, Sampleton.');
    expect(page).not.toMatch(/Samplewright|You must not contact Vera\./);
    expect(whole(await essex.sees(`/breaches/${breach}`))).not.toMatch(/Vera saw|Vera\.|Samplewright/);
  });

  it('reaches no manager', async () => {
    const read = JSON.stringify(await story.desk('manager.kent').reads(`/perpetrators/${his}/history`));
    expect(read).not.toMatch(/Vera|Mock Lane/);
  });
});
