import { Module } from '@nestjs/common';
import type { Capability } from '#event-store';
import { CasesModule } from '#cases/module';
import { PeopleModule } from '#people/module';
import { Orders1700000000500 } from './1700000000500-orders.migration.js';
import { ApplicationDrafts1700000000510 } from './1700000000510-application-drafts.migration.js';
import { ApplicationRecordRow } from './application-record/application-record.entity.js';
import { ApplicationRecordPage } from './application-record/application-record.page.js';
import { ApplicationRecords } from './application-record/application-records.query.js';
import { applicationRecord } from './application-record/application-row.js';
import { applications } from './domain/application.js';
import { ApplicationDraftRow } from './drafted-application/application-draft.entity.js';
import { applicationDraft } from './drafted-application/draft-row.js';
import { ApplicationDrafts, DraftContexts, preparationHandlers, preparationPages, preparationServices } from './preparing-applications.js';
import { orders } from './domain/order.js';
import { ApplicationForms } from './forms-about/application-forms.js';
import { OrderForms } from './forms-about/order-forms.js';
import { PerpetratorForms } from './forms-about/perpetrator-forms.js';
import { OrderRecordRow } from './order-record/order-record.entity.js';
import { OrderRecordPage } from './order-record/order-record.page.js';
import { OrderRecords } from './order-record/order-records.query.js';
import { RecordedOrdersInForce } from './order-record/recorded-orders-in-force.query.js';
import { OrdersInForce } from './order-record/orders-in-force.query.js';
import { UndecidedRecords } from './order-record/undecided-records.query.js';
import { OrdersOnRecord } from './order-record/orders-on-record.query.js';
import { orderRecord } from './order-record/order-row.js';
import { AttemptServiceHandler } from './attempt-service/attempt-service.command.js';
import { AttemptServicePage } from './attempt-service/attempt-service.page.js';
import { ConfirmNationalRecordHandler } from './confirm-national-record/confirm-national-record.command.js';
import { ConfirmNationalRecordPage } from './confirm-national-record/confirm-national-record.page.js';
import { CorrectConditionHandler } from './correct-condition/correct-condition.command.js';
import { CorrectConditionPage } from './correct-condition/correct-condition.page.js';
import { AppealInErrorHandler } from './appeal-in-error/appeal-in-error.command.js';
import { ApplicationInErrorHandler } from './application-in-error/application-in-error.command.js';
import { DeterminedInErrorHandler } from './determined-in-error/determined-in-error.command.js';
import { DeterminedInErrorPage } from './determined-in-error/determined-in-error.page.js';
import { RecordInErrorHandler } from './record-in-error/record-in-error.command.js';
import { RecordInErrorPage } from './record-in-error/record-in-error.page.js';
import { CorrectOrderHandler } from './correct-order/correct-order.command.js';
import { CorrectOrderPage } from './correct-order/correct-order.page.js';
import { IncidentsSinceFiling } from './tell-court/changed-incidents.query.js';
import { TellCourtHandler } from './tell-court/tell-court.command.js';
import { TellCourtPage } from './tell-court/tell-court.page.js';
import { AcceptRefusalHandler } from './accept-refusal/accept-refusal.command.js';
import { AcceptRefusalPage } from './accept-refusal/accept-refusal.page.js';
import { AcceptChangeHandler } from './accept-refusal/accept-change.command.js';
import { AcceptChangePage } from './accept-refusal/accept-change.page.js';
import { AcceptRefusedChangeHandler } from './accept-refusal/accept-refused-change.command.js';
import { AcceptRefusedChangePage } from './accept-refusal/accept-refused-change.page.js';
import { AppealRefusalHandler } from './appeal-refusal/appeal-refusal.command.js';
import { AppealRefusalPage } from './appeal-refusal/appeal-refusal.page.js';
import { DetermineRefusalAppealHandler } from './determine-refusal-appeal/determine-refusal-appeal.command.js';
import { DetermineRefusalAppealPage } from './determine-refusal-appeal/determine-refusal-appeal.page.js';
import { DetermineAppealHandler } from './determine-appeal/determine-appeal.command.js';
import { DetermineAppealPage } from './determine-appeal/determine-appeal.page.js';
import { DetermineApplicationHandler } from './determine-application/determine-application.command.js';
import { DetermineApplicationPage } from './determine-application/determine-application.page.js';
import { DischargeOrderHandler } from './discharge-order/discharge-order.command.js';
import { DischargeOrderPage } from './discharge-order/discharge-order.page.js';
import { EndInterimForms } from './end-interim/end-interim-forms.js';
import { EndInterimHandler } from './end-interim/end-interim.command.js';
import { EndInterimPage } from './end-interim/end-interim.page.js';
import { EvidenceAwarenessHandler } from './evidence-awareness/evidence-awareness.command.js';
import { EvidenceAwarenessPage } from './evidence-awareness/evidence-awareness.page.js';
import { ExemptNotificationHandler } from './exempt-notification/exempt-notification.command.js';
import { ExemptNotificationPage } from './exempt-notification/exempt-notification.page.js';
import { FileApplicationHandler } from './file-application/file-application.command.js';
import { FileApplicationPage } from './file-application/file-application.page.js';
import { GiveDischargeConsentHandler } from './give-discharge-consent/give-discharge-consent.command.js';
import { GiveDischargeConsentPage } from './give-discharge-consent/give-discharge-consent.page.js';
import { LearnDetailsChangeHandler } from './learn-details-change/learn-details-change.command.js';
import { LearnDetailsChangePage } from './learn-details-change/learn-details-change.page.js';
import { ListHearingHandler } from './list-hearing/list-hearing.command.js';
import { ListHearingPage } from './list-hearing/list-hearing.page.js';
import { ReadOutOrderHandler } from './read-out-order/read-out-order.command.js';
import { ShowWordsHandler } from './read-out-order/show-words.command.js';
import { ReadOutOrderPage } from './read-out-order/read-out-order.page.js';
import { ServiceCertificatePage } from './service-certificate/service-certificate.page.js';
import { RecordHearingHandler } from './record-hearing/record-hearing.command.js';
import { SettleInterimRefusalHandler } from './settle-interim-refusal/settle-interim-refusal.command.js';
import { SettleInterimRefusalPage } from './settle-interim-refusal/settle-interim-refusal.page.js';
import { ServeHearsayHandler } from './serve-hearsay/serve-hearsay.command.js';
import { ServeHearsayPage } from './serve-hearsay/serve-hearsay.page.js';
import { SettleDirectionHandler } from './settle-direction/settle-direction.command.js';
import { SettleDirectionPage } from './settle-direction/settle-direction.page.js';
import { RecordHearingPage } from './record-hearing/record-hearing.page.js';
import { LodgeAppealHandler } from './lodge-appeal/lodge-appeal.command.js';
import { LodgeAppealPage } from './lodge-appeal/lodge-appeal.page.js';
import { MakeInterimHandler } from './make-interim/make-interim.command.js';
import { MakeInterimPage } from './make-interim/make-interim.page.js';
import { CheckRequirementHandler } from './check-requirement/check-requirement.command.js';
import { CheckRequirementPage } from './check-requirement/check-requirement.page.js';
import { RecordDefaultHandler } from './record-default/record-default.command.js';
import { RecordDefaultPage } from './record-default/record-default.page.js';
import { RecordNotificationHandler } from './record-notification/record-notification.command.js';
import { RecordNotificationPage } from './record-notification/record-notification.page.js';
import { OpenMattersHere } from './record-order/open-matters.query.js';
import { RecordOrderHandler } from './record-order/record-order.command.js';
import { RecordOrderPage } from './record-order/record-order.page.js';
import { RecordServiceHandler } from './record-service/record-service.command.js';
import { RecordServicePage } from './record-service/record-service.page.js';
import { RenewOrderHandler } from './renew-order/renew-order.command.js';
import { RenewOrderPage } from './renew-order/renew-order.page.js';
import { VaryOrderHandler } from './vary-order/vary-order.command.js';
import { VaryOrderPage } from './vary-order/vary-order.page.js';
import { WithdrawSupportHandler } from './withdraw-support/withdraw-support.command.js';
import { DraftsBeside } from './order-draft/drafts-beside.query.js';
import { WithdrawSupportPage } from './withdraw-support/withdraw-support.page.js';
import { ProposeVariationHandler } from './propose-variation/propose-variation.command.js';
import { ProposeVariationPage } from './propose-variation/propose-variation.page.js';
import { ConsultViewsHandler } from './consult-views/consult-views.command.js';
import { ConsultViewsPage } from './consult-views/consult-views.page.js';
import { DraftVariationHandler } from './draft-variation/draft-variation.command.js';
import { DraftVariationPage } from './draft-variation/draft-variation.page.js';
import { ApproveVariationHandler } from './approve-variation/approve-variation.command.js';
import { ApprovalForms } from './approve-variation/approval-forms.js';
import { ApproveVariationPage } from './approve-variation/approve-variation.page.js';
import { FileVariationHandler } from './file-variation/file-variation.command.js';
import { FileVariationPage } from './file-variation/file-variation.page.js';
import { DecideVariationHandler } from './decide-variation/decide-variation.command.js';
import { DecideVariationPage } from './decide-variation/decide-variation.page.js';
import { ProposalForms } from './proposal-record/proposal-forms.js';
import { ProposalRecordPage } from './proposal-record/proposal-record.page.js';
import { youthPages, youthServices } from './young-respondents.js';
import { YouthRecordRow } from './youth-record/youth-record.entity.js';
import { youthRecord } from './youth-record/youth-row.js';

export { RecordReporting, RecordYouthContact, YouthRecords } from './young-respondents.js';
export { ApplicationRecords, DraftsBeside, OrderRecords, RecordedOrdersInForce };
export {
  AbandonApplication,
  AddToApplication,
  ApplicationDrafts,
  BeginApplication,
  BegunFrom,
  DecideAuthorisation,
  DraftContexts,
  type DraftFinding,
  DraftFindings,
  FileDraftedApplication,
  RequestAuthorisation,
  WeighConflicts,
  WriteSection,
} from './preparing-applications.js';
export { type ProposalFinding, ProposalFindings } from './proposal-record/proposal-findings.js';
export { FileApplication, newApplicationId } from './file-application/file-application.command.js';
export { MakeInterim, newOrderId } from './make-interim/make-interim.command.js';
export { DetermineApplication } from './determine-application/determine-application.command.js';
export { RecordOrder } from './record-order/record-order.command.js';
export { AttemptService } from './attempt-service/attempt-service.command.js';
export { ConfirmNationalRecord } from './confirm-national-record/confirm-national-record.command.js';
export { CorrectCondition } from './correct-condition/correct-condition.command.js';
export { AppealInError } from './appeal-in-error/appeal-in-error.command.js';
export { ApplicationInError } from './application-in-error/application-in-error.command.js';
export { DeterminedInError } from './determined-in-error/determined-in-error.command.js';
export { RecordInError } from './record-in-error/record-in-error.command.js';
export { CorrectOrder } from './correct-order/correct-order.command.js';
export { AppealRefusal, newRefusalAppealId } from './appeal-refusal/appeal-refusal.command.js';
export { TellCourt } from './tell-court/tell-court.command.js';
export { SettleInterimRefusal } from './settle-interim-refusal/settle-interim-refusal.command.js';
export { AcceptRefusal } from './accept-refusal/accept-refusal.command.js';
export { AcceptChange } from './accept-refusal/accept-change.command.js';
export { AcceptRefusedChange } from './accept-refusal/accept-refused-change.command.js';
export { DetermineRefusalAppeal } from './determine-refusal-appeal/determine-refusal-appeal.command.js';
export { DetermineAppeal } from './determine-appeal/determine-appeal.command.js';
export { DischargeOrder } from './discharge-order/discharge-order.command.js';
export { EndInterim } from './end-interim/end-interim.command.js';
export { EvidenceAwareness } from './evidence-awareness/evidence-awareness.command.js';
export { ExemptNotification } from './exempt-notification/exempt-notification.command.js';
export { GiveDischargeConsent } from './give-discharge-consent/give-discharge-consent.command.js';
export { LearnDetailsChange } from './learn-details-change/learn-details-change.command.js';
export { LodgeAppeal } from './lodge-appeal/lodge-appeal.command.js';
export { CheckRequirement } from './check-requirement/check-requirement.command.js';
export { RecordDefault } from './record-default/record-default.command.js';
export { RecordNotification } from './record-notification/record-notification.command.js';
export { RecordService } from './record-service/record-service.command.js';
export { RenewOrder } from './renew-order/renew-order.command.js';
export { VaryOrder } from './vary-order/vary-order.command.js';
export { WithdrawSupport } from './withdraw-support/withdraw-support.command.js';
export { newProposalId, ProposeVariation } from './propose-variation/propose-variation.command.js';
export { ConsultViews } from './consult-views/consult-views.command.js';
export { DraftVariation } from './draft-variation/draft-variation.command.js';
export { ApproveVariation } from './approve-variation/approve-variation.command.js';
export { FileVariation } from './file-variation/file-variation.command.js';
export { ListHearing, newHearingId } from './list-hearing/list-hearing.command.js';
export { ReadOutOrder } from './read-out-order/read-out-order.command.js';
export { ShowWords } from './read-out-order/show-words.command.js';
export { ServeHearsay } from './serve-hearsay/serve-hearsay.command.js';
export { SettleDirection } from './settle-direction/settle-direction.command.js';
export { RecordHearing } from './record-hearing/record-hearing.command.js';
export { DecideVariation } from './decide-variation/decide-variation.command.js';

@Module({
  imports: [PeopleModule, CasesModule],
  controllers: [
    OrderRecordPage,
    ApplicationRecordPage,
    AttemptServicePage,
    ConfirmNationalRecordPage,
    CorrectConditionPage,
    CorrectOrderPage,
    RecordInErrorPage,
    DeterminedInErrorPage,
    AppealRefusalPage,
    SettleInterimRefusalPage,
    AcceptRefusalPage,
    AcceptChangePage,
    AcceptRefusedChangePage,
    TellCourtPage,
    DetermineRefusalAppealPage,
    DetermineAppealPage,
    DetermineApplicationPage,
    DischargeOrderPage,
    EndInterimPage,
    EvidenceAwarenessPage,
    ExemptNotificationPage,
    FileApplicationPage,
    GiveDischargeConsentPage,
    LearnDetailsChangePage,
    LodgeAppealPage,
    MakeInterimPage,
    CheckRequirementPage,
    RecordDefaultPage,
    RecordNotificationPage,
    RecordOrderPage,
    RecordServicePage,
    RenewOrderPage,
    VaryOrderPage,
    WithdrawSupportPage,
    ...preparationPages,
    ProposeVariationPage,
    ConsultViewsPage,
    DraftVariationPage,
    ApproveVariationPage,
    FileVariationPage,
    DecideVariationPage,
    ProposalRecordPage,
    ListHearingPage,
    RecordHearingPage,
    ServeHearsayPage,
    SettleDirectionPage,
    ReadOutOrderPage,
    ServiceCertificatePage,
    ...youthPages,
  ],
  providers: [
    OrderRecords,
    ApplicationRecords,
    OrdersOnRecord,
    OrdersInForce,
    UndecidedRecords,
    DraftsBeside,
    OrderForms,
    ApprovalForms,
    ProposalForms,
    ApplicationForms,
    PerpetratorForms,
    OpenMattersHere,
    EndInterimForms,
    AttemptServiceHandler,
    ConfirmNationalRecordHandler,
    CorrectConditionHandler,
    CorrectOrderHandler,
    RecordInErrorHandler,
    DeterminedInErrorHandler,
    AppealInErrorHandler,
    ApplicationInErrorHandler,
    AppealRefusalHandler,
    SettleInterimRefusalHandler,
    AcceptRefusalHandler,
    AcceptChangeHandler,
    AcceptRefusedChangeHandler,
    TellCourtHandler,
    IncidentsSinceFiling,
    DetermineRefusalAppealHandler,
    DetermineAppealHandler,
    DetermineApplicationHandler,
    DischargeOrderHandler,
    EndInterimHandler,
    EvidenceAwarenessHandler,
    ExemptNotificationHandler,
    FileApplicationHandler,
    GiveDischargeConsentHandler,
    LearnDetailsChangeHandler,
    LodgeAppealHandler,
    MakeInterimHandler,
    CheckRequirementHandler,
    RecordDefaultHandler,
    RecordNotificationHandler,
    RecordOrderHandler,
    RecordServiceHandler,
    RenewOrderHandler,
    VaryOrderHandler,
    WithdrawSupportHandler,
    ...preparationServices,
    ...preparationHandlers,
    ProposeVariationHandler,
    ConsultViewsHandler,
    DraftVariationHandler,
    ApproveVariationHandler,
    FileVariationHandler,
    DecideVariationHandler,
    ListHearingHandler,
    RecordHearingHandler,
    ServeHearsayHandler,
    SettleDirectionHandler,
    ReadOutOrderHandler,
    ShowWordsHandler,
    ...youthServices,
  ],
  exports: [OrderRecords, ApplicationRecords, ApplicationDrafts, DraftContexts],
})
export class OrdersModule {}

export const capability: Capability = {
  name: 'orders',
  module: OrdersModule,
  entities: [OrderRecordRow, ApplicationRecordRow, ApplicationDraftRow, YouthRecordRow],
  migrations: [Orders1700000000500, ApplicationDrafts1700000000510],
  about: [
    'select perpetrator_id from orders.order_record where id = any ($1::text[])',
    'select perpetrator_id from orders.application_record where id = any ($1::text[])',
    'select perpetrator_id from orders.application_draft where id = any ($1::text[])',
  ],
  streamTypes: [orders, applications],
  projections: [orderRecord, applicationRecord, applicationDraft, youthRecord],
};
