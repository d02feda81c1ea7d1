import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { addressOf } from './support/every-form.js';
import { type Cast, castOf } from './support/cast.js';
import { Story } from './support/story.js';

/** Every call of the API that reads, as the list of routes has it. */
const reads = readFileSync(path.join(import.meta.dirname, '../architecture/routes.txt'), 'utf8')
  .split('\n')
  .flatMap((line) => (/^\/api\/v1\/(?!calendars)\S+ GET /.test(line) ? [line.split(' ')[0] ?? ''] : []));

let story: Story;
let cast: Cast;
let client: Client;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  const solicitor = story.desk('legal.kent');
  cast = await castOf(story, solicitor, story.desk('officer.kent'));
  client = await solicitor.client();
}, 60_000);
afterAll(() => story.end());

/** Who may ask at all. */
const whoMay = async (route: string): Promise<Client> =>
  /erasures/.test(route)
    ? story.desk('administrator').client()
    : /uptake/.test(route)
      ? story.desk('manager.kent').client()
      : /offline|alerts/.test(route)
        ? story.desk('officer.kent').client()
        : client;
const pointers = ({ body }: { readonly body: Record<string, unknown> }) =>
  ((body['errors'] ?? []) as { pointer: string }[]).map(({ pointer }) => pointer);

it('knows the calls that read', () => expect(reads.length).toBeGreaterThan(35));

describe.each(reads)('The call %s', (route) => {
  it('refuses a parameter it does not have, and names it', async () => {
    const asker = await whoMay(route);
    const address = addressOf(route.replace('exhibits/:id', `exhibits/${cast.case}`), cast, cast.perpetrator);
    const answer = await asker.api.get(`${address}?asknownon=2026-03-01`);
    expect([answer.status, pointers(answer)]).toEqual([400, expect.arrayContaining(['/asknownon'])]);
  });
});

describe('What the address asks', () => {
  const wrong: readonly (readonly [string, string, string])[] = [
    ['/perpetrators/:id/history', 'asKnownOn=2026-13-01', '/asKnownOn'],
    ['/perpetrators/:id/history', 'asKnownOn=yesterday', '/asKnownOn'],
    ['/perpetrators/:id/history', 'asKnownOn=2030-01-01', '/asKnownOn'],
    ['/perpetrators/:id/history', 'asKnownOn=2026-01-01&asKnownOn=2026-01-02', '/asKnownOn'],
    ['/perpetrators/:id/history', 'from=abc', '/from'],
    ['/perpetrators/:id/history', 'from=2026-05-02&to=2026-05-01', '/from'],
    ['/perpetrators/:id/history', 'kind=nonsense', '/kind'],
    ['/perpetrators/:id/history', 'kind=order&kind=nonsense', '/kind'],
    ['/perpetrators/:id/history', 'order=nope', '/order'],
    ['/perpetrators/:id/history', 'force=Kent', '/force'],
    ['/perpetrators/:id/history', 'after=zzz', '/after'],
    ['/perpetrators/:id/history.pdf', 'asKnownOn=2030-01-01', '/asKnownOn'],
    ['/perpetrators/:id/history.pdf', 'for=anybody', '/for'],
    ['/perpetrators/:id/orders', 'after=zzz', '/after'],
    ['/perpetrators/:id/applications', 'after=zzz', '/after'],
    ['/perpetrators/:id/breaches', 'after=zzz&after=zzz', '/after'],
    ['/perpetrators/:id/cases', 'after=zzz', '/after'],
    ['/applications/:id/pack.pdf', 'of=before', '/of'],
    ['/applications/:id/pack.docx', 'leaveOut=a%20b', '/leaveOut'],
    ['/cases', 'force=99', '/force'],
    ['/cases', 'offence=stalking', '/offence'],
    ['/cases', 'grade=huge', '/grade'],
    ['/cases', 'considered=maybe', '/considered'],
    ['/drafts', 'perpetrator=nobody', '/perpetrator'],
    ['/alerts', 'seen=perhaps', '/seen'],
    ['/alerts', 'after=zzz', '/after'],
    ['/links', 'after=zzz', '/after'],
    ['/work', 'when=someday', '/when'],
    ['/work', 'when=authorise', '/when'],
    ['/work', 'kind=nonsense', '/kind'],
    ['/work', 'owner=somebody', '/owner'],
    ['/work', 'from=today', '/from'],
    ['/work', 'when=today&after=zzz', '/after'],
    ['/work', 'when=later&after=zzz', '/after'],
    ['/work', 'after=zzz', '/after'],
    ['/uptake', 'at=2030-01-01', '/at'],
    ['/uptake', 'from=2026', '/from'],
    ['/uptake', 'from=2026-05&to=2026-04', '/from'],
    ['/uptake/orders', 'list=filed', '/list'],
    ['/uptake/orders', 'kind=nonsense', '/kind'],
    ['/uptake/applications', 'after=zzz', '/after'],
    ['/offline/device', 'device=x', '/device'],
  ];

  it.each(wrong)('%s?%s is refused by name', async (route, query, pointer) => {
    const asker = await whoMay(route);
    const answer = await asker.api.get(`${addressOf(`/api/v1${route}`, cast, cast.perpetrator)}?${query}`);
    expect([answer.status, answer.header('content-type'), pointers(answer)]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
      [pointer],
    ]);
  });

  it.each([
    ['/perpetrators/:id/history', 'asKnownOn=2026-06-01&kind=order&kind=breach&from=2020-01-01&to=2026-07-01&force=46&after='],
    ['/cases', 'force=any&offence=ph97006&grade=high&considered=open'],
    ['/work', 'when=today&kind=&owner=me&team=legal&from=2026-01-01'],
    ['/alerts', 'seen=yes'],
    ['/uptake', 'from=2025-07&to=2026-06&at=2026-06-30&asKnownOn=2026-06-30&force=46'],
    ['/uptake/orders', 'list=made&kind=other-kinds'],
  ])('%s?%s is answered', async (route, query) => {
    const asker = await whoMay(route);
    expect((await asker.api.get(`${addressOf(`/api/v1${route}`, cast, cast.perpetrator)}?${query}`)).status).toBe(200);
  });
});
