import { type CaseFact, caseWords, type Conduct, offenceInWords } from '#cases';
import { formatDate } from '#calendar';
import { list, type Names, type Sentence, type When, words } from './sentence.js';
import { day } from './when-in-words.js';

/** A line for a fact of an investigation; `recorded` is when it was recorded, for facts that happen then. */
export function caseSentence(fact: CaseFact, recorded: When, names: Names): Sentence {
  const line = (when: When, heading: string, ...lines: readonly string[]): Sentence => ({ kind: 'incident', when, heading, lines });
  switch (fact.type) {
    case 'StalkingCaseOpened':
      return line(
        day(fact.data.openedOn),
        'Stalking case opened',
        caseWords.sourceWords[fact.data.source],
        ...(fact.data.protectedPersonIds.length > 0 ? [`At risk: ${people(fact.data.protectedPersonIds, names)}`] : []),
        ...words(fact.personal?.summary, names),
      );
    case 'CaseReferenceRecorded': {
      const { kind, givenBy, system } = fact.data;
      return line(recorded, `${caseWords.referenceWords[kind]} added to the case`, `${names.force(givenBy)}, ${system}`);
    }
    case 'IncidentRecorded': {
      const { occurred, conduct, protectedPersonIds } = fact.data;
      return line(occurred, `Incident: ${what(conduct, protectedPersonIds, names)}`, ...words(fact.personal?.account, names));
    }
    case 'IncidentCorrected': {
      const { occurred, conduct } = fact.data;
      return line(
        recorded,
        'Incident corrected',
        ...(occurred
          ? [
              `It happened on ${occurred.on === occurred.until ? formatDate(occurred.on) : `${formatDate(occurred.on)} to ${formatDate(occurred.until)}`}`,
            ]
          : []),
        ...(conduct ? [`It was: ${acts(conduct)}`] : []),
        ...words(fact.personal?.account, names),
        ...words(fact.personal?.reason, names),
      );
    }
    case 'IncidentRecordedInError':
      return line(recorded, 'An incident had been recorded in error and counts no more', ...words(fact.personal?.reason, names));
    case 'IncidentClassified': {
      const { offenceCode, principal, inPlaceOf, on, incidentId } = fact.data;
      return line(
        day(on),
        `Classified as ${lower(offenceInWords(offenceCode))}`,
        `${offenceCode}, ${incidentId === null ? 'the whole course of conduct' : 'one incident'}${principal ? ', principal crime' : ''}${inPlaceOf === undefined ? '' : ' in place of another'}`,
      );
    }
    case 'PrincipalCrimeChosen':
      return line(
        day(fact.data.on),
        `Another offence is the principal crime${fact.data.inPlaceOf === undefined ? '' : ', in place of the one before'}`,
      );
    case 'ClassificationCancelled':
      return line(day(fact.data.on), 'Classification cancelled', ...words(fact.personal?.reason, names));
    case 'RiskAssessed': {
      const { tool, version, grade, assessor, on, protectedPersonId } = fact.data;
      return line(
        day(on),
        `Risk assessed: ${grade}`,
        `${caseWords.toolWords[tool]}, edition ${version}, by: ${lower(caseWords.assessorWords[assessor])}`,
        ...(protectedPersonId === null ? [] : [`About ${names.protectedPerson(protectedPersonId)}`]),
        ...words(fact.personal?.note, names),
      );
    }
    case 'RiskRegraded':
      return line(
        day(fact.data.on),
        `Risk graded anew: from ${fact.data.from} to ${fact.data.grade}`,
        ...words(fact.personal?.reason, names),
      );
    case 'SpoConsidered': {
      const { decision, reasons, on, lookAgainOn } = fact.data;
      return line(
        day(on),
        considerations[decision],
        ...reasons.map((reason) => caseWords.reasonWords[reason]),
        ...(lookAgainOn === null ? [] : [`To be looked at again on ${formatDate(lookAgainOn)}`]),
        ...words(fact.personal?.rationale, names),
      );
    }
    case 'VictimSupportWithdrawn':
      return line(
        day(fact.data.on),
        `${names.protectedPerson(fact.data.protectedPersonId)} withdrew support for the investigation; it goes on`,
        ...words(fact.personal?.words, names),
      );
    case 'VictimSupportRegained':
      return line(
        day(fact.data.on),
        `${names.protectedPerson(fact.data.protectedPersonId)} supports the investigation again`,
        ...words(fact.personal?.words, names),
      );
    case 'CaseOutcomeRecorded': {
      const { outcome, on, reason, offenceCodes } = fact.data;
      return line(
        day(on),
        `Case: ${lower(caseWords.outcomeWords[outcome])}${reason === null ? '' : `, ${lower(caseWords.nfaWords[reason])}`}`,
        ...offenceCodes.map((code) => `${offenceInWords(code)}, ${code}`),
        ...words(fact.personal?.note, names),
      );
    }
  }
}

const considerations = {
  yes: 'Order considered: to be sought',
  no: 'Order considered: not sought',
  deferred: 'Order considered: not yet decided',
} as const;

function what(conduct: readonly Conduct[], to: readonly string[], names: Names): string {
  return to.length === 0 ? acts(conduct) : `${acts(conduct)}, ${people(to, names)}`;
}

/** `message`, `message and call` */
export function acts(conduct: readonly Conduct[]): string {
  return list(conduct.map((one) => lower(caseWords.conductWords[one])));
}

function people(ids: readonly string[], names: Names): string {
  return list(ids.map((id) => names.protectedPerson(id)));
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
