import { ChoiceField, ChoicesField, IdsField, LocalDateField, TextField, YesNoField } from '#pages';
import type { Harm, RiskGrade } from '../domain/application-draft/contents.js';
import type { AreaBasis } from '../domain/events.js';
import { harms, riskGrades } from '../drafted-application/draft-words.js';
import { areaBases } from '../file-application/file-application.dto.js';
import { orNull, SectionDto } from './section.dto.js';
import type { Written } from '../domain/application-draft/written.js';

/** The most characters in an answer to one of the statutory questions. */
export const longText = 10_000;

export class PartiesDto extends SectionDto {
  @TextField('who applies', { optional: true }) applicant?: string;
  @TextField('the name of the court', { optional: true }) courtName?: string;
  @ChoiceField('which court hears it', ['adult', 'youth'], { optional: true }) forum?: 'adult' | 'youth';
  @TextField('your reference', { optional: true }) reference?: string;

  override written(): Written {
    const { applicant, courtName, forum, reference } = this;
    const typed = { applicant: orNull(applicant), courtName: orNull(courtName), forum: forum ?? null, reference: orNull(reference) };
    return { section: 'parties', typed };
  }
}

export class PeopleDto extends SectionDto {
  @IdsField('whom the order is to protect', { optional: true }) protectedPersonIds?: string[];
  @IdsField('who suffered the acts', { optional: true }) victimIds?: string[];
  @TextField('how the risk reaches them', { max: longText, optional: true }) byProxy?: string;

  override written(): Written {
    const { protectedPersonIds = [], victimIds = [], byProxy } = this;
    return { section: 'people', typed: { protectedPersonIds, victimIds, byProxy: orNull(byProxy) } };
  }
}

export class RiskDto extends SectionDto {
  @ChoicesField('which harm is at risk', Object.keys(harms), { optional: true }) harms?: Harm[];
  @TextField('the facts that show the risk', { max: longText, optional: true }) facts?: string;
  @ChoiceField('how the risk was graded', Object.keys(riskGrades), { optional: true }) grade?: RiskGrade;
  @LocalDateField('the day the risk was assessed', { optional: true }) assessedOn?: string;

  override written(): Written {
    const { facts, grade, assessedOn } = this;
    const typed = { harms: this.harms ?? [], grade: grade ?? null, assessedOn: assessedOn ?? null, facts: orNull(facts) };
    return { section: 'risk', typed };
  }
}

export class NecessityDto extends SectionDto {
  @TextField('why an order is necessary', { max: longText, optional: true }) facts?: string;
  @TextField('why other measures are not enough', { max: longText, optional: true }) alternatives?: string;

  override written(): Written {
    return { section: 'necessity', typed: { facts: orNull(this.facts), alternatives: orNull(this.alternatives) } };
  }
}

export class AreaDto extends SectionDto {
  @ChoiceField('why this force may apply', Object.keys(areaBases), { optional: true }) basis?: AreaBasis;
  @TextField('what shows it', { max: longText, optional: true }) facts?: string;

  override written(): Written {
    return { section: 'area', typed: { basis: this.basis ?? null, facts: orNull(this.facts) } };
  }
}

export class InterimDto extends SectionDto {
  @YesNoField('yes if an interim order is asked for', { optional: true }) sought?: boolean;
  @TextField('why an interim order is appropriate', { max: longText, optional: true }) why?: string;
  @ChoiceField('whether it is asked for with notice', ['with', 'without'], { optional: true }) notice?: 'with' | 'without';
  @LocalDateField('the last day of the interim order', { optional: true }) until?: string;
  @TextField('why no notice should be given', { max: longText, optional: true }) whyWithoutNotice?: string;

  override written(): Written {
    const { sought, why, notice, until = null, whyWithoutNotice } = this;
    const typed = { sought: sought ?? null, notice: notice ?? null, until, why: orNull(why), whyWithoutNotice: orNull(whyWithoutNotice) };
    return { section: 'interim', typed };
  }
}

export class HearsayDto extends SectionDto {
  @YesNoField('yes if hearsay is relied on', { optional: true }) relied?: boolean;
  @TextField('what the hearsay is', { max: longText, optional: true }) what?: string;
  @TextField('why the witness is not called', { max: longText, optional: true }) why?: string;
  @LocalDateField('the day of the hearing', { optional: true }) hearingOn?: string;
  /** An unlikely day, when the hearing is on it. */
  @LocalDateField('the day that you are sure of', { optional: true }) sureOf?: string;

  override written(): Written {
    const { relied = null, what, why, hearingOn = null, sureOf = null } = this;
    return { section: 'hearsay', typed: { relied, hearingOn, sureOf, what: orNull(what), why: orNull(why) } };
  }
}
