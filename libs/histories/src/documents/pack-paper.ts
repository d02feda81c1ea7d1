import { formatDate, formatDateTime } from '#calendar';
import { applicationPart } from './parts/application.js';
import { certificatePart } from './parts/certificate.js';
import { chronologyPart } from './parts/chronology.js';
import { draftInterimPart, draftOrderPart } from './parts/draft-order.js';
import { hearsayPart } from './parts/hearsay.js';
import { statementPart } from './parts/statement.js';
import type { CourtPack } from './court-pack.js';
import { confidential, facts, list, note, type Paper, type Part, printed, row, text } from './paper.js';

/**
 * The pack that goes to the court and to the respondent. The same facts make the same paper. `isForCourt`: the court's own copy, which is
 * marked on every page and must not be served.
 */
export function packPaper(pack: CourtPack, isForCourt = false): Paper {
  const hearsay = hearsayPart(pack);
  const interim = draftInterimPart(pack);
  const parts: readonly Part[] = [
    applicationPart(pack),
    chronologyPart(pack),
    draftOrderPart(pack),
    ...(interim ? [interim] : []),
    statementPart(pack),
    ...(hearsay ? [hearsay] : []),
    certificatePart(pack),
  ];
  return {
    title: `Application for a stalking protection order: ${pack.respondent.name}`,
    author: pack.force,
    foot: footOf(pack),
    mark: isForCourt ? confidential : pack.isFiled ? null : { across: 'DRAFT', head: 'DRAFT: not filed. Do not serve.' },
    date: pack.basis.newest,
    parts: [coverPart(pack, parts), ...parts],
  };
}

/** Force, court and reference, on every page. */
function footOf({ force, court, reference, application, respondent }: CourtPack): string {
  const known = reference ? `Reference ${printed(reference)}` : `Orderwatch ${application}`;
  return [force, court.name ? printed(court.name) : court.kind, known, ...(respondent.youth?.foot ? [respondent.youth.foot] : [])].join(
    ' · ',
  );
}

function coverPart(pack: CourtPack, parts: readonly Part[]): Part {
  const { ownReference, basis, force, court, reference, respondent, filedOn, isFiled, application, since, authorised } = pack;
  return {
    title: 'Application pack',
    blocks: [
      ...(respondent.youth?.lines ?? []).map((line) => text(line)),
      facts([
        row('Application', 'For a stalking protection order, by complaint (Stalking Protection Act 2019 s.1)'),
        row('Applicant', `The chief officer of ${force}`),
        row('Respondent', respondent.name),
        row('Court', court.name ?? 'Not stated yet', court.kind),
        row('Court reference', reference ?? 'None given yet'),
        ...(ownReference ? [row('Reference of the force', ownReference)] : []),
        row('Filed', isFiled && filedOn ? formatDate(filedOn) : 'Not filed: this is a draft and must not be served'),
        ...(isFiled
          ? [row('Made from', since ? 'What was known at the filing and what was recorded since' : 'What was known at the filing')]
          : []),
        ...(authorised
          ? [row('Authorised by', authorised.officer ?? authorised.rank, ...(authorised.officer ? [authorised.rank] : []))]
          : []),
      ]),
      { is: 'heading', text: 'In this pack' },
      list(parts.map(({ title }) => title)),
      note(
        `Made from ${basis.facts} recorded facts of application ${application}, the newest recorded ${formatDateTime(basis.newest)}. State of the record: ${basis.digest}. The same facts make the same document.`,
      ),
    ],
  };
}
