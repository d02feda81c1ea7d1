import {
  ChoiceField,
  IdField,
  idFrom,
  IdsField,
  LocalDateField,
  NotWith,
  RowsField,
  TextField,
  WholeNumberField,
  YesNoField,
} from '#pages';
import type { ActKind, DurationSought, EvidenceKind } from '../domain/application-draft/contents.js';
import type { DraftCondition } from '../domain/draft.js';
import { actKinds, evidenceKinds } from '../drafted-application/draft-words.js';
import { ConditionDto } from '../order-draft/condition.dto.js';
import { conditionCalled } from '../order-draft/condition-called.js';
import { orNull, SectionDto } from './section.dto.js';
import { longText } from './text-sections.dto.js';
import type { TypedAct, TypedEvidence, Written } from '../domain/application-draft/written.js';

/** One act as it is typed. */
export class ActDto {
  @ChoiceField('what sort of act it was', Object.keys(actKinds)) kind: ActKind;
  @LocalDateField('the day it happened, or began') from: string;
  @LocalDateField('the last day', { optional: true }) to?: string;
  @TextField('what happened', { max: 4000 }) what: string;
  @TextField('where it is known from', { max: 500, optional: true }) source?: string;

  asAct(actId: string): TypedAct {
    return { actId, kind: this.kind, from: this.from, to: this.to ?? null, what: this.what ?? '', source: orNull(this.source) };
  }
}

/** One act among those that are listed. */
export class ListedActDto extends ActDto {
  /** A draft keeps an act as far as it has come. */
  @TextField('what happened', { max: 4000, optional: true }) override what: string;
  /** Of an act that was listed before. */
  @IdField('the act', { optional: true }) actId?: string;
  @YesNoField('yes to take it out', { optional: true }) remove?: boolean;
}

export class ActsDto extends SectionDto {
  @RowsField('an act', () => ListedActDto, { min: 0, max: 200 }) acts?: ListedActDto[];
  @IdsField('the incidents to rely on', { optional: true }) incidentIds?: string[];
  @TextField('why the acts are associated with stalking', { max: longText, optional: true }) why?: string;

  override written(commandId: string): Written {
    const acts = standing(this.acts).map((act, nth) => act.asAct(act.actId ?? idFrom(commandId, `act ${nth}`)));
    return { section: 'acts', typed: { acts, incidentIds: this.incidentIds ?? [], why: orNull(this.why) } };
  }
}

/** One piece of evidence as it is typed. */
export class EvidenceItemDto {
  @ChoiceField('what sort of evidence it is', Object.keys(evidenceKinds)) kind: EvidenceKind;
  @TextField('the exhibit reference', { max: 40, optional: true }) reference?: string;
  @TextField('what it is', { max: 1000 }) description: string;
  @TextField('who produces it', { max: 200, optional: true }) producedBy?: string;
  @LocalDateField('its date', { optional: true }) on?: string;

  asItem(itemId: string): TypedEvidence {
    const { kind, description } = this;
    return { itemId, kind, description, reference: orNull(this.reference), producedBy: orNull(this.producedBy), on: this.on ?? null };
  }
}

/** One piece of evidence among those that are listed. */
export class ListedEvidenceDto extends EvidenceItemDto {
  /** Of a piece that was listed before. */
  @IdField('the piece of evidence', { optional: true }) itemId?: string;
  @YesNoField('yes to take it out', { optional: true }) remove?: boolean;
}

export class EvidenceDto extends SectionDto {
  @RowsField('a piece of evidence', () => ListedEvidenceDto, { min: 0, max: 200 }) items?: ListedEvidenceDto[];

  override written(commandId: string): Written {
    const items = standing(this.items).map((item, nth) => item.asItem(item.itemId ?? idFrom(commandId, `item ${nth}`)));
    return { section: 'evidence', typed: { items } };
  }
}

/** One condition that is asked for; `draftedAs` is its id when it was drafted before. */
export class SoughtConditionDto extends ConditionDto {
  /** A draft keeps a condition as far as it has come. */
  @TextField('the words of the condition', { max: 4000, optional: true }) override wording: string;

  /** A draft has one wording of each condition: what it said before stands in the draft's own history. */
  asSought(newId: string): DraftCondition {
    const conditionId = this.draftedAs ?? newId;
    const { draftedAs: _, ...condition } = this.asDraft(conditionId, idFrom(conditionId, 'draft'));
    return condition;
  }
}

export class ConditionsDto extends SectionDto {
  @ChoiceField('how long the order should last', ['years', 'until-further-order'], { optional: true }) duration?: DurationSought['is'];
  @NotWith('duration', 'until-further-order')
  @WholeNumberField('the number of years', { min: 2, max: 99, optional: true })
  years?: number;
  @RowsField('a condition', () => SoughtConditionDto, { min: 0, max: 50, called: conditionCalled }) conditions?: SoughtConditionDto[];

  override written(commandId: string): Written {
    const conditions = (this.conditions ?? []).map((condition, nth) => condition.asSought(idFrom(commandId, `condition ${nth}`)));
    return { section: 'conditions', typed: { duration: this.durationSought, conditions } };
  }

  private get durationSought(): DurationSought | null {
    if (this.duration === 'until-further-order') return { is: 'until-further-order' };
    return this.years === undefined ? null : { is: 'years', years: this.years };
  }
}

function standing<Row extends { readonly remove?: boolean }>(rows: readonly Row[] | undefined): readonly Row[] {
  return (rows ?? []).filter(({ remove }) => remove !== true);
}
