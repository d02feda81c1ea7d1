import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessLog } from '#access/module';
import { EventStore } from '#event-store';
import { DataSource } from 'typeorm';
import type { Client } from '../support/client.js';
import { type Service, startService } from '../support/service.js';
import { NotesPage, TakeNoteHandler } from './specimen.js';

let service: Service;
let legal: Client;
beforeAll(async () => {
  service = await startService({ beside: { controllers: [NotesPage], providers: [TakeNoteHandler] } });
}, 60_000);
afterAll(() => service.close());
beforeEach(async () => {
  legal = await service.signIn('legal.kent');
});

const recorded = async () => (await service.app.get(EventStore).readAll(null, 1_000)).length;

describe('A form', () => {
  it('is recorded once when it is sent twice, and leads to the record', async () => {
    const before = await recorded();
    const shown = await legal.get('/notes/new');
    const fields = { words: 'waited outside', _command: shown.value('_command') };
    const [first, second] = await Promise.all([legal.post('/notes/new', fields), legal.post('/notes/new', fields)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.location).toBe(second.location);
    expect(await recorded()).toBe(before + 1);
  });

  it('is shown again with what is missing, and with the same command', async () => {
    const shown = await legal.get('/notes/new');
    const again = await legal.post('/notes/new', { words: ' ' });
    expect([again.status, again.errors, again.value('_command')]).toEqual([400, ['Enter the words'], shown.value('_command')]);
  });

  it('is shown again in words when the decision says no', async () => {
    await legal.get('/notes/new');
    const refused = await legal.post('/notes/new', { words: 'forbidden' });
    expect([refused.status, refused.errors, refused.value('words')]).toEqual([409, ['"forbidden" may not be said'], 'forbidden']);
    expect(refused.find('#words-error')).toContain('may not be said');
  });

  it('says so when it was sent before with other words, and can then be sent', async () => {
    const shown = await legal.get('/notes/new');
    const command = shown.value('_command');
    await legal.post('/notes/new', { words: 'one', _command: command });
    const reused = await legal.post('/notes/new', { words: 'two', _command: command });
    expect([reused.status, reused.errors[0]]).toEqual([409, expect.stringContaining('already sent')]);
    expect((await legal.post('/notes/new', { words: 'two' })).status).toBe(303);
  });

  it('shows a page with a reference when there is a bug, and tells the log where but not whom', async () => {
    await legal.get('/notes/new');
    const broken = await legal.post('/notes/new', { words: 'broken' });
    expect([broken.status, broken.heading]).toEqual([500, 'Sorry, there is a problem']);
    expect(broken.main).toContain(broken.header('x-correlation-id'));
    expect(service.log.join('')).toContain('specimen.ts');
    expect(`${broken.text}${service.log.join('')}`).not.toContain('Exampleson');
  });
});

describe('The page that answers a form', () => {
  const location = async (fields: string) => {
    await legal.get('/notes/new');
    return (await legal.sendOnly('/notes/new', `${fields}&_csrf=${legal.token}`)).location;
  };

  it('is shown by GET as often as it is asked for, with what was typed, which stands neither in its address nor plainly in the database', async () => {
    const at = await location('words=forbidden');
    expect(at).toMatch(/^\/notes\/new\?kept=[0-9a-f-]{36}$/);
    for (const _ of [1, 2]) {
      const shown = await legal.get(at);
      expect([shown.status, shown.errors, shown.value('words')]).toEqual([409, ['"forbidden" may not be said'], 'forbidden']);
    }
    const rows: { page: string }[] = await service.app.get(DataSource).query('SELECT page FROM access.kept_pages');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/forbidden|govuk/);
  });

  it('is shown to nobody else, and to who signs in anew with the token of the new session', async () => {
    const at = await location('words=forbidden');
    const stranger = await (await service.signIn('legal.essex')).get(at);
    expect([stranger.status, stranger.errors, stranger.value('words')]).toEqual([200, [], '']);
    expect(stranger.main).toContain('kept no longer');
    const again = await service.signIn('legal.kent');
    const shown = await again.get(at);
    expect([shown.value('words'), shown.value('_csrf') === legal.token]).toEqual(['forbidden', false]);
    expect((await again.post('/notes/new', { words: 'allowed' })).status).toBe(303);
  });

  it('goes when thirty newer ones came', async () => {
    const at = await location('words=forbidden');
    for (let newer = 0; newer < 29; newer += 1) await location('words=');
    expect((await legal.get(at)).value('words')).toBe('forbidden');
    await location('words=');
    expect((await legal.get(at)).value('words')).toBe('');
  });

  it('is shown at its own address only, and an hour long', async () => {
    const at = await location('words=forbidden');
    const elsewhere = await legal.get(at.replace('/notes/new', '/search'));
    expect(elsewhere.errors).toEqual([]);
    await service.app.get(DataSource).query(`UPDATE access.kept_pages SET at = at - interval '61 minutes'`);
    const late = await legal.get(at);
    expect([late.status, late.value('words')]).toEqual([200, '']);
    expect(late.main).toContain('kept no longer');
  });
});

describe('A form opened by its address', () => {
  it('has an entry of its own each time a link leads to it, and sends the same command when Back leads to it', async () => {
    const command = async (at: string) => (await legal.get(at)).value('_command');
    const before = await service.app.get(AccessLog).list({}, 1);
    expect(await command('/notes/new')).not.toBe(await command('/notes/new'));
    const entry = '/notes/new?form=00000000-0000-4000-8000-000000000001';
    expect(await command(entry)).toBe(await command(entry));
    const stranger = await service.signIn('legal.essex');
    expect((await stranger.get(entry)).value('_command')).not.toBe(await command(entry));
    expect(await service.app.get(AccessLog).list({}, 1)).toEqual(before);
  });
});

describe('The API', () => {
  it('answers the same request with the same record', async () => {
    const before = await recorded();
    const headers = { 'idempotency-key': 'import 7' };
    const first = await legal.api.post('/api/v1/notes', { words: 'by a machine' }, headers);
    const again = await legal.api.post('/api/v1/notes', { words: 'by a machine' }, headers);
    expect([first.status, again.body]).toEqual([201, first.body]);
    expect(await recorded()).toBe(before + 1);
    const other = await legal.api.post('/api/v1/notes', { words: 'other' }, headers);
    expect([other.status, other.body['reason']]).toEqual([422, 'command-reused']);
    const stranger = await service.signIn('legal.essex');
    expect((await stranger.api.post('/api/v1/notes', { words: 'other' }, headers)).status).toBe(201);
  });

  it('points at what is wrong and names why it refuses', async () => {
    const wrong = await legal.api.post('/api/v1/notes', { word: 'x' });
    expect([wrong.status, wrong.header('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(wrong.body['errors']).toContainEqual({ pointer: '/words', detail: 'Enter the words' });
    const refused = await legal.api.post('/api/v1/notes', { words: 'forbidden' });
    expect(refused.body).toMatchObject({ status: 409, reason: 'forbidden-words', detail: '"forbidden" may not be said' });
    expect((await legal.api.post('/api/v1/notes', { words: 'x' }, { 'idempotency-key': 'k'.repeat(256) })).status).toBe(400);
  });

  it('takes a browser session only with its token, and no officer for a lawyer', async () => {
    expect((await legal.api.post('/api/v1/notes', { words: 'x' }, { 'x-csrf-token': 'made-up' })).status).toBe(403);
    const officer = await service.signIn('officer.kent');
    expect((await officer.api.post('/api/v1/notes', { words: 'x' })).status).toBe(403);
    expect((await service.visitor().api.post('/api/v1/notes', { words: 'x' })).status).toBe(401);
  });
});

describe('A route', () => {
  it('that names no permission is closed to everyone', async () => {
    for (const user of ['legal.kent', 'administrator']) expect((await (await service.signIn(user)).get('/forgotten')).status).toBe(403);
  });

  it('that is watched writes who looks before it shows anything, and shows nothing if it cannot', async () => {
    const database = service.app.get(DataSource);
    const [newest] = await service.app.get(AccessLog).list({}, 1);
    await legal.get('/notes/abc');
    const [entry] = await service.app.get(AccessLog).list({}, 1);
    expect(entry).toMatchObject({
      kind: 'note',
      subject: 'abc',
      route: '/notes/:id',
      role: 'legal',
      force: '46',
      sequence: (newest?.sequence ?? 0) + 1,
    });
    const before = NotesPage.shown;
    await database.query('ALTER TABLE access.log RENAME TO log_away');
    try {
      expect((await legal.get('/notes/abc')).status).toBe(500);
      expect(NotesPage.shown).toBe(before);
    } finally {
      await database.query('ALTER TABLE access.log_away RENAME TO log');
    }
    expect((await legal.get('/notes/abc')).status).toBe(200);
  });

  it('that searches keeps the terms sealed', async () => {
    await legal.get('/search-notes?q=Exampleson');
    const log = service.app.get(AccessLog);
    const [entry] = await log.list({}, 1);
    expect(JSON.stringify(entry)).not.toContain('Exampleson');
    expect(entry && (await log.terms(entry))).toEqual({ q: 'Exampleson' });
  });
});

describe('The access log', () => {
  it('keeps one whole chain when many look at once, and shows where it was tampered with', async () => {
    const log = service.app.get(AccessLog);
    await Promise.all(Array.from({ length: 40 }, (_, index) => legal.get(`/notes/many-${index}`)));
    const whole = await log.verify();
    expect(whole).toMatchObject({ whole: true });
    const database = service.app.get(DataSource);
    await expect(database.query(`UPDATE access.log SET subject = 'other' WHERE sequence = 5`)).rejects.toThrow('only ever added to');
    await expect(database.query('DELETE FROM access.log WHERE sequence = 5')).rejects.toThrow('only ever added to');
    await database.query('ALTER TABLE access.log DISABLE TRIGGER ALL');
    await database.query(`UPDATE access.log SET subject = 'other' WHERE sequence = 5`);
    expect(await log.verify()).toEqual({ whole: false, brokenAt: 5 });
    await database.query('DELETE FROM access.log WHERE sequence >= 5');
    expect(await log.verify()).toEqual({ whole: false, brokenAt: 5 });
  });
});
