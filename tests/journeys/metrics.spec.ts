import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { v4 } from 'uuid';
import { EventStore } from '#event-store';
import { Projector } from '#event-store/module';
import { RecordPerpetrator } from '#people/module';
import { demonstrationRecorder } from '../../apps/console/src/seed/seed-demonstration.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
beforeAll(async () => {
  service = await startService({ config: { runProjections: false } });
}, 120_000);
afterAll(() => service.close());

const metrics = async () => (await service.visitor().api.get('/metrics')).text;

async function record(): Promise<string | null> {
  const identity = { name: { given: 'Otto', family: 'Metricson' }, dateOfBirth: null, sex: 'male' as const };
  const act = { by: demonstrationRecorder('46'), force: '46', at: service.clock.now(), commandId: v4(), digest: 'd', correlationId: 'c' };
  const details = { identity, aliases: [], addresses: [], identifiers: [], occupation: null, readers: [] };
  return (await service.app.get(CommandBus).execute(new RecordPerpetrator(details, act))).position;
}

it('Metrics tell how late the read models are in seconds, what the event store took, and how the process does', async () => {
  expect(await metrics()).toMatch(/orderwatch_projection_lag_seconds\{projection="perpetrator-record"\} 0\n/);
  const position = await record();
  service.clock.forward({ minutes: 2 });
  await record();
  const late = await metrics();
  expect(late).toMatch(/orderwatch_projection_lag_seconds\{projection="perpetrator-record"\} 120\n/);
  expect(late).toMatch(/orderwatch_reaction_lag_seconds\{reaction="find-links"\} \d+/);
  expect(late).toMatch(/orderwatch_events_stored_total 2\n/);
  expect(late).toMatch(/orderwatch_append_conflicts_total 0\n/);
  expect(late).toMatch(/process_resident_memory_bytes \d/);
  expect(late).toMatch(/nodejs_eventloop_lag_p99_seconds \d/);
  expect(late).not.toMatch(/Metricson/);
  const stored = await service.app
    .get(EventStore)
    .append('lighthouse-1', 'none', [])
    .catch(() => null);
  expect(stored).toBeNull();
  expect(await metrics()).toMatch(/orderwatch_append_failures_total 1\n/);
  const projector = service.app.get(Projector);
  await projector.start();
  expect(position !== null && (await projector.waitFor((await service.app.get(EventStore).head()) ?? position, 30_000))).toBe(true);
  expect(await metrics()).toMatch(/orderwatch_projection_lag_seconds\{projection="perpetrator-record"\} 0\n/);
}, 120_000);
