import { orderKinds } from '#orders';
import { ChoiceField, LocalDateField, TextField } from '#pages';
import { forces } from '#access';
import { APPLICATION_LISTS, ORDER_LISTS } from './lists.js';

const MonthField = (words: string): PropertyDecorator =>
  TextField(words, { optional: true, shape: { is: /^\d{4}-\d{2}$/, text: 'Enter a year and a month, like 2026-05' } });

/** What the API may ask of the figures. */
export class UptakeAsked {
  @ChoiceField('a force by its CJS code; all unless told', forces.map(({ cjs }) => cjs), { optional: true }) force?: string;
  @MonthField('the first month') from?: string;
  @MonthField('the last month') to?: string;
  @LocalDateField('the day as at which it is counted', { optional: true }) at?: string;
  @LocalDateField('the day on which it was known', { optional: true }) asKnownOn?: string;
}

class RecordsAsked extends UptakeAsked {
  @ChoiceField('a kind of order', [...orderKinds, 'other-kinds'], { optional: true }) kind?: string;
  @TextField('`next` of the part before, as it came; the first part without it', { max: 500, optional: true }) after?: string;
}

export class OrdersAsked extends RecordsAsked {
  @ChoiceField('a list of orders', ORDER_LISTS, { optional: true }) list?: string;
}

export class ApplicationsAsked extends RecordsAsked {
  @ChoiceField('a list of applications', APPLICATION_LISTS, { optional: true }) list?: string;
}
