import type { HTMLElement } from 'node-html-parser';
import type { Answer, Client } from '../../support/client.js';

/** What is typed, ticked and chosen, nested as the fields' names are: `{ made: { date: { day: '14' } } }` is `made[date][day]`. */
export interface Fields {
  readonly [name: string]: Value;
}
type Value = string | undefined | Fields | readonly Value[];

type Pair = readonly [name: string, value: string];

/**
 * A form on a page as a person meets it: what stands in it is sent back, only fields that are there can be filled, and only choices that
 * are offered can be chosen. Throws in words when the page does not offer what is asked of it.
 */
export class Form {
  private readonly form: HTMLElement;
  private readonly typed: Pair[] = [];

  constructor(
    private readonly client: Client,
    private readonly path: string,
    private readonly shown: Answer,
  ) {
    const found = shown.html.querySelectorAll('main form').find((form) => form.getAttribute('method')?.toLowerCase() === 'post');
    if (!found) throw new Error(`${path} answered ${shown.status} "${shown.heading}" and shows no form`);
    this.form = found;
  }

  /** Names of the fields that a person can fill. */
  get names(): readonly string[] {
    return [...new Set(this.controls.filter((one) => one.getAttribute('type') !== 'hidden').map(nameOf))];
  }

  /** The choices of a group of radios or checkboxes, or of a select. */
  offers(name: string): readonly string[] {
    return this.named(name).flatMap((control) =>
      control.tagName === 'SELECT' ? control.querySelectorAll('option').map(valueOf) : [valueOf(control)],
    );
  }

  /** Whether the page has all fields of `fields`; the form then asks for another row with the button that it has for that. */
  async fill(fields: Fields): Promise<Form> {
    const pairs = flat('', fields);
    const missing = pairs.find(([name]) => this.named(name).length === 0);
    if (missing) {
      const another = this.form.querySelectorAll('button[name=_add]').find((button) => missing[0].startsWith(valueOf(button)));
      if (!another) throw new Error(`${this.path} has no field ${missing[0]}; it has ${this.names.join(', ')}`);
      const partly = pairs.filter(([name]) => this.named(name).length > 0);
      const next = await this.filled(partly).send([['_add', valueOf(another)]]);
      return new Form(this.client, this.path, next).fill(fields);
    }
    return this.filled(pairs);
  }

  /** Sends it with this button, or as by the Enter key. */
  async press(button?: string): Promise<Answer> {
    const buttons = this.form.querySelectorAll('button');
    const pressed = button === undefined ? buttons[0] : buttons.find((one) => one.text.trim() === button);
    if (!pressed) throw new Error(`${this.path} has no button "${button}"; it has ${buttons.map((one) => one.text.trim()).join(', ')}`);
    const name = pressed.getAttribute('name');
    return this.send(name ? [[name, valueOf(pressed)]] : []);
  }

  /** Everything that would be sent. */
  get pairs(): readonly Pair[] {
    const replaced = new Set(this.typed.map(([name]) => name));
    return [...this.controls.flatMap(standing).filter(([name]) => !replaced.has(name)), ...this.typed.filter(([, value]) => value !== '')];
  }

  private send(more: readonly Pair[]): Promise<Answer> {
    const body = new URLSearchParams([...this.pairs, ...more].map(([name, value]): [string, string] => [name, value]));
    return this.client.send(this.form.getAttribute('action') ?? this.path, body.toString());
  }

  private filled(pairs: readonly Pair[]): Form {
    for (const [name, value] of pairs) {
      const [first] = this.named(name);
      const chosen = first && ['radio', 'checkbox'].includes(first.getAttribute('type') ?? '');
      if (value !== '' && (chosen || first?.tagName === 'SELECT') && !this.offers(name).includes(value))
        throw new Error(`${this.path} does not offer ${value} for ${name}; it offers ${this.offers(name).join(', ')}`);
      this.typed.push([name, value]);
    }
    return this;
  }

  private get controls(): HTMLElement[] {
    return this.form.querySelectorAll('input, select, textarea').filter((control) => nameOf(control) !== '');
  }

  private named(name: string): HTMLElement[] {
    return this.controls.filter((control) => nameOf(control) === name);
  }
}

/** Opens the form at `path`. */
export async function openForm(client: Client, path: string): Promise<Form> {
  return new Form(client, path, await client.get(path));
}

const nameOf = (control: HTMLElement): string => control.getAttribute('name') ?? '';
const valueOf = (control: HTMLElement): string => control.getAttribute('value') ?? '';

/** What a browser would send for a control that nobody touched. */
function standing(control: HTMLElement): Pair[] {
  const name = nameOf(control);
  if (control.tagName === 'TEXTAREA') return [[name, control.textContent]];
  if (control.tagName === 'SELECT') {
    const options = control.querySelectorAll('option');
    const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0];
    return chosen ? [[name, valueOf(chosen)]] : [];
  }
  const isChoice = ['radio', 'checkbox'].includes(control.getAttribute('type') ?? '');
  return isChoice && !control.hasAttribute('checked') ? [] : [[name, valueOf(control)]];
}

/** Lists of texts are one name several times, as ticked boxes are; lists of groups are rows. */
function flat(name: string, value: Value): Pair[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [[name, value]];
  if (Array.isArray(value)) {
    return (value as readonly Value[]).flatMap((item, nth) => flat(typeof item === 'string' ? name : `${name}[${nth}]`, item));
  }
  return Object.entries(value).flatMap(([key, item]) => flat(name === '' ? key : `${name}[${key}]`, item));
}
