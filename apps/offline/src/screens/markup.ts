type Child = Node | string | null | false;
type Listen = (event: Event) => void;
type Attributes = Readonly<Record<string, string | boolean | number | Listen | undefined>>;

/** An element: attributes by name (true alone, false not at all), functions as listeners, text as text and never as markup. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value !== false && value !== undefined) element.setAttribute(key, value === true ? '' : String(value));
  }
  for (const child of children.flat()) if (child !== null && child !== false) element.append(child);
  return element;
}

export const p = (text: string, classes = 'govuk-body'): HTMLElement => h('p', { class: classes }, text);

export function button(text: string, act: () => void, classes = ''): HTMLButtonElement {
  return h('button', { type: 'button', class: `govuk-button ${classes}`, click: act }, text);
}

export function plural(count: number, one: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : `${one}s`}`;
}

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
  readonly checked?: boolean;
  /** Shown while it is chosen. */
  readonly inside?: HTMLElement;
}

/** Radios or checkboxes with their question. `name` leads the ids. */
export function choices(type: 'radio' | 'checkbox', name: string, legend: string, items: readonly Choice[], classes = ''): HTMLElement {
  const kind = type === 'radio' ? 'radios' : 'checkboxes';
  const boxes = items.flatMap(({ value, text, hint, checked = false, inside }, nth) => {
    const id = nth === 0 ? name : `${name}-${nth + 1}`;
    const described = { 'aria-describedby': hint ? `${id}-hint` : undefined };
    const input = h('input', { class: `govuk-${kind}__input`, id, name, type, value, checked, ...described });
    const item = h(
      'div',
      { class: `govuk-${kind}__item` },
      input,
      h('label', { class: `govuk-label govuk-${kind}__label`, for: id }, text),
      hint ? h('div', { id: `${id}-hint`, class: `govuk-hint govuk-${kind}__hint` }, hint) : null,
    );
    if (!inside) return [item];
    const place = h('div', { class: `govuk-${kind}__conditional` }, inside);
    return [item, place];
  });
  const group = h('div', { class: `govuk-${kind} govuk-${kind}--small ${classes}` }, boxes);
  const show = () => {
    for (const place of group.querySelectorAll<HTMLElement>(`.govuk-${kind}__conditional`)) {
      place.hidden = place.previousElementSibling?.querySelector('input')?.checked !== true;
    }
  };
  group.addEventListener('change', show);
  show();
  const question = h('legend', { class: 'govuk-fieldset__legend govuk-fieldset__legend--m' }, legend);
  return h('div', { class: 'govuk-form-group', id: `${name}-group` }, h('fieldset', { class: 'govuk-fieldset' }, question, group));
}

interface FieldOptions {
  readonly type?: string;
  readonly value?: string;
  readonly hint?: string;
  readonly classes?: string;
  readonly inputmode?: string;
  readonly autocomplete?: string;
  /** More than one line. */
  readonly rows?: number;
  /** Most characters. More can be typed, so that nothing is cut off unseen: see `tooLong`. */
  readonly most?: number;
}

export function field(
  id: string,
  label: string,
  { type = 'text', value = '', hint, classes = '', inputmode, autocomplete = 'off', rows, most }: FieldOptions = {},
) {
  const described = { 'aria-describedby': hint ? `${id}-hint` : undefined };
  const more = { inputmode, 'data-most': most };
  const input = rows
    ? h('textarea', { class: 'govuk-textarea', id, name: id, rows, 'data-most': most, ...described }, value)
    : h('input', { class: `govuk-input ${classes}`, id, name: id, type, value, autocomplete, ...described, ...more });
  return h(
    'div',
    { class: 'govuk-form-group', id: `${id}-group` },
    h('label', { class: 'govuk-label', for: id }, label),
    hint ? h('div', { id: `${id}-hint`, class: 'govuk-hint' }, hint) : null,
    input,
    most === undefined ? null : room(input, most),
  );
}

/** From nine tenths on: how many characters are left, or too many. */
function room(input: HTMLInputElement | HTMLTextAreaElement, most: number): HTMLElement {
  const line = h('div', { class: 'govuk-hint govuk-!-margin-top-1', role: 'status' });
  const say = () => {
    const left = most - input.value.length;
    line.textContent = left > most / 10 ? '' : left < 0 ? `${plural(-left, 'character')} too many` : `${plural(left, 'character')} left`;
  };
  input.addEventListener('input', say);
  return line;
}

/** What is longer than the service takes, of the fields that are shown. */
export function tooLong(inside: HTMLElement): { readonly field: string; readonly text: string }[] {
  return [...inside.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-most]')].flatMap((input) => {
    const most = Number(input.dataset['most']);
    // As it is sent.
    const length = input.value.trim().length;
    if (length <= most || input.closest('[hidden]')) return [];
    const text = `This must be ${most.toLocaleString('en-GB')} characters or fewer. Take ${(length - most).toLocaleString('en-GB')} away: nothing is cut off for you`;
    return [{ field: input.id, text }];
  });
}

export function select(id: string, label: string, items: readonly (readonly [string, string])[]): HTMLElement {
  const options = items.map(([value, text]) => h('option', { value }, text));
  return h(
    'div',
    { class: 'govuk-form-group', id: `${id}-group` },
    h('label', { class: 'govuk-label', for: id }, label),
    h('select', { class: 'govuk-select', id, name: id }, options),
  );
}

/** Says what is wrong above and at the field, as the pages of the service do. Takes away what was said before. */
export function complain(inside: HTMLElement, problems: readonly { readonly field: string; readonly text: string }[]): void {
  for (const old of inside.querySelectorAll('.govuk-error-summary, .govuk-error-message')) old.remove();
  for (const old of inside.querySelectorAll('.govuk-form-group--error')) old.classList.remove('govuk-form-group--error');
  if (problems.length === 0) return;
  for (const { field: id, text } of problems) {
    const group = inside.querySelector(`#${id}-group`);
    group?.classList.add('govuk-form-group--error');
    const message = h('p', { class: 'govuk-error-message' }, h('span', { class: 'govuk-visually-hidden' }, 'Error:'), ` ${text}`);
    const before = group?.querySelector('input, textarea, select, .govuk-radios, .govuk-checkboxes');
    before?.parentElement?.insertBefore(message, before);
  }
  const lines = problems.map(({ field: id, text }) =>
    h(
      'li',
      {},
      h('a', { href: `#${id}`, click: (event) => (event.preventDefault(), inside.querySelector<HTMLElement>(`#${id}`)?.focus()) }, text),
    ),
  );
  const summary = h(
    'div',
    { class: 'govuk-error-summary', tabindex: '-1', role: 'alert' },
    h('h2', { class: 'govuk-error-summary__title' }, 'There is a problem'),
    h('div', { class: 'govuk-error-summary__body' }, h('ul', { class: 'govuk-list govuk-error-summary__list' }, lines)),
  );
  inside.prepend(summary);
  summary.focus();
}

/** What stands in a field or is chosen there, trimmed; empty when there is none. */
export function valueOf(inside: HTMLElement, name: string): string {
  const found = inside.querySelector<HTMLInputElement>(`[name="${name}"]:is(:checked, :not([type=radio], [type=checkbox]))`);
  return found?.value.trim() ?? '';
}

export function valuesOf(inside: HTMLElement, name: string): string[] {
  return [...inside.querySelectorAll<HTMLInputElement>(`[name="${name}"]:checked`)].map(({ value }) => value);
}
