import { formatDate, formatDateTime } from '#calendar';
import { confidential, facts, list, note, type Paper, type Part, printed, row, text } from '../paper.js';
import { certificate } from '../parts/certificate.js';
import { chronologyTable } from '../parts/chronology.js';
import { changePart } from './parts/change.js';
import { draftOrderPart } from './parts/order-as-varied.js';
import { viewsPart } from './parts/views.js';
import type { ChangePack } from './change-pack.js';
import { asksWords, draftTitles } from './change-words.js';

/**
 * The papers with which the court is asked to vary, renew or discharge an order, for the court and the respondent. The same facts make the same paper.
 * `isForCourt`: the court's own copy, marked on every page, with what the protected people say. It must not be served.
 */
export function changePaper(pack: ChangePack, isForCourt = false): Paper {
  const { asks, respondent, force, basis, isFiled } = pack;
  const parts: readonly Part[] = [
    changePart(pack),
    { title: 'Chronology', blocks: chronologyTable(pack.chronology) },
    draftOrderPart(pack),
    ...(isForCourt ? [viewsPart(pack)] : []),
    certificate({
      ...pack,
      respondent: respondent.name,
      proceedings: `Application by the chief officer of ${force} to ${asksWords[asks]} an order`,
      documents: [`Application to ${asksWords[asks]} the order`, 'Chronology', draftTitles[asks], 'Summons or notice of hearing'],
    }),
  ];
  return {
    title: `Application to ${asksWords[asks]} an order: ${respondent.name}`,
    author: force,
    foot: footOf(pack),
    mark: isForCourt
      ? { ...confidential, head: forCourt(isFiled) }
      : isFiled
        ? null
        : { across: 'DRAFT', head: 'DRAFT: not filed. Do not serve.' },
    date: basis.newest,
    parts: [coverPart(pack, parts), ...parts],
  };
}

function forCourt(isFiled: boolean): string {
  const head = 'CONFIDENTIAL: NOT TO BE SERVED ON THE RESPONDENT. It tells what protected people say.';
  return isFiled ? head : `${head} DRAFT: not filed.`;
}

function footOf({ force, court, reference, order, respondent }: ChangePack): string {
  const known = reference ? `Reference ${printed(reference)}` : `Orderwatch ${order}`;
  return [force, court.name ? printed(court.name) : court.kind, known, ...(respondent.youth?.foot ? [respondent.youth.foot] : [])].join(
    ' · ',
  );
}

function coverPart(pack: ChangePack, parts: readonly Part[]): Part {
  const { asks, orderName, changeAct, force, respondent, court, reference, isFiled, filedOn, basis, order } = pack;
  return {
    title: `Application to ${asksWords[asks]} an order`,
    blocks: [
      ...(respondent.youth?.lines ?? []).map((line) => text(line)),
      facts([
        row('Application', `To ${asksWords[asks]} a ${orderName.toLowerCase()}${changeAct ? ` (${changeAct})` : ''}`),
        row('Applicant', `The chief officer of ${force}`),
        row('Respondent', respondent.name),
        row('Court', court.name ?? court.kind, ...(court.name ? [court.kind] : [])),
        row('Court reference', reference ?? 'None given yet'),
        row('Filed', isFiled && filedOn ? formatDate(filedOn) : 'Not filed: this is a draft and must not be served'),
        ...(isFiled ? [row('Made from', 'What was known at the filing')] : []),
      ]),
      { is: 'heading', text: 'In this pack' },
      list(parts.map(({ title }) => title)),
      note(
        `Made from ${basis.facts} recorded facts of order ${order} and around it, the newest recorded ${formatDateTime(basis.newest)}. State of the record: ${basis.digest}. The same facts make the same document.`,
      ),
    ],
  };
}
