import { formatDate } from '#calendar';
import type { CourtPack } from '../court-pack.js';
import { type Block, blank, facts, heading, row, text, together, type Part, type Row, type Words } from '../paper.js';

/** The complaint: who applies, against whom, for whom, and the three limbs of SPA 2019 s.1(1). */
export function applicationPart(pack: CourtPack): Part {
  const { respondent, court, force } = pack;
  return {
    title: 'Application (complaint)',
    blocks: [
      text(`To the ${court.kind}${court.name ? '' : ' (court not stated yet)'}.`),
      ...(respondent.youth?.lines ?? []).map((line) => text(line)),
      facts([
        ...(court.name ? [row('Court', court.name)] : []),
        row(
          'Complainant',
          pack.applicant ?? `The chief officer of ${force}`,
          ...(pack.applicant ? [`for the chief officer of ${force}`] : []),
        ),
        row('Respondent', respondent.name),
        ...(respondent.alsoKnownAs.length > 0 ? [row('Also known as', respondent.alsoKnownAs.join(', '))] : []),
        row('Date of birth', respondent.dateOfBirth ? formatDate(respondent.dateOfBirth) : 'Not known'),
        row('Address of the respondent', respondentAddress(pack)),
        row('To be protected', ...pack.protectedPeople),
        ...(pack.victims.length > 0 ? [row('Who suffered the acts', ...pack.victims)] : []),
      ]),
      text(
        'The chief officer applies for a stalking protection order under section 1 of the Stalking Protection Act 2019. It appears to the chief officer that the three limbs of section 1(1) are met, as set out below.',
      ),
      heading('Why this chief officer may apply (s.1(3))'),
      text(pack.area.words ? `Because ${pack.area.words}.` : 'Not stated yet.'),
      ...said(pack.area.facts),
      ...limbs(pack),
      ...interim(pack),
      ...evidence(pack),
      together(
        heading('Signature'),
        ...(pack.authorised
          ? [facts([row('Authorised by', ...(pack.authorised.officer ? [pack.authorised.officer] : []), pack.authorised.rank)])]
          : []),
        blank('Signed for the chief officer'),
        ...(pack.authorised ? [] : [blank('Name and rank or post')]),
        blank('Date'),
      ),
    ],
  };
}

function respondentAddress({ respondent }: CourtPack): Words {
  if (respondent.address === 'apart') return 'Given to the court apart from this document';
  return respondent.address ?? 'Not known';
}

function limbs(pack: CourtPack): Block[] {
  const { acts, risk, necessity, grounds, byProxy } = pack;
  const drafted = acts.list.length > 0 || [acts.why, risk.facts, necessity.facts].some((one) => one !== null);
  if (!drafted && grounds) return [heading('Acts, risk and necessity (s.1(1)(a) to (c))'), text(grounds)];
  const assessed = [
    risk.grade ? `graded ${risk.grade}` : null,
    risk.assessedOn ? `assessed on ${formatDate(risk.assessedOn)}` : null,
  ].filter((one) => one !== null);
  return [
    heading('Acts associated with stalking (s.1(1)(a))'),
    acts.list.length > 0
      ? {
          is: 'table',
          caption: 'The acts relied on',
          columns: [
            { title: 'When', share: 0.2 },
            { title: 'What', share: 0.55 },
            { title: 'Known from', share: 0.25 },
          ],
          rows: acts.list.map(({ when, kind, what, source, recorder }) => [
            [when],
            [kind, ...(what ? [what] : [])],
            [source ?? 'Not stated', ...(recorder ? [recorder] : [])],
          ]),
        }
      : text('Not stated yet.'),
    ...said(acts.why),
    heading('Risk associated with stalking posed to another person (s.1(1)(b))'),
    ...(risk.harms.length > 0
      ? [text(`Risk of ${risk.harms.join(' and ')} harm${assessed.length > 0 ? `, ${assessed.join(', ')}` : ''}.`)]
      : []),
    ...(risk.facts ? [text(risk.facts)] : risk.harms.length > 0 ? [] : [text('Not stated yet.')]),
    ...(byProxy ? [text('How the risk reaches somebody who did not suffer the acts:'), text(byProxy)] : []),
    heading('Why an order is necessary (s.1(1)(c))'),
    necessity.facts ? text(necessity.facts) : text('Not stated yet.'),
    ...conditionsNeeded(pack),
    ...(necessity.alternatives ? [text('Why bail, another order or a prosecution is not enough:'), text(necessity.alternatives)] : []),
  ];
}

/** The draft order says what is asked for; why, is for the complaint. */
function conditionsNeeded({ sought: { conditions, made } }: CourtPack): Block[] {
  if (conditions.length === 0 || made) return [];
  return [
    text('Why each condition asked for is necessary:'),
    facts(conditions.map(({ number, necessity }) => row(`Condition ${number}`, necessity ?? 'Not stated yet'))),
  ];
}

function interim({ interim: { sought, notice, why, whyWithoutNotice } }: CourtPack): Block[] {
  const how =
    notice === null ? '' : notice === 'with' ? 'The application is made with notice. ' : 'The application is made without notice. ';
  return [
    heading('Interim order (s.5)'),
    text(`${how}${sought ? 'An interim stalking protection order is asked for.' : 'No interim order is asked for.'}`),
    ...said(why),
    ...said(whyWithoutNotice),
  ];
}

function evidence({ evidence: items, exhibits }: CourtPack): Block[] {
  if (items.length === 0 && exhibits.length === 0) return [heading('Evidence'), text('No evidence is listed yet.')];
  const listed: Row[] = items.map(({ kind, reference, on, description, producedBy }) =>
    row(
      kind,
      ...(reference ? [reference] : []),
      ...(description ? [description] : []),
      ...(on ? [`Of ${formatDate(on)}`] : []),
      ...(producedBy ? [producedBy] : []),
    ),
  );
  const files = exhibits.flatMap(({ number, description, type, sha256 }) => [
    row(`Exhibit ${number}`, description, `${type}, SHA-256 ${sha256}`),
  ]);
  return [heading('Evidence'), facts([...listed, ...files])];
}

function said(words: Words | null): Block[] {
  return words === null ? [] : [text(words)];
}
