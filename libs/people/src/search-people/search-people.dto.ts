import type { LocalDate } from '#calendar';
import { LocalDateField, TextField } from '#pages';
import type { SearchTerms } from './terms.js';

export class SearchFields {
  @TextField('a name', { max: 200, optional: true })
  name?: string;

  @TextField('a number', { max: 60, optional: true })
  identifier?: string;

  @LocalDateField('the date of birth', { optional: true })
  dateOfBirth?: LocalDate;
}

/** A search by machine; a person's search is kept and its results are opened by its id. */
export class SearchRequest extends SearchFields {
  @TextField('the cursor of the next part', { max: 500, optional: true })
  after?: string;
}

export function termsIn({ name, identifier, dateOfBirth }: SearchFields): SearchTerms {
  return { name: name || null, identifier: identifier || null, dateOfBirth: dateOfBirth ?? null };
}
