import { ValidateNested, IsOptional } from 'class-validator';
import { Transform, Type, type TypeHelpOptions } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { hasUnseen, isRecord, readDate, readField, readTime, Unreadable } from '#pages';
import {
  type Blank,
  blankProblem,
  conditionCodes,
  type ConditionCode,
  hoursOf,
  libraryCondition,
  libraryVersion,
  storedBlank,
} from '../domain/condition-library.js';
import { blankShape, blanksShape } from './blank-shape.js';

/**
 * The typed blanks of the condition in the same group: `code` says which, `library` by which version (the newest unless told). Each is read to
 * the text that is stored. Forms send them by type (days as ticked boxes, hours as `{ from, to }`), the API may send the stored text as well.
 */
export function BlanksField(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      ...blanksShape(),
      required: false,
      description: 'the blanks of the condition by name; which it has is said by its code',
      example: { metres: '200' },
    } as ApiPropertyOptions),
    Type((help?: TypeHelpOptions) => blanksDto(isRecord(help?.object) ? help.object : {})),
    // A list, or text, is told as such and not by parts that no page shows.
    Transform(({ value }: { value: unknown }) => (value === undefined || value === null ? undefined : isGroup(value) ? value : ''), {
      toClassOnly: true,
    }),
    IsOptional(),
    ValidateNested({ message: 'Send the details as an object, like { "metres": "200" }' }),
  );
}

function isGroup(value: unknown): boolean {
  return isRecord(value) && !Array.isArray(value);
}

type BlanksDto = new () => object;
const made = new Map<string, BlanksDto>();

/** A class whose fields are the blanks of a condition; made once for each entry of the library. */
export function blanksDto(row: Readonly<Record<string, unknown>>): BlanksDto {
  const code = codeOf(row);
  const library = libraryOf(row);
  const key = `${code ?? ''} ${library}`;
  const known = made.get(key);
  if (known) return known;
  class Blanks {}
  // The validator refuses whatever has a class without any rule, without saying where.
  IsOptional()(Blanks.prototype, '_');
  for (const blank of code === null ? [] : libraryCondition(code, library).blanks) BlankField(blank)(Blanks.prototype, blank.name);
  made.set(key, Blanks);
  return Blanks;
}

/** The code in a row of a form, if it is one. */
export function codeOf(row: Readonly<Record<string, unknown>>): ConditionCode | null {
  return conditionCodes.find((code) => code === row['code']) ?? null;
}

/** The version of the library in a row of a form; the newest where it names none that there is. */
export function libraryOf(row: Readonly<Record<string, unknown>>): number {
  const version = Number(row['library']);
  return Number.isInteger(version) && version >= 1 && version <= libraryVersion ? version : libraryVersion;
}

/** A blank may stay empty: the words of the court are what binds, and they may leave it open. */
function BlankField(blank: Blank): PropertyDecorator {
  return readField({
    optional: true,
    missing: blankProblem(blank, ''),
    schema: { description: lower(blank.label) },
    shape: blankShape(blank),
    read: (value) => readBlank(blank, value),
  });
}

/** What was sent for a blank, as it is stored, or what to tell whoever sent it. */
export function readBlank(blank: Blank, value: unknown): string | Unreadable {
  if (blank.type === 'date') return readDate(lower(blank.label), value);
  if (blank.type === 'hours' && isRecord(value) && !Array.isArray(value)) return readHours(blank, value);
  const text = Array.isArray(value) ? value.join(',') : typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return new Unreadable(blankProblem(blank, ''));
  return hasUnseen(blank.label, text) ?? storedBlank(blank, text.replaceAll('\r\n', '\n')) ?? new Unreadable(blankProblem(blank, text));
}

function readHours(blank: Blank, value: Readonly<Record<string, unknown>>): string | Unreadable {
  const typed = ['from', 'to'].map((part) => ({ part, given: typeof value[part] === 'string' ? value[part].trim() : '' }));
  const times = typed.map(({ given }) => readTime(given));
  const wrong = typed.find((_, nth) => times[nth] === null);
  if (wrong)
    return new Unreadable(
      `${blank.label} must have a time like 18:00 ${wrong.part === 'from' ? 'from which' : 'to which'} it is`,
      wrong.part,
    );
  const text = times.join('-');
  return storedBlank(blank, text) ?? new Unreadable(blankProblem(blank, text), 'to');
}

/** A stored blank as its inputs hold it. */
export function formBlank(blank: Blank, stored: string): unknown {
  switch (blank.type) {
    case 'days':
    case 'people':
    case 'choices':
      return stored.split(',');
    case 'hours':
      return hoursOf(stored) ?? {};
    default:
      return stored;
  }
}

/** The stored blanks of a condition as the inputs of a form hold them. */
export function formBlanks(
  code: ConditionCode,
  library: number,
  parameters: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const { blanks } = libraryCondition(code, library);
  return Object.fromEntries(
    blanks.flatMap((blank) => {
      const stored = parameters[blank.name];
      return stored === undefined ? [] : [[blank.name, formBlank(blank, stored)]];
    }),
  );
}

const lower = (label: string): string => label.slice(0, 1).toLowerCase() + label.slice(1);
