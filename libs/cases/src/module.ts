import { Module } from '@nestjs/common';
import type { Capability } from '#event-store';
import { PeopleModule } from '#people/module';
import { Cases1700000000460 } from './1700000000460-cases.migration.js';
import { AddReferenceHandler } from './add-reference/add-reference.command.js';
import { AddReferencePage } from './add-reference/add-reference.page.js';
import { AssessRiskHandler } from './assess-risk/assess-risk.command.js';
import { AssessRiskPage } from './assess-risk/assess-risk.page.js';
import { ChoosePrincipalHandler } from './choose-principal/choose-principal.command.js';
import { ChoosePrincipalPage } from './choose-principal/choose-principal.page.js';
import { CancelClassificationHandler } from './cancel-classification/cancel-classification.command.js';
import { CancelClassificationPage } from './cancel-classification/cancel-classification.page.js';
import { CaseActions } from './case-record/case-actions.page.js';
import { CasePage } from './case-record/case.page.js';
import { CaseRecordRow } from './case-record/case-record.entity.js';
import { CaseRecords } from './case-record/case-records.query.js';
import { caseRecord } from './case-record/case-row.js';
import { ReadCase } from './case-record/read-case.query.js';
import { ClassifyHandler } from './classify/classify.command.js';
import { ClassifyPage } from './classify/classify.page.js';
import { ConsiderSpoHandler } from './consider-spo/consider-spo.command.js';
import { ConsiderSpoPage } from './consider-spo/consider-spo.page.js';
import { CorrectIncidentHandler } from './correct-incident/correct-incident.command.js';
import { CorrectIncidentPage } from './correct-incident/correct-incident.page.js';
import { cases } from './domain/case.js';
import { FindCasesPage } from './find-cases/find-cases.page.js';
import { ExhibitsModule, exhibitTables } from './exhibits/exhibits.module.js';
import { OpenCaseHandler } from './open-case/open-case.command.js';
import { OpenCasePage } from './open-case/open-case.page.js';
import { RecordIncidentHandler } from './record-incident/record-incident.command.js';
import { RecordIncidentPage } from './record-incident/record-incident.page.js';
import { RecordOutcomeHandler } from './record-outcome/record-outcome.command.js';
import { RecordOutcomePage } from './record-outcome/record-outcome.page.js';
import { RecordSupportHandler } from './record-support/record-support.command.js';
import { RecordSupportPage } from './record-support/record-support.page.js';
import { RegradeRiskHandler } from './regrade-risk/regrade-risk.command.js';
import { RegradeRiskPage } from './regrade-risk/regrade-risk.page.js';
import { StrikeIncidentHandler } from './strike-incident/strike-incident.command.js';
import { StrikeIncidentPage } from './strike-incident/strike-incident.page.js';

export { ApplicationsBegun, type BegunApplication } from './case-record/applications-begun.js';
export { CaseRecords };
export type { CaseLine } from './case-record/case-records.query.js';
export { AddReference } from './add-reference/add-reference.command.js';
export { AssessRisk } from './assess-risk/assess-risk.command.js';
export { ChoosePrincipal } from './choose-principal/choose-principal.command.js';
export { CancelClassification } from './cancel-classification/cancel-classification.command.js';
export { Classify } from './classify/classify.command.js';
export { ConsiderSpo } from './consider-spo/consider-spo.command.js';
export { CorrectIncident } from './correct-incident/correct-incident.command.js';
export { newCaseId, OpenCase } from './open-case/open-case.command.js';
export { newIncidentId, RecordIncident } from './record-incident/record-incident.command.js';
export { RecordOutcome } from './record-outcome/record-outcome.command.js';
export { RecordSupport } from './record-support/record-support.command.js';
export { RegradeRisk } from './regrade-risk/regrade-risk.command.js';
export { StrikeIncident } from './strike-incident/strike-incident.command.js';
export { ExhibitPlaces } from './exhibits/exhibit-places.js';
export { ExhibitSubjects } from './exhibits/exhibit-subjects.js';
export { ExhibitRecords } from './exhibits/exhibit-records.query.js';
export { newExhibitId, ReceiveExhibit } from './exhibits/receive-exhibit.command.js';
export { WithdrawExhibit } from './exhibits/withdraw-exhibit.command.js';

@Module({
  imports: [PeopleModule, ExhibitsModule],
  // The address with a fixed word (`cases/new`) stands under the person, so no id can be taken for it.
  controllers: [
    OpenCasePage,
    FindCasesPage,
    CasePage,
    AddReferencePage,
    RecordIncidentPage,
    CorrectIncidentPage,
    StrikeIncidentPage,
    ClassifyPage,
    ChoosePrincipalPage,
    CancelClassificationPage,
    AssessRiskPage,
    RegradeRiskPage,
    ConsiderSpoPage,
    RecordSupportPage,
    RecordOutcomePage,
  ],
  providers: [
    CaseRecords,
    ReadCase,
    CaseActions,
    OpenCaseHandler,
    AddReferenceHandler,
    RecordIncidentHandler,
    CorrectIncidentHandler,
    StrikeIncidentHandler,
    ClassifyHandler,
    ChoosePrincipalHandler,
    CancelClassificationHandler,
    AssessRiskHandler,
    RegradeRiskHandler,
    ConsiderSpoHandler,
    RecordSupportHandler,
    RecordOutcomeHandler,
  ],
  exports: [CaseRecords, ExhibitsModule],
})
export class CasesModule {}

export const capability: Capability = {
  name: 'cases',
  module: CasesModule,
  entities: [CaseRecordRow, ...exhibitTables.entities],
  migrations: [Cases1700000000460, ...exhibitTables.migrations],
  about: [
    'select perpetrator_id from cases.case_record where id = any ($1::text[])',
    'select perpetrator_id from cases.exhibit where id = any ($1::text[])',
  ],
  navigation: [{ text: 'Cases', href: '/cases', permission: 'view-case' }],
  streamTypes: [cases, ...exhibitTables.streamTypes],
  projections: [caseRecord, ...exhibitTables.projections],
};
