import { Module } from '@nestjs/common';
import type { Capability } from '#event-store';
import { PeopleModule } from '#people/module';
import { Breaches1700000000600 } from './1700000000600-breaches.migration.js';
import { Victims1700000000610 } from './1700000000610-victims.migration.js';
import { OrderContact1700000000620 } from './1700000000620-order-contact.migration.js';
import { tellings } from './domain/telling.js';
import { TellOfOrderHandler } from './tell-of-order/tell-of-order.command.js';
import { TellOfOrderPage } from './tell-of-order/tell-of-order.page.js';
import { ReachingPeople } from './victim-contact/how-reached.query.js';
import { orderContact } from './victim-contact/order-contact.js';
import { OrderContactRecord } from './victim-contact/order-contact.entity.js';
import { OrderContacts } from './victim-contact/order-contacts.query.js';
import { VictimContactPage } from './victim-contact/victim-contact.page.js';
import { AddAddendumHandler } from './add-addendum/add-addendum.command.js';
import { AddAddendumPage } from './add-addendum/add-addendum.page.js';
import { CorrectTimeHandler } from './correct-time/correct-time.command.js';
import { CorrectTimePage } from './correct-time/correct-time.page.js';
import { AddAllegationHandler } from './add-allegation/add-allegation.command.js';
import { AddAllegationPage } from './add-allegation/add-allegation.page.js';
import { DisposeOutOfCourtHandler } from './dispose-out-of-court/dispose-out-of-court.command.js';
import { DisposeOutOfCourtPage } from './dispose-out-of-court/dispose-out-of-court.page.js';
import { KeepContactHandler } from './keep-contact/keep-contact.command.js';
import { NoFurtherActionHandler } from './no-further-action/no-further-action.command.js';
import { NoFurtherActionPage } from './no-further-action/no-further-action.page.js';
import { RecordArrestHandler } from './record-arrest/record-arrest.command.js';
import { RecordArrestPage } from './record-arrest/record-arrest.page.js';
import { RecordChargeHandler } from './record-charge/record-charge.command.js';
import { RecordChargePage } from './record-charge/record-charge.page.js';
import { RecordCourtOutcomeHandler } from './record-court-outcome/record-court-outcome.command.js';
import { RecordCourtOutcomePage } from './record-court-outcome/record-court-outcome.page.js';
import { RecordInterviewHandler } from './record-interview/record-interview.command.js';
import { RecordInterviewPage } from './record-interview/record-interview.page.js';
import { RecordReleaseHandler } from './record-release/record-release.command.js';
import { RecordReleasePage } from './record-release/record-release.page.js';
import { ReferenceEvidenceHandler } from './reference-evidence/reference-evidence.command.js';
import { ReferenceEvidencePage } from './reference-evidence/reference-evidence.page.js';
import { ReportBreachHandler } from './report-breach/report-breach.command.js';
import { ReportBreachPage } from './report-breach/report-breach.page.js';
import { ReviewFlagHandler } from './review-flag/review-flag.command.js';
import { ReviewFlagPage } from './review-flag/review-flag.page.js';
import { TellVictimHandler } from './tell-victim/tell-victim.command.js';
import { TellVictimPage } from './tell-victim/tell-victim.page.js';
import { WithdrawAllegationHandler } from './withdraw-allegation/withdraw-allegation.command.js';
import { WithdrawAllegationPage } from './withdraw-allegation/withdraw-allegation.page.js';
import { AllegingForm } from './breach-record/alleging.form.js';
import { BreachActions } from './breach-record/breach-actions.page.js';
import { BreachPage } from './breach-record/breach.page.js';
import { AssessSafetyHandler } from './assess-safety/assess-safety.command.js';
import { AssessSafetyPage } from './assess-safety/assess-safety.page.js';
import { SuperviseBreachHandler } from './supervise-breach/supervise-breach.command.js';
import { SuperviseBreachPage } from './supervise-breach/supervise-breach.page.js';
import { BreachRecordRow } from './breach-record/breach-record.entity.js';
import { breachRecord } from './breach-record/breach-record.js';
import { BreachRecords } from './breach-record/breach-records.query.js';
import { OpenBreach } from './breach-record/open-breach.query.js';
import { RightsOwed } from './breach-record/rights-owed.query.js';
import { OrdersThen } from './breach-record/orders-then.query.js';
import { breaches } from './domain/breach.js';
import { ExtendDetentionHandler } from './extend-detention/extend-detention.command.js';
import { ExtendDetentionPage } from './extend-detention/extend-detention.page.js';
import { ExtensionInErrorHandler } from './extension-in-error/extension-in-error.command.js';
import { ExtensionInErrorPage } from './extension-in-error/extension-in-error.page.js';
import { FlagAffectedBreaches } from './flag-affected-breaches/flag-affected-breaches.policy.js';

export { BreachRecords, FlagAffectedBreaches };
export { PlacesOnRecord } from './reported-places/recorded-places.query.js';
export { RecordedHolds } from './hold-erasure/recorded-holds.query.js';
export { ReportBreach, type ReportedBreach, reportedId } from './report-breach/report-breach.command.js';
export { KeepContact } from './keep-contact/keep-contact.command.js';
export type { KeptContact } from './domain/incident.js';
export { RecordArrest } from './record-arrest/record-arrest.command.js';
export { ExtendDetention } from './extend-detention/extend-detention.command.js';
export { ExtensionInError } from './extension-in-error/extension-in-error.command.js';
export { RecordInterview } from './record-interview/record-interview.command.js';
export { RecordRelease } from './record-release/record-release.command.js';
export { RecordCharge } from './record-charge/record-charge.command.js';
export { NoFurtherAction } from './no-further-action/no-further-action.command.js';
export { DisposeOutOfCourt } from './dispose-out-of-court/dispose-out-of-court.command.js';
export { RecordCourtOutcome } from './record-court-outcome/record-court-outcome.command.js';
export { TellVictim } from './tell-victim/tell-victim.command.js';
export { TellOfOrder } from './tell-of-order/tell-of-order.command.js';
export { ReviewFlag } from './review-flag/review-flag.command.js';
export { WithdrawAllegation } from './withdraw-allegation/withdraw-allegation.command.js';
export { AddAllegation } from './add-allegation/add-allegation.command.js';
export { AssessSafety } from './assess-safety/assess-safety.command.js';
export { SuperviseBreach } from './supervise-breach/supervise-breach.command.js';
export { AddAddendum } from './add-addendum/add-addendum.command.js';
export { CorrectTime } from './correct-time/correct-time.command.js';
export { ReferenceEvidence } from './reference-evidence/reference-evidence.command.js';

@Module({
  imports: [PeopleModule],
  // The address with a fixed word (`breaches/new`) stands under the person, so no id can be taken for it.
  controllers: [
    ReportBreachPage,
    BreachPage,
    RecordArrestPage,
    ExtendDetentionPage,
    ExtensionInErrorPage,
    RecordInterviewPage,
    RecordReleasePage,
    RecordChargePage,
    NoFurtherActionPage,
    DisposeOutOfCourtPage,
    RecordCourtOutcomePage,
    TellVictimPage,
    VictimContactPage,
    TellOfOrderPage,
    AssessSafetyPage,
    SuperviseBreachPage,
    ReviewFlagPage,
    WithdrawAllegationPage,
    AddAllegationPage,
    AddAddendumPage,
    CorrectTimePage,
    ReferenceEvidencePage,
  ],
  providers: [
    BreachRecords,
    OrdersThen,
    OpenBreach,
    RightsOwed,
    AllegingForm,
    BreachActions,
    FlagAffectedBreaches,
    ReportBreachHandler,
    KeepContactHandler,
    RecordArrestHandler,
    ExtendDetentionHandler,
    ExtensionInErrorHandler,
    RecordInterviewHandler,
    RecordReleaseHandler,
    RecordChargeHandler,
    NoFurtherActionHandler,
    DisposeOutOfCourtHandler,
    RecordCourtOutcomeHandler,
    TellVictimHandler,
    TellOfOrderHandler,
    OrderContacts,
    ReachingPeople,
    AssessSafetyHandler,
    SuperviseBreachHandler,
    ReviewFlagHandler,
    WithdrawAllegationHandler,
    AddAllegationHandler,
    AddAddendumHandler,
    CorrectTimeHandler,
    ReferenceEvidenceHandler,
  ],
  exports: [BreachRecords, FlagAffectedBreaches],
})
export class BreachesModule {}

export const capability: Capability = {
  name: 'breaches',
  module: BreachesModule,
  entities: [BreachRecordRow, OrderContactRecord],
  migrations: [Breaches1700000000600, Victims1700000000610, OrderContact1700000000620],
  about: ['select perpetrator_id from breaches.breach_record where id = any ($1::text[])'],
  streamTypes: [breaches, tellings],
  projections: [breachRecord, orderContact],
  reactions: ['flag-affected-breaches'],
};
