import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { EventStore, Sealer, Streams, StreamTypes } from '#event-store';
import { Projector } from '#event-store/module';
import { protectedPeople } from '#people';
import { AddAlias, newPerpetratorId, newProtectedPersonId, RecordPerpetrator, RecordProtectedPerson, RestrictRecord } from '#people/module';
import { DataSource } from 'typeorm';
import { v4 } from 'uuid';
import { demonstrationRecorder } from '../../apps/console/src/seed/seed-demonstration.js';
import { capabilities } from '../../apps/web/src/capabilities.js';
import type { Client } from '../support/client.js';
import { type Service, startService } from '../support/service.js';

jest.setTimeout(120_000);

/** A process that shows read models which another one keeps: here the test, which starts and stops keeping them. */
let service: Service;
let client: Client;
let projector: Projector;
let perpetratorId: string;

const act = () => ({
  by: demonstrationRecorder('46'),
  force: '46',
  at: service.clock.now(),
  commandId: v4(),
  digest: 'd',
  correlationId: 'c',
});
const execute = <R>(command: Command<R>) => service.app.get(CommandBus).execute<Command<R>, R>(command);
const card = () => `/perpetrators/${perpetratorId}`;

beforeAll(async () => {
  service = await startService({ config: { runProjections: false } });
  projector = service.app.get(Projector);
  await projector.start();
  const identity = { name: { given: 'Otto', family: 'Behindson' }, dateOfBirth: null, sex: 'male' as const };
  const details = { identity, aliases: [], addresses: [], identifiers: [], occupation: null, readers: [] };
  const recording = act();
  perpetratorId = newPerpetratorId(recording.commandId);
  const { position } = await execute(new RecordPerpetrator(details, recording));
  await shown(position);
  client = await service.signIn('legal.kent');
});
afterAll(() => service.close());

async function shown(position: string | null): Promise<void> {
  if (position === null || !(await projector.waitFor(position, 20_000))) throw new Error('The read models did not get there');
}

/** Keeps all read models but one. */
function allBut(name: string): Projector {
  const { app } = service;
  const projections = capabilities.flatMap((capability) => capability.projections ?? []).filter((one) => one.name !== name);
  const record = { store: app.get(EventStore), sealer: app.get(Sealer), types: app.get(StreamTypes) };
  return new Projector({ database: app.get(DataSource), ...record, projections });
}

/** Keeps the read models again, and waits until they show everything. */
async function keepAgain(): Promise<void> {
  await projector.start();
  await shown(await service.app.get(EventStore).head());
  service.clock.forward({ minutes: 1 });
}

describe('While the read models are not kept', () => {
  it('every page and answer says from when on something may be missing, until nothing is', async () => {
    expect((await client.get(card())).text).not.toContain('Not everything is shown');
    await projector.stop();
    const at = service.clock.now();
    await execute(new AddAlias(perpetratorId, { given: 'Otto', family: 'Elsewhere' }, act()));
    service.clock.forward({ minutes: 5 });
    const page = await client.get(card());
    expect(page.find('.ow-missing')).toContain('Not everything is shown. What was recorded since 21 Nov 2026 at 12:00 may be missing here');
    expect(page.text).not.toContain('Elsewhere');
    expect((await client.api.get(`/api/v1${card()}`)).header('x-missing-since')).toBe(at);
    await keepAgain();
    const after = await client.get(card());
    expect([after.find('.ow-missing'), after.text]).toEqual(['', expect.stringContaining('Elsewhere')]);
  });

  it.each([
    ['nothing is shown once somebody is erased whose name', 'protected-person-record', 503],
    ['everything is shown where no names', 'uptake', 200],
  ])('%s stand in the one that is late alone: %s', async (_, alone, status) => {
    const recording = act();
    const identity = { name: { given: 'Nora', family: 'Forgotten' }, dateOfBirth: null, sex: 'female' as const };
    const contact = { phone: null, email: null, address: null, safeTimes: null };
    await execute(new RecordProtectedPerson(perpetratorId, { identity, contact }, recording));
    await shown(await service.app.get(EventStore).head());
    await projector.stop();
    const personId = newProtectedPersonId(recording.commandId);
    const erased = { type: 'PersonErased', data: { personId, basis: 'court-order', authority: '99' } } as const;
    await service.app.get(Streams).transact(protectedPeople, personId, act(), () => [erased]);
    const others = allBut(alone);
    await others.start();
    await others.waitFor((await service.app.get(EventStore).head()) ?? '', 20_000);
    await others.stop();
    service.clock.forward({ minutes: 5 });
    expect((await client.get(card())).status).toBe(status);
    await keepAgain();
    expect((await client.get(card())).status).toBe(200);
  });

  it('nothing is shown to anybody once a restriction is recorded that they do not know', async () => {
    await projector.stop();
    await execute(new RestrictRecord(perpetratorId, 'sensitive-investigation', [], act()));
    service.clock.forward({ minutes: 5 });
    const page = await client.get(card());
    expect([page.status, page.text]).toEqual([503, expect.stringContaining('A record was restricted or erased')]);
    expect(page.text).not.toContain('Behindson');
    expect((await client.api.get(`/api/v1${card()}`)).status).toBe(503);
    await keepAgain();
    expect((await client.get(card())).status).toBe(404);
  });
});
