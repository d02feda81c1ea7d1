import type { LocalDate } from '#calendar';
import { isRecord, LocalDateField, TextField } from '#pages';
import type { SearchTerms } from './terms.js';

export class SearchFields {
  @TextField('a name', { max: 200, optional: true, isPasted: true })
  name?: string;

  @TextField('a number', { max: 60, optional: true, isPasted: true })
  identifier?: string;

  @LocalDateField('the date of birth', { optional: true })
  dateOfBirth?: LocalDate;
}

/** A search by machine; a person's search is kept and its results are opened by its id. */
export class SearchRequest extends SearchFields {
  @TextField('the cursor of the next part', { max: 500, optional: true })
  after?: string;
}

/** What was typed, with day and month of the date of birth the right way round where they can only have been swapped: there is no month 17. */
export function dayBeforeMonth(body: unknown): { readonly asMeant: unknown; readonly isSwapped: boolean } {
  const born = isRecord(body) ? body['dateOfBirth'] : null;
  if (!isRecord(body) || !isRecord(born)) return { asMeant: body, isSwapped: false };
  const { day, month } = born;
  const [first, second] = [day, month].map((part) => (typeof part === 'string' && /^\s*\d{1,2}\s*$/.test(part) ? Number(part) : 0));
  const isSwapped = first !== undefined && second !== undefined && first >= 1 && first <= 12 && second >= 13 && second <= 31;
  return isSwapped ? { asMeant: { ...body, dateOfBirth: { ...born, day: month, month: day } }, isSwapped } : { asMeant: body, isSwapped };
}

/** Said then; the date itself stands in the form, not in what travels with the answer. */
export const swapped = 'There is no such month, so day and month were taken the other way round. Check the date of birth below';

export function termsIn({ name, identifier, dateOfBirth }: SearchFields): SearchTerms {
  return { name: name || null, identifier: identifier || null, dateOfBirth: dateOfBirth ?? null };
}
