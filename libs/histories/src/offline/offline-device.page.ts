import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { May } from '#access/module';
import { page, type Page } from '#pages';
import { OfflineOptions } from './offline-options.js';
import { MOST_PEOPLE } from './offline-snapshot.query.js';

/** Turns offline use on and off on this device. What it does there is done by the script of the device; the page says what that is. */
@ApiExcludeController()
@Controller('offline')
export class OfflineDevicePage {
  constructor(private readonly options: OfflineOptions) {}

  @Get()
  @May('use-offline')
  show(): Page {
    return page('histories/offline/offline-device.page.njk', { hours: this.options.hours, most: MOST_PEOPLE });
  }
}
