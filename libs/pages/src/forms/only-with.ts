import 'reflect-metadata';
import { type FieldError, inputId, isRecord } from './form-view.js';

type Answer = string | boolean;

interface Rule {
  readonly beside: string;
  readonly answers: readonly Answer[];
  /** Whether it is asked with these answers, or with any but these. */
  readonly asked: boolean;
}

const RULES = Symbol('beside which answers a field is asked');
const DESCRIBED = 'swagger/apiModelProperties';

/**
 * A field that is only asked beside these answers of another, or beside any answer of it where none is named. A form hides it otherwise and what was
 * typed there is passed over; a program that sends it would lose it unseen, and is refused. Stands above the field's own decorator.
 */
export function OnlyWith(beside: string, ...answers: readonly Answer[]): PropertyDecorator {
  return ruled({ beside, answers, asked: true });
}

/** A field that is not asked beside these answers of another, or beside any where none is named. */
export function NotWith(beside: string, ...answers: readonly Answer[]): PropertyDecorator {
  return ruled({ beside, answers, asked: false });
}

/** What was sent of what is not asked beside the rest of it. `value`: as it was read. */
export function unasked(value: unknown, parent = ''): FieldError[] {
  if (Array.isArray(value)) return value.flatMap((item, nth) => unasked(item, `${parent}${nth}.`));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, sent]) => {
    if (isNothing(sent)) return [];
    const field = `${parent}${name}`;
    const broken = rulesOf(value, name).find((rule) => !isAsked(rule, value));
    return broken ? [{ field, href: `#${inputId(field)}`, text: saying(broken) }] : unasked(sent, `${field}.`);
  });
}

function ruled(rule: Rule): PropertyDecorator {
  return (target, property) => {
    Reflect.defineMetadata(RULES, [...rulesOf(target, property), rule], target, property);
    const described = Reflect.getMetadata(DESCRIBED, target, property) as { readonly description?: string } | undefined;
    if (!described) return;
    const description = [described.description, `(${inWords(rule)})`].filter(Boolean).join(' ');
    Reflect.defineMetadata(DESCRIBED, { ...described, description }, target, property);
  };
}

function rulesOf(target: object, property: string | symbol): readonly Rule[] {
  return (Reflect.getMetadata(RULES, target, property) as readonly Rule[] | undefined) ?? [];
}

function isAsked({ beside, answers, asked }: Rule, sent: Readonly<Record<string, unknown>>): boolean {
  const said = sent[beside];
  const isSaid = answers.length === 0 ? !isNothing(said) : answers.some((answer) => answer === said);
  return isSaid === asked;
}

function isNothing(sent: unknown): boolean {
  return sent === undefined || sent === null || sent === '' || (Array.isArray(sent) && sent.length === 0);
}

function inWords({ beside, answers, asked }: Rule): string {
  const said = answers.length === 0 ? '' : ` ${answers.join(' or ')}`;
  return asked ? `only with ${beside}${said}` : `not with ${beside}${said}`;
}

function saying({ beside, answers, asked }: Rule): string {
  const said = answers.join(' or ');
  if (asked)
    return answers.length === 0
      ? `Send ${beside} as well, or leave this out`
      : `Leave this out: it is asked only where ${beside} is ${said}`;
  return answers.length === 0 ? `Send this or ${beside}, not both` : `Leave this out: it is not asked where ${beside} is ${said}`;
}
