import { Module } from '@nestjs/common';
import { CasesModule } from '#cases/module';
import type { Capability } from '#event-store';
import { PeopleModule } from '#people/module';
import { Histories1700000000700 } from './1700000000700-histories.migration.js';
import { Alerts1700000000710 } from './1700000000710-alerts.migration.js';
import { AcknowledgeAlertHandler } from './alerts/acknowledge-alert.command.js';
import { AlertCounts } from './alerts/alert-counts.js';
import { alerts } from './alerts/alert.js';
import { AlertRecordRow } from './alerts/alert-record.entity.js';
import { alertRecord } from './alerts/alert-record.js';
import { AlertsPage } from './alerts/alerts.page.js';
import { Alerts } from './alerts/alerts.query.js';
import { TellOwningForces } from './alerts/tell-owning-forces.policy.js';
import { ChangeCourtCopyPage } from './documents/change/change-court-copy.page.js';
import { ChangePackPage } from './documents/change/change-pack.page.js';
import { ChangePacks } from './documents/change/change-packs.query.js';
import { CourtCopyPage } from './documents/court-copy.page.js';
import { CourtPackPage } from './documents/court-pack.page.js';
import { CourtPacks } from './documents/court-packs.query.js';
import { ChangeFindings } from './documents/change/change-findings.query.js';
import { PackFindings } from './documents/pack-findings.query.js';
import { ReachedPeople } from './documents/reached-people.query.js';
import { RecordsAround } from './documents/records-around.query.js';
import { HistoryDocumentPage } from './documents/history-document.page.js';
import { OfflineApi } from './offline/offline.api.js';
import { OfflineDevicePage } from './offline/offline-device.page.js';
import { OfflineSnapshots } from './offline/offline-snapshot.query.js';
import { OfficersCardPage } from './officers-card/officers-card.page.js';
import { SealForNamed } from './exhibit-places/seal-for-named.policy.js';
import { historyFacts } from './perpetrator-history/history-fact.js';
import { HistoryFactRow } from './perpetrator-history/history-fact.entity.js';
import { PerpetratorHistoryHandler } from './perpetrator-history/perpetrator-history.query.js';
import { PerpetratorHistoryPage } from './perpetrator-history/perpetrator-history.page.js';
import { perpetratorSummaries } from './perpetrator-history/perpetrator-summary.js';
import { PerpetratorSummaryRow } from './perpetrator-history/perpetrator-summary.entity.js';

export { ChangeFindings } from './documents/change/change-findings.query.js';
export { PackFindings } from './documents/pack-findings.query.js';
export { SealForNamed } from './exhibit-places/seal-for-named.policy.js';
export { RecordedPlaces } from './exhibit-places/recorded-places.query.js';
export { ControlRooms, fictionalControlRooms } from './officers-card/control-rooms.js';
export { OfflineOptions } from './offline/offline-options.js';

export { AlertCounts, TellOwningForces };

@Module({
  imports: [PeopleModule, CasesModule],
  controllers: [
    AlertsPage,
    PerpetratorHistoryPage,
    OfficersCardPage,
    OfflineApi,
    OfflineDevicePage,
    CourtPackPage,
    CourtCopyPage,
    ChangePackPage,
    ChangeCourtCopyPage,
    HistoryDocumentPage,
  ],
  providers: [
    Alerts,
    AlertCounts,
    TellOwningForces,
    SealForNamed,
    AcknowledgeAlertHandler,
    PerpetratorHistoryHandler,
    OfflineSnapshots,
    CourtPacks,
    ChangePacks,
    ReachedPeople,
    RecordsAround,
    PackFindings,
    ChangeFindings,
  ],
  exports: [AlertCounts, PackFindings, ChangeFindings],
})
export class HistoriesModule {}

export const capability: Capability = {
  name: 'histories',
  module: HistoriesModule,
  entities: [AlertRecordRow, HistoryFactRow, PerpetratorSummaryRow],
  migrations: [Histories1700000000700, Alerts1700000000710],
  about: ['select unnest(perpetrator_ids) from histories.alert where id = any ($1::text[])'],
  navigation: [{ text: 'Alerts', href: '/alerts', permission: 'see-alerts' }],
  streamTypes: [alerts],
  projections: [alertRecord, historyFacts, perpetratorSummaries],
  reactions: ['tell-owning-forces', 'seal-for-named'],
};
