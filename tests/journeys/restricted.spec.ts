import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessLog, atConsole, Users } from '#access/module';
import { EventStore } from '#event-store';
import type { Answer, Client } from '../support/client.js';
import { type Cast, castOf } from './support/cast.js';
import { moment } from './support/days.js';
import { type Form, openForm } from './support/form.js';
import { found, perpetrator } from './support/people.js';
import { uptake, work } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let reader: Desk;
let colleague: Desk;
let manager: Desk;
let cast: Cast;
let openedBefore: Form;
let searchedBefore: string;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [reader, colleague, manager] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('manager.kent')];
  cast = await castOf(story, reader, colleague);
  openedBefore = await (
    await openForm(await colleague.client(), `/orders/${cast.order}/awareness`)
  ).fill({ document: 'order', at: moment('2026-07-02 12:00'), basis: 'told', detail: 'Typed before' });
  const client = await colleague.client();
  await client.get('/search');
  searchedBefore = (await client.post('/search', { name: 'Placeholder' })).location;
}, 60_000);
afterAll(() => story.end());

/** A machine of Kent, signed in. */
async function machineOf({ service }: Story): Promise<Client> {
  const account = { userName: 'feed.kent', displayName: 'Feed', role: 'machine' as const, force: '46', password: 'a long client secret' };
  await service.app
    .get(Users)
    .create('00000000-0000-4000-8000-0000000000b7', account, { viewer: atConsole, route: 'console', correlationId: 'c' });
  const client = service.visitor();
  const { body } = await client.api.post('/api/v1/tokens', { clientId: account.userName, clientSecret: account.password });
  client.api.bearer(String(body['token']));
  return client;
}

/** Every page and every answer of the API about the person. */
const pages = () => [
  `/perpetrators/${cast.perpetrator}`,
  `/perpetrators/${cast.perpetrator}/breaches/new`,
  `/orders/${cast.order}`,
  `/orders/${cast.order}/serve`,
  `/breaches/${cast.breach}`,
  `/breaches/${cast.breach}/arrest`,
  `/api/v1/perpetrators/${cast.perpetrator}`,
  `/api/v1/perpetrators/${cast.perpetrator}/history`,
  `/api/v1/perpetrators/${cast.perpetrator}/orders`,
  `/api/v1/perpetrators/${cast.perpetrator}/breaches`,
  `/api/v1/orders/${cast.order}`,
  `/api/v1/applications/${cast.application}`,
  `/api/v1/breaches/${cast.breach}`,
];
const statuses = (desk: Desk) => Promise.all(pages().map(async (path) => [path, await desk.tries(path)]));
const recorded = async () => (await story.service.app.get(EventStore).readAll(null, 10_000)).length;
const everything = (status: number) => pages().map((path) => [path, status]);

it('Everybody of the service sees an open record', async () => {
  expect(await statuses(colleague)).toEqual(everything(200));
  expect(await found(colleague, 'Barnaby Placeholder')).toEqual(['PLACEHOLDER, Barnaby']);
  expect((await uptake(manager)).total).toMatchObject({ filed: 3, made: 1 });
});

describe('Once the record is restricted', () => {
  beforeAll(async () => {
    const restriction = `/perpetrators/${cast.perpetrator}/restriction`;
    await reader.does(restriction, { basis: 'risk-of-harm' });
  });

  it('is gone for a colleague at every address, and whole for its reader', async () => {
    expect(await statuses(colleague)).toEqual(everything(404));
    expect(await statuses(reader)).toEqual(everything(200));
  });

  it('cannot be told from a record that never was', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    const answers = async (desk: Desk, cut: (path: string) => string) => {
      const client = await desk.client();
      const plain = (answer: Answer) => answer.text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
      return Promise.all(pages().map(async (path) => plain(await client.get(cut(path)))));
    };
    const ids = new RegExp([cast.perpetrator, cast.order, cast.breach, cast.application].join('|'), 'g');
    const words = (texts: string[]) => texts.map((text) => text.replaceAll(/(value|content|nonce)="[^"]*"/g, ''));
    expect(words(await answers(colleague, (path) => path))).toEqual(words(await answers(colleague, (path) => path.replace(ids, nobody))));
  });

  it('is gone from results that were open already, from searches and from counts', async () => {
    const open = await (await colleague.client()).get(searchedBefore);
    expect(open.all('.ow-hit h2')).toEqual([]);
    expect(open.main).not.toContain('Barnaby');
    expect(await found(colleague, 'Barnaby Placeholder')).toEqual([]);
    const { api } = await colleague.client();
    expect((await api.post('/api/v1/perpetrators/search', { name: 'Placeholder' })).body).toMatchObject({ items: [], total: 0 });
    expect(await work(colleague)).toEqual([]);
    const figures = await uptake(manager);
    expect(figures.total).toMatchObject({ filed: 0, made: 0 });
    expect(figures.people).toEqual({ applications: 0, orders: 0 });
    for (const list of ['orders', 'applications']) expect((await manager.reads<{ items: object[] }>(`/uptake/${list}`)).items).toEqual([]);
    for (const file of ['months', 'forces', 'standing', 'breached'])
      expect((await (await manager.client()).get(`/uptake/${file}.csv`)).text).not.toMatch(/,[1-9]\d*(,|\r?\n|$)/);
    expect((await uptake(reader)).total).toMatchObject({ filed: 3, made: 1 });
  });

  it('takes nothing from a form that was open before', async () => {
    const before = await recorded();
    expect((await openedBefore.press()).status).toBe(404);
    expect(await recorded()).toBe(before);
  });

  it('is written down when its reader looks, and the attempts of others too', async () => {
    await reader.sees(`/orders/${cast.order}`);
    const looks = await story.service.app.get(AccessLog).list({}, 200);
    expect(looks).toContainEqual(expect.objectContaining({ kind: 'order', subject: cast.order, role: 'legal' }));
    expect(looks).toContainEqual(expect.objectContaining({ kind: 'perpetrator', subject: cast.perpetrator, role: 'officer' }));
  });

  it('has nobody of it named by who may not know of it, no otherwise than somebody who is not on record', async () => {
    const other = await perpetrator(reader, { given: 'Otto', family: 'Elsewhere', born: '1980-01-01' });
    const filing = { filedOn: '2026-07-01', courtName: 'Nowhere', notice: 'with', areaBasis: 'resides', interimSought: false };
    const naming = (id: string) => ({ ...filing, protectedPersonIds: [id] });
    const machine = await machineOf(story);
    const nobody = '00000000-0000-4000-8000-00000000000b';
    const answers: unknown[] = [];
    for (const id of [cast.victim, nobody]) {
      const { status, body } = await machine.api.post(`/api/v1/perpetrators/${other}/applications`, naming(id));
      answers.push({ status, reason: body['reason'], detail: body['detail'], errors: body['errors'] });
      const opened = await colleague.isTold(`/perpetrators/${other}/cases`, {
        on: '2026-07-01',
        source: 'victim',
        protectedPersonIds: [id],
      });
      answers.push(opened);
    }
    expect(answers.slice(0, 2)).toEqual(answers.slice(2));
    expect(answers[0]).toMatchObject({ status: 409, reason: 'not-yours-to-name' });
    expect(answers[1]).toBe('not-yours-to-name');
    // A reader may.
    await reader.tells(`/perpetrators/${other}/applications`, naming(cast.victim));
  });

  it('is closed to those who manage accounts', async () => {
    const administrator = story.desk('administrator');
    for (const [path, status] of await statuses(administrator)) expect([path, [403, 404].includes(Number(status))]).toEqual([path, true]);
  });
});

describe('Once the restriction is lifted', () => {
  it('is open again, with all that was recorded meanwhile', async () => {
    await reader.does(`/breaches/${cast.breach}/addendum`, { text: 'Recorded while it was restricted' });
    const client = await reader.client();
    await client.get(`/perpetrators/${cast.perpetrator}/restriction`);
    expect((await client.post(`/perpetrators/${cast.perpetrator}/restriction/lift`, { reason: 'The risk has passed' })).status).toBe(303);
    expect(await statuses(colleague)).toEqual(everything(200));
    expect((await colleague.sees(`/breaches/${cast.breach}`)).main).toContain('Recorded while it was restricted');
    expect(await found(colleague, 'Barnaby Placeholder')).toEqual(['PLACEHOLDER, Barnaby']);
    expect((await uptake(manager)).total).toMatchObject({ filed: 4, made: 1 });
    expect((await openedBefore.press()).status).toBe(303);
  });
});
