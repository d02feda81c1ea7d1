import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { arrest } from './support/breaches.js';
import { type Cast, castOf } from './support/cast.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let kent: Desk;
let essex: Desk;
let cast: Cast;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [kent, essex] = [story.desk('officer.kent'), story.desk('officer.essex')];
  cast = await castOf(story, story.desk('legal.kent'), kent);
}, 60_000);
afterAll(() => story.end());

const deciding = (): string[] => [
  'charge',
  'no-further-action',
  'out-of-court',
  'court-outcome',
  `allegations/${cast.allegation}/withdraw`,
  `flags/${cast.flag}`,
];

it('Another force may read a breach, add to it, refer to evidence and see to immediate safety, and may not decide it', async () => {
  const path = `/breaches/${cast.breach}`;
  const client = await essex.client();
  const [own, others] = [(await kent.sees(path)).text, (await essex.sees(path)).text];
  for (const step of deciding()) {
    const answers = [(await client.get(`${path}/${step}`)).status, (await client.api.post(`/api/v1${path}/${step}`, {})).status];
    const links = [own, others].map((text) => text.includes(`"${path}/${step}"`));
    expect([step, ...answers, ...links]).toEqual([step, 403, 403, true, false]);
  }
  for (const step of ['addendum', 'evidence', 'allegation', 'safety'])
    expect([step, await essex.tries(`${path}/${step}`)]).toEqual([step, 200]);
  const { actions } = await essex.reads<{ actions: readonly { href: string }[] }>(path);
  expect(actions.map(({ href }) => href.split('/').at(-1))).toEqual([
    'arrest',
    'interview',
    'tell-victim',
    'safety',
    'evidence',
    'addendum',
    'allegation',
  ]);
});

it('Another force that arrested for a breach may say that it released, and not that nothing further is done', async () => {
  const path = `/breaches/${cast.breach}`;
  await arrest(essex, cast.breach, '2026-07-03 08:00');
  expect((await essex.sees(`${path}/release`)).text).not.toContain('value="no-further-action"');
  const { api } = await essex.client();
  const release = { at: '2026-07-03T08:00:00.000Z', how: 'no-further-action', reason: 'evidential' };
  expect((await api.post(`/api/v1${path}/release`, release)).status).toBe(403);
  expect((await api.post(`/api/v1${path}/release`, { at: release.at, how: 'bail' })).status).toBe(201);
});
