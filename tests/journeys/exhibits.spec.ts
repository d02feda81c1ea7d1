import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { EventStore, Keyring, SealedFiles } from '#event-store';
import type { Client } from '../support/client.js';
import { type Cast, castOf } from './support/cast.js';
import { type Desk, idIn, Story } from './support/story.js';

const secret = 'He said: 12 Nowhere Lane, and waited there.';
const pdf = (more: string): Buffer => Buffer.from(`%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n% ${more}\n%%EOF\n`);
const file = (name: string, bytes: Buffer) => ({ name, bytes });

let story: Story;
let solicitor: Desk;
let officer: Desk;
let cast: Cast;
let exhibit: string;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  cast = await castOf(story, solicitor, officer);
}, 60_000);
afterAll(() => story.end());

const database = (): DataSource => story.service.app.get(DataSource);
const place = () => `/applications/${cast.application}/exhibits`;
const sealedFiles = async () => {
  const rows = await database().query<{ count: string }[]>('select count(distinct content_id) from files.sealed_piece');
  return rows[0]?.count;
};
const recorded = async () => (await story.service.app.get(EventStore).readAll(null, 10_000)).length;
const logged = async (kind: string, subject: string): Promise<number> => {
  const [row] = await database().query<{ count: string }[]>('select count(*) from access.log where kind = $1 and subject = $2', [
    kind,
    subject,
  ]);
  return Number(row?.count);
};

async function send(client: Client, path: string, upload: { name: string; bytes: Buffer } | null, description = 'Screenshots of 3 June') {
  await client.get(path);
  return client.upload(path, { description }, upload);
}

describe('A file on an application in preparation', () => {
  it('waits until somebody is named whom it is to protect, and is sealed under their key', async () => {
    const draft = idIn(await solicitor.does(`/perpetrators/${cast.perpetrator}/drafts/new`, { asWell: 'yes' }));
    const path = `/applications/${draft}/exhibits`;
    const client = await solicitor.client();
    const waiting = await client.get(path);
    expect(waiting.link('Name the protected people')).toBe(`/drafts/${draft}/people`);
    expect(waiting.html.querySelector('main form')).toBeNull();
    const facts = await recorded();
    const refused = await client.upload(path, { description: 'Screenshots' }, file('early.pdf', pdf('too early')));
    expect([refused.status, refused.errors]).toEqual([409, ['Name the protected people first: the file is sealed under their keys']]);
    expect(await recorded()).toBe(facts);
    await solicitor.does(`/drafts/${draft}/people`, { protectedPersonIds: [cast.victim], victimIds: [cast.victim] });
    expect((await send(client, path, file('later.pdf', pdf('in time')))).status).toBe(303);
    const events = await story.service.app.get(EventStore).readAll(null, 10_000);
    const sealed = JSON.stringify(events.findLast(({ type }) => type === 'ExhibitReceived')?.data);
    expect([sealed.includes(cast.victim), sealed.includes('later.pdf')]).toEqual([true, false]);
  });
});

describe('A file on an application', () => {
  it('is added from a page without scripts, and listed', async () => {
    const client = await solicitor.client();
    const page = await client.get(place());
    expect(page.html.querySelector('main form')?.getAttribute('enctype')).toBe('multipart/form-data');
    const sent = await send(client, place(), file('letter.exe.pdf', pdf(secret)));
    expect(sent.status).toBe(303);
    const list = await client.get(sent.location);
    expect(list.main).toContain('letter-exe.pdf');
    exhibit = list.link('Exhibit 1').split('/').at(-1) ?? '';
    const shown = await client.get(`/exhibits/${exhibit}`);
    expect(shown.heading).toBe('Exhibit 1');
    expect(shown.main).toContain(createHash('sha256').update(pdf(secret)).digest('hex'));
  });

  it('comes back as it was, as an attachment, and the log knew before', async () => {
    const before = await logged('exhibit-content', exhibit);
    const { status, header, bytes } = await (await solicitor.client()).download(`/exhibits/${exhibit}/content`);
    expect([status, bytes.equals(pdf(secret))]).toEqual([200, true]);
    expect(header('content-disposition')).toBe(`attachment; filename="letter-exe.pdf"; filename*=UTF-8''letter-exe.pdf`);
    expect([header('x-content-type-options'), header('content-type'), header('cache-control')]).toEqual([
      'nosniff',
      'application/pdf',
      'no-store',
    ]);
    expect(await logged('exhibit-content', exhibit)).toBe(before + 1);
  });

  it('is not given out when the look cannot be written down', async () => {
    await database().query('alter table access.log rename to log_away');
    try {
      expect((await (await solicitor.client()).download(`/exhibits/${exhibit}/content`)).status).toBe(500);
    } finally {
      await database().query('alter table access.log_away rename to log');
    }
  });

  it('lies nowhere in plain bytes', async () => {
    const [pieces] = await database().query<{ raw: Buffer }[]>('select string_agg(sealed, null) as raw from files.sealed_piece');
    expect(pieces?.raw.length).toBeGreaterThan(pdf(secret).length);
    expect(pieces?.raw.includes('Nowhere Lane')).toBe(false);
    expect(pieces?.raw.includes('%PDF')).toBe(false);
    const events = await story.service.app.get(EventStore).readAll(null, 10_000);
    const received = events.filter(({ type }) => type === 'ExhibitReceived');
    expect(JSON.stringify(received.map(({ data }) => data))).not.toMatch(/letter|Screenshots|[0-9a-f]{64}/);
  });

  it('is on the history, with what it is', async () => {
    expect((await solicitor.sees(`/perpetrators/${cast.perpetrator}`)).main).toContain('Exhibit 1 attached to the application: PDF');
  });

  it('is not there for those who may read no names, and its words are not open to other forces', async () => {
    expect(await story.desk('manager.kent').tries(`/exhibits/${exhibit}/content`)).toBe(403);
    const other = await story.desk('officer.essex').client();
    expect((await other.get(`/exhibits/${exhibit}/content`)).status).toBe(403);
    const shown = await other.get(`/exhibits/${exhibit}`);
    expect(shown.main).toContain('Not open to your force. Ask Kent Police');
    expect(shown.main).not.toMatch(/letter|Screenshots|[0-9a-f]{64}/);
    expect((await other.get(`/exhibits/${exhibit}/withdraw`)).status).toBe(403);
    const history = (await other.get(`/perpetrators/${cast.perpetrator}`)).main;
    expect(history).toContain('Exhibit 1 attached to the application: PDF');
    expect(history).not.toMatch(/letter-exe|Screenshots/);
  });

  it('is gone for all but the readers once the perpetrator is restricted', async () => {
    await solicitor.does(`/perpetrators/${cast.perpetrator}/restriction`, { basis: 'risk-of-harm' });
    try {
      expect(await officer.tries(`/exhibits/${exhibit}`)).toBe(404);
      expect(await officer.tries(place())).toBe(404);
      expect(await solicitor.tries(`/exhibits/${exhibit}`)).toBe(200);
    } finally {
      await solicitor.tells(`/perpetrators/${cast.perpetrator}/restriction/lift`, { reason: 'Not needed' });
    }
  });
});

describe('What cannot be kept', () => {
  it.each<[string, { name: string; bytes: Buffer } | null, string]>([
    ['nothing', null, 'Select the file'],
    ['an empty file', file('empty.pdf', Buffer.alloc(0)), 'The file is empty. Select another'],
    ['a program under the name of a PDF', file('letter.pdf', Buffer.from([0x4d, 0x5a, 0x90, 0, 3])), 'The file cannot be taken'],
    ['a page', file('letter.txt', Buffer.from('<html><script>1</script>')), 'The file cannot be taken'],
    ['a PDF under the name of a program', file('letter.pdf.exe', pdf('x')), 'The file is a PDF but its name says something else'],
    ['the same file again', file('other.pdf', pdf(secret)), 'The same file is here already, as exhibit 1'],
    ['too large a file', file('large.txt', Buffer.alloc(10 * 1_048_576 + 1, 'a')), 'The file must be 10 MB or smaller'],
  ])('%s is refused in a sentence, and what was typed stays', async (_, upload, words) => {
    const [before, kept] = [await recorded(), await sealedFiles()];
    const sent = await send(await solicitor.client(), place(), upload, 'Kept words');
    expect([400, 409]).toContain(sent.status);
    expect(sent.errors.join()).toContain(words);
    expect(sent.value('description')).toBe('Kept words');
    expect(await recorded()).toBe(before);
    expect(await sealedFiles()).toBe(kept);
  });

  it('a form without a file in it, or with one that is only told of, is answered alike', async () => {
    const client = await solicitor.client();
    await client.get(place());
    const told = await client.post(place(), { description: 'x', file: { name: 'a.pdf', size: '1', sha256: 'a'.repeat(64) } });
    expect([told.status, told.errors]).toEqual([400, ['Select the file']]);
  });

  it('takes a file that is exactly as large as it may be', async () => {
    const sent = await send(await solicitor.client(), place(), file('large.txt', Buffer.alloc(10 * 1_048_576, 'a')));
    expect(sent.errors).toEqual([]);
    expect(sent.status).toBe(303);
  });

  it('is not read from a stranger, nor where no file is taken, nor without the form’s token', async () => {
    expect((await story.service.visitor().upload(place(), {}, file('a.pdf', pdf('a')))).status).toBe(303);
    const client = await solicitor.client();
    await client.get(place());
    expect((await client.upload(`/applications/${cast.application}/support`, {}, file('a.pdf', pdf('a')))).status).toBe(415);
    expect((await client.upload(place(), { description: 'x', _csrf: 'forged' }, file('a.pdf', pdf('b')))).status).toBe(403);
  });
});

describe('A large file', () => {
  const large = 10 * 1_048_576;
  const call = () => `/api/v1${place()}`;

  it('is refused before it is read: to strangers, without the permission, without the token, and when it is far too large', async () => {
    const stranger = story.service.visitor();
    expect(await stranger.begin(place(), { description: 'x' }, large)).toBe(303);
    expect(await stranger.begin(call(), { description: 'x' }, large)).toBe(401);
    const manager = await story.desk('manager.kent').client();
    expect(await manager.begin(place(), { _csrf: manager.token, description: 'x' }, large)).toBe(403);
    expect(await manager.begin(call(), { description: 'x' }, large, { 'x-csrf-token': manager.token })).toBe(403);
    const client = await solicitor.client();
    await client.get(place());
    expect(await client.begin(place(), { _csrf: 'forged', description: 'x' }, large)).toBe(403);
    expect(await client.begin(place(), { description: 'x' }, large)).toBe(403);
    expect(await client.begin(call(), { description: 'x' }, large)).toBe(403);
    expect(await client.begin(call(), { description: 'x' }, 100 * large, { 'x-csrf-token': client.token })).toBe(413);
    expect(await client.begin(place(), { _csrf: client.token, description: 'x' }, 100 * large)).toBe(413);
  });

  it('is waited for when everything is right', async () => {
    const client = await solicitor.client();
    await client.get(place());
    await expect(client.begin(place(), { _csrf: client.token, description: 'x' }, large)).rejects.toThrow('No answer came');
  });
});

describe('A file sent twice', () => {
  it('is recorded once', async () => {
    const client = await officer.client();
    const path = `/breaches/${cast.breach}/exhibits`;
    const page = await client.get(path);
    const before = await recorded();
    const hidden = { _command: page.value('_command'), description: 'A call log' };
    const sent = await Promise.all([1, 2, 3].map(() => client.upload(path, hidden, file('calls.txt', Buffer.from('One call at 08:10\n')))));
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await recorded()).toBe(before + 1);
    const other = await client.upload(path, hidden, file('calls.txt', Buffer.from('Two calls at 08:10\n')));
    expect(other.errors.join()).toContain('already sent with other details');
  });

  it('keeps its bytes when it comes again with other words, which is refused', async () => {
    const client = await officer.client();
    const path = `/breaches/${cast.breach}/exhibits`;
    const command = (await client.get(path)).value('_command');
    const bytes = Buffer.from('Three calls at 08:10\n');
    const first = await client.upload(path, { _command: command, description: 'A call log' }, file('more.txt', bytes));
    const again = await client.upload(path, { _command: command, description: 'Another call log' }, file('more.txt', bytes));
    expect(again.errors.join()).toContain('already sent with other details');
    const href = (await client.get(first.location)).link('Exhibit 2');
    expect((await client.download(`${href}/content`)).bytes.equals(bytes)).toBe(true);
  });

  it('is another file on another record, also under a key that was used', async () => {
    const client = await officer.client();
    const key = { 'idempotency-key': 'used-before' };
    const attach = (to: string) => client.uploadToApi(to, { description: 'Log' }, file('log.txt', Buffer.from('One log\n')), key);
    await attach(`/api/v1/breaches/${cast.breach}/exhibits`);
    const { id } = (await attach(`/api/v1/cases/${cast.case}/exhibits`)).body as { id: string };
    expect((await client.download(`/api/v1/exhibits/${id}/content`)).status).toBe(200);
    expect(await officer.reads<{ items: object[] }>(`/cases/${cast.case}/exhibits`)).toMatchObject({ items: [{ id }] });
  });
});

describe('The API', () => {
  it('takes, tells, gives and withdraws', async () => {
    const client = await officer.client();
    const answer = await client.uploadToApi(
      `/api/v1/orders/${cast.order}/exhibits`,
      { description: 'Certificate' },
      file('c.pdf', pdf('c')),
      {
        'idempotency-key': 'certificate-1',
      },
    );
    expect(answer.status).toBe(201);
    const { id } = answer.body as { id: string };
    const again = await client.uploadToApi(
      `/api/v1/orders/${cast.order}/exhibits`,
      { description: 'Certificate' },
      file('c.pdf', pdf('c')),
      {
        'idempotency-key': 'certificate-1',
      },
    );
    expect(again.body).toMatchObject({ id });
    expect((await client.download(`/api/v1/exhibits/${id}/content`)).bytes.equals(pdf('c'))).toBe(true);
    const wrong = await client.uploadToApi(
      `/api/v1/orders/${cast.order}/exhibits`,
      { description: 'x' },
      file('c.pdf', Buffer.from('MZ\0')),
    );
    expect([wrong.status, wrong.body['reason']]).toEqual([409, 'type-not-taken']);
    expect(await officer.tells(`/exhibits/${id}/withdrawal`, { reason: 'Superseded' })).toMatchObject({ id, recorded: true });
    const { items } = await officer.reads<{ items: object[] }>(`/orders/${cast.order}/exhibits`);
    expect(items).toMatchObject([{ number: 1, withdrawn: { on: '2026-07-03', reason: 'Superseded' } }]);
  });
});

describe('A withdrawn file', () => {
  it('stays on the record with its reason, and can still be downloaded', async () => {
    const page = await solicitor.does(`/exhibits/${exhibit}/withdraw`, { reason: 'Another copy is better' });
    expect(page.heading).toBe('Exhibit 1 (withdrawn 3 Jul 2026)');
    expect(page.main).toContain('Another copy is better');
    expect((await (await solicitor.client()).download(`/exhibits/${exhibit}/content`)).status).toBe(200);
    expect(await solicitor.isRefused(`/exhibits/${exhibit}/withdraw`, { reason: 'Again' })).toEqual(['It is withdrawn already']);
  });
});

describe('A file about somebody who was erased', () => {
  it('cannot be read any more, by anybody', async () => {
    const keyring = story.service.app.get(Keyring);
    const files = story.service.app.get(SealedFiles);
    await files.put('exhibit', 'test-content', [cast.perpetrator, 'somebody-else'], Buffer.from('About two people'));
    expect((await files.read('exhibit', 'test-content'))?.toString()).toBe('About two people');
    await expect(files.read('photograph', 'test-content')).rejects.toThrow('authenticate');
    await database().query(`update files.sealed_piece set about = $1 where content_id = 'test-content'`, [[cast.perpetrator]]);
    await expect(files.read('exhibit', 'test-content')).rejects.toThrow('authenticate');
    const both = [cast.perpetrator, 'somebody-else'];
    await database().query(`update files.sealed_piece set about = $1 where content_id = 'test-content'`, [both]);
    await keyring.destroy('somebody-else', { at: '2026-07-03T09:00:00.000Z', by: 'test' });
    expect(await files.read('exhibit', 'test-content')).toBeNull();
  });
});
