import { choicesOf } from '../forms-about/choices.js';
import { mayRestOn } from '../domain/filing.js';
import { contradictsItself, hasOwnConflicts, unweighed } from '../domain/application-draft/missing.js';
import { noticeView } from '../drafted-application/draft-view.js';
import { actKinds, evidenceKinds, harms, riskGrades } from '../drafted-application/draft-words.js';
import { areaBases } from '../file-application/file-application.dto.js';
import type { WrittenSection } from '../domain/application-draft/contents.js';
import { filledRow } from '../order-draft/rows.js';
import { ActsDto, ConditionsDto, EvidenceDto } from './row-sections.dto.js';
import type { SectionForm } from './section-forms.js';
import { chiefOfficer } from './chief-officer.js';
import { sectionPage } from './section-page.js';
import { AreaDto, HearsayDto, InterimDto, NecessityDto, PartiesDto, PeopleDto, RiskDto } from './text-sections.dto.js';

// What each section's form is made of. `filled` gives the values of its fields; null stands for an empty one.

const template = (name: string) => `orders/write-application/${name}.page.njk`;

/** A form of any section; the section is kept together with its own content. */
function sectionForm<Section extends WrittenSection>(form: SectionForm<Section>): SectionForm {
  return form as unknown as SectionForm;
}

export const sectionForms: readonly SectionForm[] = [
  sectionForm<'parties'>({
    section: 'parties',
    template: template('parties'),
    dto: PartiesDto,
    filled: ({ applicant, courtName, forum, reference }) => ({
      ...{ applicant: applicant?.value, courtName, forum, reference: reference?.value },
    }),
    begins: ({ draft }) => ({ applicant: chiefOfficer(draft.force) }),
    data: ({ around, respondent }) => ({ isAgeKnown: around.isAgeKnown, respondent }),
  }),
  sectionForm<'people'>({
    section: 'people',
    template: template('people'),
    dto: PeopleDto,
    filled: ({ protectedPersonIds, victimIds, byProxy }) => ({ protectedPersonIds, victimIds, byProxy: byProxy?.value }),
    begins: ({ comesFrom }) => ({ protectedPersonIds: comesFrom?.protectedPersonIds, victimIds: comesFrom?.victimIds }),
    data: ({ comesFrom, draft }) => ({ comesFrom: draft.sections.people ? null : comesFrom }),
  }),
  sectionForm<'acts'>({
    section: 'acts',
    template: template('acts'),
    dto: ActsDto,
    filled: ({ acts, incidentIds, why }) => ({
      acts: acts.map(({ actId, kind, from, to, words }) => ({
        actId,
        kind,
        from,
        to,
        what: words.value?.what,
        source: words.value?.source,
      })),
      incidentIds,
      why: why?.value,
    }),
    data: ({ incidents }) => ({ kinds: choicesOf(actKinds), incidents: incidents.map(({ id, words }) => ({ value: id, text: words })) }),
  }),
  sectionForm<'risk'>({
    section: 'risk',
    template: template('risk'),
    dto: RiskDto,
    filled: ({ harms: at, grade, assessedOn, facts }) => ({ harms: at, grade, assessedOn, facts: facts?.value }),
    begins: ({ assessed }) => ({ grade: assessed?.grade, assessedOn: assessed?.on }),
    data: ({ assessed }) => ({ assessed, harmChoices: choicesOf(harms), grades: choicesOf(riskGrades) }),
  }),
  sectionForm<'necessity'>({
    section: 'necessity',
    template: template('necessity'),
    dto: NecessityDto,
    filled: ({ facts, alternatives }) => ({ facts: facts?.value, alternatives: alternatives?.value }),
  }),
  sectionForm<'area'>({
    section: 'area',
    template: template('area'),
    dto: AreaDto,
    filled: ({ basis, facts }) => ({ basis, facts: facts?.value }),
    data: ({ draft }) => ({ bases: choicesOf(areaBases).filter(({ value }) => mayRestOn(draft.force, value)) }),
  }),
  sectionForm<'conditions'>({
    section: 'conditions',
    template: template('conditions'),
    dto: ConditionsDto,
    filled: ({ duration, conditions }) => ({
      duration: duration?.is,
      years: duration?.is === 'years' ? duration.years : undefined,
      // A condition is known again by the id it was drafted with.
      conditions: conditions.map((condition) => ({ ...filledRow(condition), draftedAs: condition.plain.conditionId })),
    }),
    data: ({ draft, around, live }) => ({
      live,
      isWeighed: unweighed(draft, around.live).length === 0 && !contradictsItself(draft),
      mustWeigh: hasOwnConflicts(draft),
      hasConditions: (draft.sections.conditions?.content.conditions.length ?? 0) > 0,
    }),
  }),
  sectionForm<'interim'>({
    section: 'interim',
    template: template('interim'),
    dto: InterimDto,
    filled: ({ sought, notice, until, why, whyWithoutNotice }) => ({
      ...{ sought, notice, until, why: why?.value, whyWithoutNotice: whyWithoutNotice?.value },
    }),
  }),
  sectionForm<'evidence'>({
    section: 'evidence',
    template: template('evidence'),
    dto: EvidenceDto,
    filled: ({ items }) => ({
      items: items.map(({ itemId, kind, reference, on, words }) => ({
        ...{ itemId, kind, reference, on, description: words.value?.description, producedBy: words.value?.producedBy },
      })),
    }),
    data: () => ({ kinds: choicesOf(evidenceKinds) }),
  }),
  sectionForm<'hearsay'>({
    section: 'hearsay',
    template: template('hearsay'),
    dto: HearsayDto,
    filled: ({ relied, hearingOn, what, why }) => ({ relied, hearingOn, what: what?.value, why: why?.value }),
    data: (context) => ({ notice: noticeView(context) }),
  }),
];

/** Their pages, for the module. */
export const sectionPages = sectionForms.map(sectionPage);
