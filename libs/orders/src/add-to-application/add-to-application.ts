import type { LocalDate } from '#calendar';
import type { ApplicationState } from '../domain/application.js';
import { firstDayOfActs, unknownBirths } from '../domain/application-draft/births.js';
import { namedIn } from '../domain/application-draft/draft.js';
import type { DraftFact } from '../domain/application-draft/facts.js';
import { aDraft, ofDraft, type Writer } from '../domain/application-draft/required-draft.js';
import { actPlain, itemPlain, sealing } from '../domain/application-draft/section-fact.js';
import { actDone, actPossible, evidenceThere, forwards, started } from '../domain/application-draft/writable.js';
import type { TypedAct, TypedEvidence } from '../domain/application-draft/written.js';

/** Adds one act to what happened. It overwrites nothing; the section is then for its writer to check. */
export function addAct(state: ApplicationState, act: TypedAct, writer: Writer, today: LocalDate, births = unknownBirths): DraftFact[] {
  const draft = aDraft(state, writer);
  started(draft, 'acts');
  forwards(act);
  actDone(act, today);
  actPossible(act, firstDayOfActs(births));
  const of = ofDraft(draft, writer);
  const { sealed } = sealing(draft, namedIn(draft));
  const personal = { [`act:${act.actId}` as const]: sealed({ what: act.what, source: act.source }) };
  return [{ type: 'ActAdded', data: { ...of, act: actPlain(act, of.by) }, personal }];
}

/** Adds one piece of evidence to the list. It overwrites nothing; the section is then for its writer to check. */
export function addEvidence(state: ApplicationState, item: TypedEvidence, writer: Writer, today: LocalDate): DraftFact[] {
  const draft = aDraft(state, writer);
  started(draft, 'evidence');
  evidenceThere(item, today);
  const of = ofDraft(draft, writer);
  const { sealed } = sealing(draft, namedIn(draft));
  const personal = { [`item:${item.itemId}` as const]: sealed({ description: item.description, producedBy: item.producedBy }) };
  return [{ type: 'EvidenceAdded', data: { ...of, item: itemPlain(item, of.by) }, personal }];
}
