import type { CourtPack } from '../court-pack.js';
import { blank, facts, list, type Part, row, text, together, type Words } from '../paper.js';

/** To be completed by whoever serves the documents on the respondent. */
export function certificatePart(pack: CourtPack): Part {
  const { respondent, force, hearsay, interim, sought } = pack;
  return certificate({
    ...pack,
    proceedings: `Application by the chief officer of ${force} for a stalking protection order`,
    respondent: respondent.name,
    documents: [
      'Application (complaint)',
      'Chronology',
      'Draft order',
      ...(interim.sought && !sought.made ? ['Draft interim order'] : []),
      'Statements and exhibits listed in the application',
      ...(hearsay.relied === false ? [] : ['Hearsay notice']),
      'Summons or notice of hearing',
    ],
  });
}

interface Served {
  readonly proceedings: string;
  readonly court: { readonly name: Words | null };
  readonly reference: Words | null;
  readonly respondent: string;
  readonly documents: readonly string[];
}

/** A certificate that these documents were served on the respondent. */
export function certificate({ proceedings, court, reference, respondent, documents }: Served): Part {
  return {
    title: 'Certificate of service',
    blocks: [
      facts([
        row('Proceedings', proceedings),
        row('Court', court.name ?? 'Not stated yet'),
        row('Court reference', reference ?? 'None given yet'),
        row('Served on', respondent),
      ]),
      text('I served the following documents on the respondent:'),
      list(documents),
      blank('Date and time of service'),
      blank('How: in person, in court, through a solicitor, another way'),
      blank('Where', 2),
      blank('How the respondent was identified'),
      together(
        text('I believe that the facts stated in this certificate are true.'),
        blank('Name, rank or post, number'),
        blank('Signed'),
        blank('Date'),
      ),
    ],
  };
}
