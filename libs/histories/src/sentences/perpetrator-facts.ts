import { formatDate } from '#calendar';
import { type PerpetratorFact, sourceNames, spokenName } from '#people';
import { type Names, type Sentence, type When, words } from './sentence.js';

const SCHEMES = {
  pncid: 'PNCID',
  cro: 'CRO number',
  nominal: 'Force nominal number',
  phone: 'Telephone number',
  handle: 'Online name',
  vehicle: 'Vehicle registration',
} as const;
const BASES = {
  'police-employee': 'the person works for a police force',
  'risk-of-harm': 'a risk of harm',
  'sensitive-investigation': 'a sensitive investigation',
  other: 'another reason',
} as const;

/** A line for a fact of the person's own record. These facts happen when they are recorded. */
export function perpetratorSentence(fact: PerpetratorFact, recorded: When, names: Names): Sentence {
  const line = (heading: string, lines: readonly string[] = []): Sentence => ({ kind: 'identity', when: recorded, heading, lines });
  switch (fact.type) {
    case 'PerpetratorRecorded':
      return line(`Record opened by ${names.force(fact.data.force)}`);
    case 'PerpetratorDetailsCorrected':
      return line('Name, date of birth or sex corrected', words(fact.personal?.reason, names));
    case 'AliasRecorded': {
      const name = fact.personal?.name.value;
      return line(name ? `Also known as ${spokenName(name)}` : 'Alias recorded, since erased');
    }
    case 'AddressRecorded':
      return line(fact.data.from ? 'New address recorded' : 'Address recorded');
    case 'IdentifierRecorded':
      return line(`${SCHEMES[fact.data.scheme]} recorded`);
    case 'OccupationRecorded':
      return line(fact.data.policeForce ? `Recorded as working for ${names.force(fact.data.policeForce)}` : 'Occupation recorded');
    case 'PhotographRecorded': {
      const { source, takenOn } = fact.data;
      return line(`${sourceNames[source]} recorded, ${takenOn ? `taken ${formatDate(takenOn)}` : 'date not known'}`);
    }
    case 'PhotographWithdrawn':
      return line('Photograph withdrawn and destroyed: recorded in error', words(fact.personal?.reason, names));
    case 'RecordRestricted':
      return line(`Record restricted because of ${BASES[fact.data.basis]}`);
    case 'ReadersChanged':
      return line('Readers of the restricted record changed');
    case 'RestrictionLifted':
      return line('Restriction lifted', words(fact.personal?.reason, names));
    case 'ErasureAsked':
      return line(`Erasing the personal data asked for; somebody else may confirm it until ${formatDate(fact.data.until)}`);
    case 'PersonErased':
      return line('Personal data erased; the rest of the history stands');
  }
}
