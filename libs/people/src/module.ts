import { Module } from '@nestjs/common';
import type { Capability } from '#event-store';
import { People1700000000400 } from './1700000000400-people.migration.js';
import { Links1700000000450 } from './1700000000450-links.migration.js';
import { SearchKeys1700000000495 } from './1700000000495-search-keys.migration.js';
import { AddAddressHandler } from './add-address/add-address.command.js';
import { AddAddressPage } from './add-address/add-address.page.js';
import { AddAliasHandler } from './add-alias/add-alias.command.js';
import { AddAliasPage } from './add-alias/add-alias.page.js';
import { AddIdentifierHandler } from './add-identifier/add-identifier.command.js';
import { AddIdentifierPage } from './add-identifier/add-identifier.page.js';
import { AskErasureHandler } from './ask-erasure/ask-erasure.command.js';
import { AskErasurePage } from './ask-erasure/ask-erasure.page.js';
import { AgreeContactPlanHandler } from './agree-contact-plan/agree-contact-plan.command.js';
import { AgreeContactPlanPage } from './agree-contact-plan/agree-contact-plan.page.js';
import { ChangeReadersHandler } from './change-readers/change-readers.command.js';
import { ChangeSafeContactHandler } from './change-safe-contact/change-safe-contact.command.js';
import { ChangeSafeContactPage } from './change-safe-contact/change-safe-contact.page.js';
import { CorrectDetailsHandler } from './correct-details/correct-details.command.js';
import { CorrectDetailsPage } from './correct-details/correct-details.page.js';
import { CorrectProtectedPersonHandler } from './correct-protected-person/correct-protected-person.command.js';
import { CorrectProtectedPersonPage } from './correct-protected-person/correct-protected-person.page.js';
import { DeclineLinkHandler } from './decline-link/decline-link.command.js';
import { links } from './domain/links.js';
import { perpetrators } from './domain/perpetrator.js';
import { protectedPeople } from './domain/protected-person.js';
import { ErasableRecords } from './erase-person/erasable-records.query.js';
import { ErasePersonHandler } from './erase-person/erase-person.command.js';
import { ErasePersonPage } from './erase-person/erase-person.page.js';
import { UnfinishedErasures } from './erase-person/unfinished-erasures.query.js';
import { FindLinks } from './find-links/find-links.policy.js';
import { AlikeRecords } from './find-links/alike-records.query.js';
import { LinkCandidates } from './find-links/link-candidates.query.js';
import { LiftRestrictionHandler } from './lift-restriction/lift-restriction.command.js';
import { LinkUnofferedPage } from './link-unoffered/link-unoffered.page.js';
import { LinkPage } from './link-record/link.page.js';
import { LinkRecordRow } from './link-record/link-record.entity.js';
import { linkRecord } from './link-record/link-record.js';
import { Links } from './link-record/links.query.js';
import { WaitingRecords } from './link-record/waiting-records.query.js';
import { ToldOfLinks } from './link-record/told-of-links.query.js';
import { LinkRecordsHandler } from './link-records/link-records.command.js';
import { PerpetratorRecordRow } from './perpetrator-record/perpetrator-record.entity.js';
import { perpetratorRecord } from './perpetrator-record/perpetrator-record.js';
import { PerpetratorRecordApi } from './perpetrator-record/perpetrator-record.api.js';
import { PerpetratorRecords } from './perpetrator-record/perpetrator-record.query.js';
import { PersonHeadings } from './perpetrator-record/person-heading.view.js';
import { ProtectedPeople } from './protected-person-record/protected-people.query.js';
import { ProtectedPersonPage } from './protected-person-record/protected-person.page.js';
import { ProtectedPersonRecordRow } from './protected-person-record/protected-person-record.entity.js';
import { protectedPersonRecord } from './protected-person-record/protected-person-record.js';
import { RecordOccupationHandler } from './record-occupation/record-occupation.command.js';
import { RecordOccupationPage } from './record-occupation/record-occupation.page.js';
import { RecordPerpetratorHandler } from './record-perpetrator/record-perpetrator.command.js';
import { RecordPerpetratorPage } from './record-perpetrator/record-perpetrator.page.js';
import { RecordProtectedPersonHandler } from './record-protected-person/record-protected-person.command.js';
import { RecordProtectedPersonPage } from './record-protected-person/record-protected-person.page.js';
import { Readers } from './restrict-record/readers.service.js';
import { RestrictRecordHandler } from './restrict-record/restrict-record.command.js';
import { RestrictRecordPage } from './restrict-record/restrict-record.page.js';
import { KeptSearchRow } from './search-people/kept-search.entity.js';
import { KeptSearches } from './search-people/kept-searches.query.js';
import { LoggedSearch } from './search-people/logged-search.js';
import { SearchPeoplePage } from './search-people/search-people.page.js';
import { PeopleSearch } from './search-people/search-people.query.js';
import { PhotographsPage } from './record-photograph/photographs.page.js';
import { RecordPhotographHandler } from './record-photograph/record-photograph.command.js';
import { AskHandoverHandler } from './transfer-safeguarding/ask-handover.command.js';
import { AskHandoverPage } from './transfer-safeguarding/ask-handover.page.js';
import { AnswerHandoverHandler } from './transfer-safeguarding/answer-handover.command.js';
import { HandoverPage } from './transfer-safeguarding/handover.page.js';
import { UnlinkRecordsHandler } from './unlink-records/unlink-records.command.js';
import { WithdrawPhotographHandler } from './withdraw-photograph/withdraw-photograph.command.js';
import { WithdrawPhotographPage } from './withdraw-photograph/withdraw-photograph.page.js';

export { FindLinks, Links, PerpetratorRecords, PeopleSearch, ProtectedPeople, WaitingRecords };
export { OrdersInForce } from './search-people/orders-in-force.js';
export type { Found } from './search-people/search-people.query.js';
export { newPerpetratorId, RecordPerpetrator } from './record-perpetrator/record-perpetrator.command.js';
export { newProtectedPersonId, RecordProtectedPerson } from './record-protected-person/record-protected-person.command.js';
export { RestrictRecord } from './restrict-record/restrict-record.command.js';
export { AddAddress } from './add-address/add-address.command.js';
export { AddAlias } from './add-alias/add-alias.command.js';
export { AddIdentifier } from './add-identifier/add-identifier.command.js';
export { AgreeContactPlan } from './agree-contact-plan/agree-contact-plan.command.js';
export { ChangeReaders } from './change-readers/change-readers.command.js';
export { ChangeSafeContact } from './change-safe-contact/change-safe-contact.command.js';
export { CorrectDetails } from './correct-details/correct-details.command.js';
export { CorrectProtectedPerson } from './correct-protected-person/correct-protected-person.command.js';
export { AskErasure } from './ask-erasure/ask-erasure.command.js';
export { LegalHolds } from './erase-person/legal-holds.js';
export { ErasePerson } from './erase-person/erase-person.command.js';
export { LiftRestriction } from './lift-restriction/lift-restriction.command.js';
export { RecordOccupation } from './record-occupation/record-occupation.command.js';
export { newPhotographId, RecordPhotograph } from './record-photograph/record-photograph.command.js';
export { WithdrawPhotograph } from './withdraw-photograph/withdraw-photograph.command.js';
export { AskHandover } from './transfer-safeguarding/ask-handover.command.js';
export { AnswerHandover } from './transfer-safeguarding/answer-handover.command.js';
export { type PlaceOnRecord, ReportedPlaces } from './protected-person-record/reported-places.js';
export { onePersonSql } from './link-record/links.query.js';
export { WhomRecordedAbout } from './link-record/whom-records-are-about.query.js';
export { assertMayName } from './protected-person-record/may-name.js';
export type { KnownAs } from './protected-person-record/known-as.js';
export { PersonHeadings, type PersonHeading } from './perpetrator-record/person-heading.view.js';

const queries = [Links, PerpetratorRecords, PeopleSearch, ProtectedPeople, PersonHeadings, WaitingRecords];

@Module({
  // Addresses with fixed words (`perpetrators/new`) come before those with an id in the same place.
  controllers: [
    RecordPerpetratorPage,
    SearchPeoplePage,
    AddAliasPage,
    AddAddressPage,
    AddIdentifierPage,
    CorrectDetailsPage,
    RecordOccupationPage,
    PhotographsPage,
    WithdrawPhotographPage,
    RestrictRecordPage,
    RecordProtectedPersonPage,
    ProtectedPersonPage,
    CorrectProtectedPersonPage,
    ChangeSafeContactPage,
    AgreeContactPlanPage,
    AskHandoverPage,
    HandoverPage,
    AskErasurePage,
    ErasePersonPage,
    LinkPage,
    LinkUnofferedPage,
    PerpetratorRecordApi,
  ],
  providers: [
    ...queries,
    Readers,
    KeptSearches,
    LoggedSearch,
    ErasableRecords,
    UnfinishedErasures,
    RecordPerpetratorHandler,
    CorrectDetailsHandler,
    AddAliasHandler,
    AddAddressHandler,
    AddIdentifierHandler,
    RecordOccupationHandler,
    RecordPhotographHandler,
    WithdrawPhotographHandler,
    RestrictRecordHandler,
    ChangeReadersHandler,
    LiftRestrictionHandler,
    RecordProtectedPersonHandler,
    CorrectProtectedPersonHandler,
    ChangeSafeContactHandler,
    AgreeContactPlanHandler,
    AskHandoverHandler,
    AnswerHandoverHandler,
    AskErasureHandler,
    ErasePersonHandler,
    LinkRecordsHandler,
    DeclineLinkHandler,
    UnlinkRecordsHandler,
    LinkCandidates,
    AlikeRecords,
    FindLinks,
    ToldOfLinks,
  ],
  exports: queries,
})
export class PeopleModule {}

export const capability: Capability = {
  name: 'people',
  module: PeopleModule,
  entities: [LinkRecordRow, PerpetratorRecordRow, ProtectedPersonRecordRow, KeptSearchRow],
  migrations: [People1700000000400, Links1700000000450, SearchKeys1700000000495],
  about: [
    'select perpetrator_id from people.protected_person_record where id = any ($1::text[])',
    'select unnest(array[a, b]) from people.link where id = any ($1::text[])',
  ],
  streamTypes: [perpetrators, protectedPeople, links],
  projections: [perpetratorRecord, protectedPersonRecord, linkRecord],
  reactions: ['find-links'],
  navigation: [
    { text: 'Search', href: '/search', permission: 'search-people' },
    { text: 'Links', href: '/links', permission: 'link-records' },
    { text: 'Erasures', href: '/erasures', permission: 'erase-person' },
  ],
  startPages: { officer: '/search' },
};
