import type { CaseFact } from '#cases';
import type { Fact } from '#event-sourcing';
import type { ApplicationFact, DraftFact, OrderFact } from '#orders';

/** Under what it is noted on which day the fact was recorded; null where no clock asks. */
export function notedIn(fact: Fact): string | null {
  const one = fact as ApplicationFact | CaseFact | DraftFact | OrderFact;
  switch (one.type) {
    case 'VariationProposed':
      return one.data.proposalId;
    case 'VariationFiled':
      return `${one.data.proposalId}:filed`;
    case 'RefusalAppealed':
      return one.data.appealId;
    case 'AuthorisationRequested':
      return one.data.applicationId;
    case 'ApplicationFiled':
      return `${one.data.applicationId}:filed`;
    case 'StalkingCaseOpened':
      return one.data.caseId;
    case 'IncidentCorrected':
    case 'IncidentRecordedInError':
      return `${one.data.incidentId}:changed`;
    case 'HearingListed':
    case 'OrderHearingListed':
      return one.data.hearingId;
    default:
      return null;
  }
}
