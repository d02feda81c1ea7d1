import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { handOver } from './support/people.js';
import { type Cast, castOf } from './support/cast.js';
import { type Desk, Story } from './support/story.js';

jest.setTimeout(120_000);

// An address that stands on no record, so that nothing could find it in a text: noted by Kent of somebody whom Kent looks after.
const hidden = 'Beryl hides at 5 Hidden Close';
const telling = /Beryl|Hidden Close|safe place|alarm|Burrow/i;

let story: Story;
let kent: Desk;
let cast: Cast;
let kept: string;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  kent = story.desk('officer.kent');
  cast = await castOf(story, story.desk('legal.kent'), kent);
  const actions = ['moved-to-safety', 'alarm'];
  await kent.tells(`/breaches/${cast.breach}/safety-assessments`, { at: '2026-07-03T08:40:00.000Z', risk: 'high', actions, note: hidden });
  ({ id: kept } = await kent.tells(`/perpetrators/${cast.perpetrator}/breaches`, {
    ...{ on: '2026-07-02', kinds: ['approach'], keep: true, account: 'As told', reporter: 'officer' },
    ...{ place: '7 The Burrow', people: [cast.victim] },
  }));
  await kent.tells(`/cases/${cast.case}/incidents`, {
    ...{ on: '2026-06-18', conduct: ['message'], account: 'As told', place: '7 The Burrow' },
  });
}, 60_000);
afterAll(() => story.end());

const pages = () => [
  ...[`/breaches/${cast.breach}`, `/breaches/${kept}`, `/cases/${cast.case}`, `/perpetrators/${cast.perpetrator}`],
  ...[
    `/perpetrators/${cast.perpetrator}/card`,
    `/perpetrators/${cast.perpetrator}/history.pdf?for=file`,
    `/breaches/${cast.breach}/safety`,
  ],
  ...['breaches', 'history', 'cases'].map((part) => `/api/v1/perpetrators/${cast.perpetrator}/${part}`),
  ...[`/api/v1/breaches/${cast.breach}`, `/api/v1/breaches/${kept}`, `/api/v1/cases/${cast.case}`, '/api/v1/offline/snapshot', '/alerts'],
];

/** What stands in each answer to this reader. */
async function readBy(user: string): Promise<(readonly [path: string, text: string])[]> {
  const client = await story.desk(user).client();
  const read: (readonly [string, string])[] = [];
  for (const path of pages()) {
    const { status, bytes, header } = await client.download(path);
    if (status !== 200) continue;
    const isPdf = header('content-type').includes('pdf');
    const text = isPdf
      ? (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text
      : bytes.toString('utf8');
    // The form to assess it anew offers every action.
    read.push([path, path.endsWith('/safety') ? text.replace(/<form[\s\S]*<\/form>/, '') : text]);
  }
  return read;
}
const tells = async (user: string) => (await readBy(user)).filter(([, text]) => telling.test(text)).map(([path]) => path);

describe('What was noted of where somebody is safe, and where something happened', () => {
  it.each(['officer.essex', 'legal.essex', 'officer.met'])('is not read by %s', async (user) => {
    const read = await readBy(user);
    expect(read.length).toBeGreaterThan(9);
    expect(await tells(user)).toEqual([]);
    const [[, breach] = [], [, contact] = [], [, investigation] = [], [, history] = []] = read;
    expect(breach).toContain('. Done at once: Recorded; kept by Kent');
    expect(history).toContain('Recorded; kept by Kent');
    for (const page of [contact, investigation]) expect(page).toContain('A place known to Kent');
  });

  it('is read by the force that wrote it, and by the one that looks after her', async () => {
    const written = [`/breaches/${cast.breach}`, `/breaches/${kept}`, `/cases/${cast.case}`, `/perpetrators/${cast.perpetrator}`];
    expect(await tells('officer.kent')).toEqual(expect.arrayContaining(written));
    await handOver(kent, story.desk('officer.gwent'), '61', cast.victim);
    expect(await tells('officer.gwent')).toEqual(expect.arrayContaining(written));
    expect(await tells('officer.essex')).toEqual([]);
  });
});
