import { Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { AccessLog, CurrentViewer, May, Shown, ShownRecords, Watched } from '#access/module';
import { Clock, Sealer } from '#event-store';
import { isUuid, Problem, readJson, TooOften, type WebRequest } from '#pages';
import { Asks } from '#pages/module';
import type { OfflineSnapshot } from './carried.js';
import { OfflineOptions } from './offline-options.js';
import { OfflineSnapshots } from './offline-snapshot.query.js';
import { DeviceAsked, OfflineLooks } from './offline.dto.js';
import { HourlyRate } from './rate.js';

/** A device refreshes what it carries every quarter of an hour, in a tab or two, and after each thing that is recorded on it. */
const SNAPSHOTS_AN_HOUR = 40;

/** What a device learns before it sends what it kept. */
export interface DeviceSession {
  /** Who is signed in now: reports of somebody else are not sent. */
  readonly userId: string;
  /** The token that requests of this session carry. */
  readonly csrf: string | null;
  /** The service's share in the key of unsent reports: 32 bytes, base64url, the same for this user and device whenever it is asked for. */
  readonly share: string;
  /** The service's clock. */
  readonly now: string;
}

/** What a device asks of the service to work without signal. Reports go to `perpetrators/:id/breaches`, as all reports do. */
@ApiTags('offline')
@Controller('api/v1/offline')
@May('use-offline')
export class OfflineApi {
  private readonly rate = new HourlyRate(SNAPSHOTS_AN_HOUR);

  constructor(
    private readonly snapshots: OfflineSnapshots,
    private readonly log: AccessLog,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly options: OfflineOptions,
  ) {}

  @Get('snapshot')
  @ApiOperation({ summary: 'What the officer’s device carries for when there is no signal' })
  @Watched({ kind: 'offline snapshot' })
  async snapshot(@CurrentViewer() viewer: Viewer, @Shown() shown: ShownRecords): Promise<OfflineSnapshot> {
    const now = this.clock.now();
    if (this.options.hours === 0) throw Problem.of(403, 'Offline use is switched off', 'Ask an administrator if you need it');
    const seconds = this.rate.wait(viewer.userId, now);
    if (seconds !== null) throw new TooOften('Too many snapshots', 'Wait a few minutes and try again', seconds);
    const snapshot = await this.snapshots.read(viewer, now, this.options.hours);
    shown.add(snapshot.people.map(({ id }) => id));
    return snapshot;
  }

  @Get('device')
  @ApiOperation({ summary: 'Who is signed in, and the service’s share in the key of this device’s unsent reports' })
  @Asks(DeviceAsked)
  device(@CurrentViewer() { userId }: Viewer, @Query('device') device: unknown, @Req() request: WebRequest): DeviceSession {
    if (!isUuid(device)) throw Problem.of(400, 'The request is not valid', 'Send the id of the device');
    const share = this.sealer.blindIndex('offline-share', `${userId}\n${device}`);
    return { userId, csrf: request.visit?.csrf ?? null, share, now: this.clock.now() };
  }

  /** Written to the access log late, as what was seen was seen without asking. The same look sent twice makes two entries with one id. */
  @Post('looks')
  @HttpCode(200)
  @ApiOperation({ summary: 'Report what was looked at on the device while there was no signal' })
  @ApiBody({ type: OfflineLooks })
  async looks(@CurrentViewer() viewer: Viewer, @Req() request: WebRequest): Promise<{ readonly logged: number }> {
    const reading = readJson(OfflineLooks, request.body);
    if (!reading.ok) throw Problem.input(reading.errors);
    for (const { id, kind, personId, words, at } of reading.value.looks) {
      await this.log.record({
        viewer,
        kind: kind === 'card' ? 'perpetrator' : 'search',
        subject: personId ?? null,
        route: kind === 'card' ? 'offline card' : 'offline search',
        reason: `seen offline at ${at}`,
        terms: words === undefined ? null : { words },
        correlationId: id,
      });
    }
    return { logged: reading.value.looks.length };
  }
}
