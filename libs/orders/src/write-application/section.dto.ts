import { WholeNumberField } from '#pages';
import type { Written } from '../domain/application-draft/written.js';

/** What every section is sent with, so that two people who edit it at the same time do not overwrite each other. */
export abstract class SectionDto {
  /** Counts the savings of the section: 0 when nobody has saved it. */
  @WholeNumberField('the revision of the section that you were shown') seen: number;
  /** Saves over what others saved up to this revision, on purpose. */
  @WholeNumberField('the revision to save over', { optional: true }) over?: number;

  /** The section as it was typed. New acts, conditions and pieces of evidence get their ids from the command. */
  abstract written(commandId: string): Written;
}

/** Blank text is none. */
export function orNull(text: string | undefined): string | null {
  return text?.trim() ? text : null;
}
