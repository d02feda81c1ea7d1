import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { EventStore, Keyring } from '#event-store';
import { jpegFromTelephone, png, secrets } from '../../libs/people/src/record-photograph/specimen-pictures.fixture.js';
import type { Answer } from '../support/client.js';
import { perpetrator, photographOf } from './support/people.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let officer: Desk;
let essex: Desk;
let person: string;
let photograph: string;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [officer, essex] = [story.desk('officer.kent'), story.desk('officer.essex')];
  person = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
}, 60_000);
afterAll(() => story.end());

const database = (): DataSource => story.service.app.get(DataSource);
const events = () => story.service.app.get(EventStore).readAll(null, 10_000);
const recorded = async () => (await events()).length;
const pieces = () => database().query<{ sealed: Buffer }[]>('select sealed from files.sealed_piece');
const looks = async (subject: string): Promise<number> => {
  const [row] = await database().query<{ count: string }[]>(`select count(*) from access.log where kind = 'photograph' and subject = $1`, [
    subject,
  ]);
  return Number(row?.count);
};
const pictures = (page: Answer): string[] =>
  page.html.querySelectorAll('main img').map((one) => `${one.getAttribute('alt')} ${one.getAttribute('src')}`);
const path = () => `/perpetrators/${person}/photographs`;
const picture = () => `${path()}/${photograph}`;

interface Typed {
  readonly source?: string;
  readonly takenOn?: string;
}
async function send({ source, takenOn }: Typed, file: Buffer | null, name = 'photograph.jpg'): Promise<Answer> {
  const client = await officer.client();
  await client.get(path());
  const [year, month, date] = takenOn?.split('-') ?? [];
  const fields = { 'takenOn[day]': date, 'takenOn[month]': month, 'takenOn[year]': year };
  return client.upload(path(), { source, ...fields }, file && { name, bytes: file });
}

describe('A photograph', () => {
  it('is offered to be added on the page of the person to whoever keeps the record, and not missed on the card', async () => {
    expect((await officer.sees(`/perpetrators/${person}`)).link('Add a photograph')).toBe(path());
    expect((await essex.sees(`/perpetrators/${person}`)).main).not.toContain('Add a photograph');
    expect((await officer.sees(`/perpetrators/${person}/card`)).main).not.toMatch(/photograph/i);
    expect((await essex.sees(path())).html.querySelector('main form')).toBeNull();
    expect((await officer.sees(path())).html.querySelector('main form')?.getAttribute('enctype')).toBe('multipart/form-data');
  });

  it('is added from a page without scripts, once however often it is sent', async () => {
    const before = await recorded();
    const client = await officer.client();
    await client.get(path());
    const fields = { source: 'custody', 'takenOn[day]': '3', 'takenOn[month]': '5', 'takenOn[year]': '2026' };
    const file = { name: 'IMG_0001.HEIC', bytes: jpegFromTelephone(6) };
    const [one, two] = [await client.upload(path(), fields, file), await client.upload(path(), fields, file)];
    expect([one.status, two.status, one.location, two.location]).toEqual([303, 303, path(), path()]);
    expect(await recorded()).toBe(before + 1);
    const list = await client.get(path());
    expect(pictures(list)).toHaveLength(1);
    expect(list.main).toContain('Custody photograph, Kent, 3 May 2026');
    photograph = list.html.querySelector('main img')?.getAttribute('src')?.split('/').at(-1) ?? '';
  });

  it('is first on the card, on the page of the person and among those found, also for another force, and says nothing of the person', async () => {
    const shown = [`Photograph of the respondent, taken 3 May 2026 ${picture()}`];
    for (const desk of [officer, essex]) {
      const card = await desk.sees(`/perpetrators/${person}/card`);
      expect(pictures(card)).toEqual(shown);
      expect(card.main.indexOf('PLACEHOLDER')).toBeLessThan(card.main.indexOf('Custody photograph, Kent, 3 May 2026'));
      expect(pictures(await desk.sees(`/perpetrators/${person}`))).toEqual(shown);
      expect(pictures(await (await desk.client()).submit('/search', { name: 'Placeholder' }))).toEqual(shown);
    }
    expect(pictures(await officer.sees(`/perpetrators/${person}?asKnownOn=2026-06-30`))).toEqual([]);
  });

  it('comes as the picture alone, for nobody to keep, and the log knew before', async () => {
    const before = await looks(person);
    const { status, header, bytes } = await (await essex.client()).download(picture());
    expect([status, secrets.filter((secret) => bytes.includes(secret))]).toEqual([200, []]);
    expect(['content-type', 'cache-control', 'x-content-type-options', 'content-disposition'].map(header)).toEqual([
      'image/jpeg',
      'private, no-store',
      'nosniff',
      'inline',
    ]);
    expect(header('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox");
    expect(await looks(person)).toBe(before + 1);
  });

  it('is not given out when the look cannot be written down', async () => {
    await database().query('alter table access.log rename to log_away');
    try {
      expect((await (await officer.client()).download(picture())).status).toBe(500);
    } finally {
      await database().query('alter table access.log_away rename to log');
    }
  });

  it('lies nowhere in plain bytes', async () => {
    const all = Buffer.concat((await pieces()).map(({ sealed }) => sealed));
    const { bytes } = await (await officer.client()).download(picture());
    expect(all.length).toBeGreaterThan(bytes.length);
    expect([all.includes(bytes.subarray(0, 40)), all.includes(bytes.subarray(300, 340))]).toEqual([false, false]);
    const fact = (await events()).findLast(({ type }) => type === 'PhotographRecorded');
    expect(JSON.stringify(fact?.data)).not.toMatch(/[0-9a-f]{64}|IMG_0001/);
  });

  it('is on the history', async () => {
    expect((await essex.sees(`/perpetrators/${person}`)).main).toContain('Custody photograph recorded, taken 3 May 2026');
  });

  it('is of that record alone: under another nobody finds it', async () => {
    const other = await perpetrator(officer, { given: 'Zed', family: 'Otherwise', born: '1952-11-30' });
    expect(await officer.tries(`/perpetrators/${other}/photographs/${photograph}`)).toBe(404);
    expect(await officer.tries(`${path()}/${other}`)).toBe(404);
    expect((await story.service.visitor().get(picture())).status).not.toBe(200);
  });

  it('is told and given by the API', async () => {
    const listed = await essex.reads<{ items: object[] }>(path());
    const one = { id: photograph, source: 'custody', takenOn: '2026-05-03', force: '46', width: 160, height: 120 };
    expect(listed.items).toEqual([expect.objectContaining(one)]);
    expect(await essex.reads(`/perpetrators/${person}`)).toMatchObject({ photographs: [one] });
    expect((await (await essex.client()).download(`/api/v1${picture()}`)).status).toBe(200);
    const { api } = await essex.client();
    const found = await api.post('/api/v1/perpetrators/search', { name: 'Placeholder' });
    expect(found.body['items']).toEqual([expect.objectContaining({ photograph: expect.objectContaining({ id: photograph }) })]);
  });
});

describe('What is no photograph to keep', () => {
  it.each<[string, Typed, () => Buffer | null, RegExp]>([
    ['nothing', { source: 'custody' }, () => null, /^Select the photograph$/],
    ['a page that is called a photograph', { source: 'custody' }, () => Buffer.from('<svg onload="alert(1)"/>'), /not a whole JPEG or PNG/],
    ['a picture cut off', { source: 'custody' }, () => png(200, 200).subarray(0, 90), /not a whole JPEG or PNG/],
    ['a stamp', { source: 'passport' }, () => png(40, 40), /each side must have 100 pixels or more/],
    ['more than is taken at all', { source: 'custody' }, () => Buffer.alloc(11 * 1_048_576), /must be 10 MB or smaller/],
    ['nothing of where it comes from', {}, () => png(120, 160), /^Select where the photograph comes from$/],
    ['a day to come', { source: 'custody', takenOn: '2026-07-02' }, () => png(120, 160), /must be today or in the past/],
    ['the same again', { source: 'custody' }, () => jpegFromTelephone(6), /on the record already/],
  ])('%s is refused with what to do, and nothing of it stays', async (_, typed, bytes, words) => {
    const [facts, kept] = [await recorded(), (await pieces()).length];
    const answer = await send(typed, bytes());
    expect([400, 409]).toContain(answer.status);
    expect(answer.errors).toEqual([expect.stringMatching(words)]);
    expect([await recorded(), (await pieces()).length]).toEqual([facts, kept]);
  });

  it('is not taken from another force, nor from those who record nobody', async () => {
    const kept = (await pieces()).length;
    const upload = { name: 'a.png', bytes: png(120, 160) };
    const [other, manager] = [await essex.client(), await story.desk('manager.kent').client()];
    await other.get('/search');
    const answer = await other.uploadToApi(`/api/v1${path()}`, { source: 'custody' }, upload);
    expect([answer.status, answer.body['reason']]).toEqual([409, 'not-your-force']);
    await manager.get('/accessibility');
    expect((await manager.uploadToApi(`/api/v1${path()}`, { source: 'custody' }, upload)).status).toBe(403);
    expect((await pieces()).length).toBe(kept);
  });
});

describe('Photographs of one person on two records', () => {
  it('stand side by side with their force and day, the newest first, until the records are parted', async () => {
    const other = await perpetrator(essex, { given: 'Barnaby', family: 'Placeholdr', born: '1986-02-03' });
    await photographOf(essex, other, { source: 'passport', takenOn: '2019-01-02' });
    const newest = await photographOf(essex, other, { takenOn: '2026-06-01' }, png(120, 160, [], 0x60));
    await story.desk('legal.kent').tells(`/perpetrators/${person}/links/${other}`, { reason: 'He said so himself' });
    const card = await officer.sees(`/perpetrators/${person}/card`);
    expect(pictures(card)).toEqual([
      `Photograph of the respondent, taken 1 Jun 2026 /perpetrators/${other}/photographs/${newest}`,
      `Photograph of the respondent, taken 3 May 2026 ${picture()}`,
    ]);
    expect(card.main).toContain('Custody photograph, Essex, 1 Jun 2026');
    expect(card.main).toContain('Custody photograph, Kent, 3 May 2026');
  });
});

describe('A restricted person', () => {
  it('has no photograph for anybody but the readers', async () => {
    const solicitor = story.desk('legal.kent');
    await solicitor.does(`/perpetrators/${person}/restriction`, { basis: 'risk-of-harm' });
    try {
      for (const desk of [officer, essex])
        for (const at of [path(), picture(), `/api/v1${picture()}`]) expect(await desk.tries(at)).toBe(404);
      expect(pictures(await (await essex.client()).submit('/search', { name: 'Placeholder' })).join()).not.toContain(photograph);
      expect((await (await solicitor.client()).download(picture())).status).toBe(200);
    } finally {
      await solicitor.tells(`/perpetrators/${person}/restriction/lift`, { reason: 'Not needed' });
    }
  });
});

describe('A photograph that shows somebody else', () => {
  it('is withdrawn by the force of the record alone, and its picture is destroyed', async () => {
    expect(await essex.tries(`${picture()}/withdraw`)).toBe(403);
    const before = (await pieces()).length;
    const list = await officer.does(`${picture()}/withdraw`, { reason: 'Not him' });
    expect(pictures(list)).toEqual([]);
    expect((await pieces()).length).toBe(before - 1);
    for (const desk of [officer, essex]) expect(await desk.tries(picture())).toBe(410);
    expect((await officer.sees(`/perpetrators/${person}/card`)).main).not.toContain('Kent, 3 May 2026');
    const history = (await officer.sees(`/perpetrators/${person}`)).main;
    expect(history).toContain('Photograph withdrawn and destroyed: recorded in error');
    expect(history).toContain('Not him');
    expect(await officer.isRefused(`${picture()}/withdraw`, { reason: 'Again' })).toEqual(['It is withdrawn already']);
  });
});

describe('The photograph of somebody who is erased', () => {
  it('cannot be read by anybody, though its bytes are there', async () => {
    const id = await perpetrator(officer, { given: 'Wanda', family: 'Wanishing', born: '1949-05-06' });
    const at = `/perpetrators/${id}/photographs/${await photographOf(officer, id)}`;
    const before = (await pieces()).length;
    expect((await (await officer.client()).download(at)).status).toBe(200);
    await story.service.app.get(Keyring).destroy(id, { at: '2026-07-03T09:00:00.000Z', by: 'test' });
    expect(await officer.tries(at)).toBe(410);
    await story.desk('administrator').tells(`/perpetrators/${id}/erasure`, { basis: 'court-order', authority: 'Order 99/2026' });
    await story.desk('administrator.second').tells(`/erasures/${id}`, { seen: 'yes' });
    expect(await officer.tries(at)).toBe(410);
    expect(pictures(await officer.sees(`/perpetrators/${id}`))).toEqual([]);
    expect((await pieces()).length).toBe(before);
  });
});
