import type { Instant, LocalDate } from '#calendar';
import { addDays, formatDateTime, londonDate, londonTime, millisecondsOf } from '#calendar';
import type { OfflinePerson } from '#histories';
import { now } from '../device/clock.js';
import { discardDraft, type Draft, draftsOf, keepDraft, type KeptDraft, type Typed } from '../device/drafts.js';
import { changed } from '../device/telling.js';
import type { Carried } from './carried.js';
import { h } from './markup.js';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const controlsIn = (form: HTMLElement) => [...form.querySelectorAll<Control>('input[name], textarea[name], select[name]')];
const isBox = (control: Control): control is HTMLInputElement => control.type === 'radio' || control.type === 'checkbox';

/** What stands in a form. */
export function typedIn(form: HTMLElement): Typed {
  const typed: Record<string, string[]> = {};
  for (const control of controlsIn(form)) {
    const values = (typed[control.name] ??= []);
    if (!isBox(control) || control.checked) values.push(control.value);
  }
  return typed;
}

/** Puts it back; a field that it says nothing of stays as it is. */
export function fillIn(form: HTMLElement, typed: Typed): void {
  for (const control of controlsIn(form)) {
    const values = typed[control.name];
    if (!values) continue;
    if (isBox(control)) control.checked = values.includes(control.value);
    else control.value = values[0] ?? '';
  }
  // What is shown only while something is chosen.
  for (const group of form.querySelectorAll('.govuk-radios, .govuk-checkboxes')) group.dispatchEvent(new Event('change'));
}

/** What is typed in one form, kept on this device, encrypted, until it is saved or thrown away. */
export class Typing {
  /** The id of the report that it becomes. */
  readonly id: string;
  private done = false;

  private constructor(
    private readonly carried: Carried,
    private readonly of: Pick<Draft, 'personId' | 'name' | 'orderId'>,
    /** What was kept before; null where nothing was. */
    readonly before: KeptDraft | null,
  ) {
    this.id = before?.id ?? crypto.randomUUID();
  }

  /** Takes up what was begun about this person, or this order. */
  static async of(carried: Carried, { id: personId, name }: OfflinePerson, orderId?: string): Promise<Typing> {
    const drafts = await draftsOf(carried.userId, carried.key);
    const before = drafts.findLast((draft) => draft.personId === personId && draft.orderId === orderId);
    return new Typing(carried, { personId, name, ...(orderId === undefined ? {} : { orderId }) }, before ?? null);
  }

  async keep(draft: Pick<Draft, 'shownOn' | 'typed' | 'then'>): Promise<void> {
    const at = await now();
    if (!this.done) await keepDraft(this.carried.key, this.carried.userId, this.id, { ...this.of, ...draft, at });
  }

  /** Keeps whatever is typed from now on. */
  follow(form: HTMLElement, draft: () => Pick<Draft, 'shownOn' | 'typed' | 'then'>): void {
    for (const event of ['input', 'change']) form.addEventListener(event, () => void this.keep(draft()));
  }

  /** It is saved: nothing more is kept of it. */
  end(): void {
    this.done = true;
  }

  /** Says that something was begun before, and offers to throw it away. Null where nothing was. */
  line(again: () => void): HTMLElement | null {
    if (!this.before) return null;
    const startAgain = () => {
      this.end();
      void discardDraft(this.id).then(() => {
        changed();
        again();
      });
    };
    return h(
      'p',
      { class: 'govuk-inset-text', id: 'begun' },
      `You began this on ${formatDateTime(this.before.at)}. What you typed is kept on this device, encrypted. `,
      h('button', { type: 'button', class: 'ow-link-button', click: startAgain }, 'Discard it and start again'),
    );
  }
}

const MINUTE = 60_000;

/**
 * When it happened as it was typed then, in words that still mean the same: `now`, `today` and `yesterday` move on. `today`: whether the form
 * has a field for a time today.
 */
export function whenMeant({ typed, at, shownOn: then }: Draft, present: Instant, todayField: boolean): Typed {
  const today = londonDate(present);
  const [when, todayAt, yesterdayAt] = ['when', 'todayAt', 'yesterdayAt'].map((name) => typed[name]?.[0] ?? '');
  const other = (on: LocalDate, time = ''): Typed => ({ ...typed, when: ['other'], on: [on], time: [time] });
  if (when === 'now') {
    if (millisecondsOf(present) - millisecondsOf(at) < MINUTE) return typed;
    const isToday = todayField && londonDate(at) === today;
    return isToday ? { ...typed, when: ['today'], todayAt: [londonTime(at)] } : other(londonDate(at), londonTime(at));
  }
  if (then === today) return typed;
  if (when === 'today') return other(then, todayAt);
  return when === 'yesterday' ? other(addDays(then, -1), yesterdayAt) : typed;
}
