import { Injectable } from '@nestjs/common';
import { may, type Viewer } from '#access';
import type { Visitor } from '#pages';
import { NavigationCounts } from '#pages/module';
import { Alerts, COUNTED_TO } from './alerts.query.js';

/** How many alerts wait, beside the link to them. */
@Injectable()
export class AlertCounts extends NavigationCounts {
  constructor(private readonly alerts: Alerts) {
    super();
  }

  async of(visitor: Visitor): Promise<Readonly<Record<string, string>>> {
    // Whoever is signed in was put there by the guard, as a Viewer.
    const viewer = visitor as Viewer;
    if (!may(viewer, 'see-alerts')) return {};
    const waiting = await this.alerts.waiting(viewer);
    return waiting === 0 ? {} : { '/alerts': waiting > COUNTED_TO ? `${COUNTED_TO}+` : String(waiting) };
  }
}
