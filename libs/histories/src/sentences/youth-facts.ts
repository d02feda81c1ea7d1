import type { YouthFact } from '#orders';
import type { Names, Sentence, When } from './sentence.js';
import { day } from './when-in-words.js';

const WHO = { 'youth-justice': 'the youth justice team', parent: 'a parent or guardian' } as const;

const REPORTING = {
  automatic: 'Reporting is under the automatic restriction of the youth court',
  directed: 'Reporting is restricted by direction of a court',
  lifted: 'The restriction on reporting was lifted',
  ended: 'The restriction on reporting ended when the respondent turned 18',
  none: 'No restriction on reporting applies',
} as const;

/** A line for what is recorded because a respondent is under 18. Who they are, and why they were not told, is the force's own: none of it stands here. */
export function youthSentence(fact: YouthFact, names: Names): Sentence {
  const line = (when: When, heading: string, lines: readonly string[] = []): Sentence => ({ kind: 'application', when, heading, lines });
  const force = names.force(fact.data.force);
  switch (fact.type) {
    case 'YouthContactRecorded': {
      const { of, on, whyNot } = fact.data;
      const heading =
        whyNot === null
          ? `${WHO[of]} was told of the application`
          : `${WHO[of]} was not told of the application, for a reason that ${force} recorded`;
      return line(day(on), heading);
    }
    case 'ReportingRestrictionRecorded':
      return line(day(fact.data.from), REPORTING[fact.data.restriction], [fact.data.court.name]);
  }
}
