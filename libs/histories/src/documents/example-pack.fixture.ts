import type { ChronologyLine, CourtPack } from './court-pack.js';
import type { Said } from './paper.js';

export const said = (text: string, field = 'the facts of the risk'): Said => ({
  text,
  field,
  href: '/applications/a1/draft/risk',
  key: null,
});

const line = (nth: number): ChronologyLine => ({
  factId: `fact-${nth}`,
  when: `${(nth % 27) + 1} Jun 2026 at 08:${String(nth % 60).padStart(2, '0')}`,
  heading: 'Breach alleged: message, Nora Nonesuch',
  words: [said(`He wrote for the ${nth}th time. Łódź, naïve, “quoted”.`, `the account of breach ${nth}`)],
  source: `Breach report 1a2b3c4d, entry ${nth}`,
  recorder: 'Officer, Kent Police, 3 Jul 2026 at 10:00',
});

/** A made-up application with something in every part; `lines` of chronology. */
export function examplePack(over: Partial<CourtPack> = {}, lines = 30): CourtPack {
  return {
    isFiled: true,
    since: false,
    application: '8f310000',
    force: 'Kent Police',
    court: { name: said('Testville Magistrates’ Court', 'the name of the court'), kind: 'Magistrates’ court' },
    reference: said('TV-2026-0001', 'the court reference'),
    ownReference: said('Force 7/26', 'the reference of the force'),
    applicant: said('DS 0000 Example', 'the applicant'),
    filedOn: '2026-07-02',
    authorised: { officer: said('Supt 0000 Invented', 'who authorised it'), rank: 'Superintendent' },
    basis: { facts: 42, newest: '2026-07-03T09:00:00.000Z', digest: '3f9a1c0db2e44d10' },
    respondent: {
      name: 'Barnaby PLACEHOLDER',
      alsoKnownAs: ['Barney Placeholder'],
      dateOfBirth: '1986-02-03',
      youth: null,
      address: said('1 Elsewhere Road, Testville, ZZ1 1ZZ', 'the address of the respondent'),
    },
    protectedPeople: ['Nora Nonesuch'],
    victims: ['Nora Nonesuch', 'Otto Nobody'],
    byProxy: said('He reaches her through her brother.', 'how the risk reaches them'),
    area: { words: 'the respondent lives in the force area', facts: said('He lives in Testville.', 'the facts on the area') },
    acts: {
      list: [
        {
          when: '3 June 2026',
          kind: 'Following',
          what: said('He walked behind her for two miles.'),
          source: said('Statement of N. Nonesuch'),
          recorder: null,
        },
        { when: '4 to 9 June 2026', kind: 'Contact', what: said('He sent 41 messages.\nThe last at night.'), source: null, recorder: null },
      ],
      why: said('Together they are a course of conduct.'),
    },
    risk: { harms: ['physical', 'psychological'], grade: 'high', assessedOn: '2026-06-10', facts: said('She has moved twice.') },
    necessity: { facts: said('He went on after a caution.'), alternatives: said('Bail ends on 10 July.') },
    grounds: null,
    sought: {
      duration: 'Two years',
      made: null,
      conditions: [
        {
          number: 1,
          category: 'prohibition',
          wording: said('Not to contact Nora Nonesuch by any means, directly or through others.'),
          necessity: said('He writes daily.'),
          notes: ['For as long as the order'],
          locality: null,
        },
        { number: 2, category: 'requirement', wording: said('To attend a programme.'), necessity: null, notes: [], locality: null },
      ],
    },
    interim: {
      sought: true,
      notice: 'without',
      until: null,
      why: said('He is on bail until 10 July.'),
      whyWithoutNotice: said('Notice would raise the risk.'),
    },
    evidence: [
      {
        kind: 'Statement',
        reference: said('AB/1'),
        on: '2026-06-10',
        description: said('Statement of the neighbour'),
        producedBy: said('O. Nobody'),
      },
    ],
    exhibits: [{ number: 1, description: said('Screenshots of 3 June'), type: 'PDF', sha256: 'ab'.repeat(32) }],
    hearsay: { relied: true, hearingOn: '2026-07-30', what: said('What the neighbour was told'), why: said('She is abroad') },
    chronology: Array.from({ length: lines }, (_, nth) => line(nth)),
    ...over,
  };
}
