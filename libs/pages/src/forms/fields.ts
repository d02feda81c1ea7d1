import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsDefined, IsOptional, ValidateNested } from 'class-validator';
import { isUuid } from '../submissions/ids.js';
import { callRows, type RowCalled } from './rows-called.js';
import { capital, described, type FieldOptions, hasUnseen, readField, Unreadable, withoutUnseen } from './field.js';

export interface TextOptions extends FieldOptions {
  /** Most characters; 200 unless told. */
  readonly max?: number;
  /** A shape the text must have, with the sentence to show when it has not. */
  readonly shape?: { readonly is: RegExp; readonly text: string };
  /** Numbers and what is looked for come from lists of contacts with signs in them that nobody sees: they are left out. Elsewhere they are refused. */
  readonly isPasted?: boolean;
}

/** Text; `words` complete "Enter …", for instance 'what happened'. */
export function TextField(words: string, { max = 200, shape, optional, isPasted = false, told }: TextOptions = {}): PropertyDecorator {
  return readField({
    optional,
    missing: `Enter ${words}`,
    schema: { type: String, description: described(words, told), maxLength: max },
    read: (value) => {
      if (typeof value === 'number' || typeof value === 'boolean')
        return new Unreadable(`${capital(words)} must be text, in quotation marks`);
      if (typeof value !== 'string') return new Unreadable(`Enter ${words}`);
      if (value.length > max) return new Unreadable(`${capital(words)} must be ${max.toLocaleString('en-GB')} characters or fewer`);
      // Line ends as browsers send them are not part of the words.
      const text = (isPasted ? withoutUnseen(value) : value).replaceAll('\r\n', '\n').trim();
      if (text === '' && !optional) return new Unreadable(`Enter ${words}`);
      const unseen = hasUnseen(words, text);
      if (unseen) return unseen;
      return shape && !shape.is.test(text) ? new Unreadable(shape.text) : text;
    },
  });
}

/** One of `choices`; `words` complete "Select …". */
export function ChoiceField(words: string, choices: readonly string[], { optional, told }: FieldOptions = {}): PropertyDecorator {
  return readField({
    optional,
    missing: `Select ${words}`,
    schema: { type: String, enum: [...choices], description: described(words, told) },
    read: (value) => (typeof value === 'string' && choices.includes(value) ? value : new Unreadable(`Select ${words}`)),
  });
}

/** Any of `choices`, at least one unless optional (then none is `[]`); one ticked box alone arrives as text. `words` complete "Select …". */
export function ChoicesField(words: string, choices: readonly string[], { optional }: FieldOptions = {}): PropertyDecorator {
  return listField(words, (item) => choices.includes(item), { type: [String], enum: [...choices] }, optional);
}

/** Ids of things, at least one unless optional. `words` complete "Select …". */
export function IdsField(words: string, { optional }: FieldOptions = {}): PropertyDecorator {
  return listField(words, isUuid, { type: [String], format: 'uuid' }, optional, (id) => id.toLowerCase());
}

function listField(
  words: string,
  fits: (item: string) => boolean,
  schema: object,
  optional = false,
  kept = (item: string) => item,
): PropertyDecorator {
  const wrong = new Unreadable(`Select ${words}`);
  return readField({
    optional,
    missing: wrong.text,
    schema: { ...schema, description: words },
    read: (value) => {
      const items: unknown[] = Array.isArray(value) ? value : [value];
      if (!items.every((item): item is string => typeof item === 'string' && fits(item))) return wrong;
      return items.length === 0 && !optional ? wrong : [...new Set(items.map(kept))];
    },
  });
}

/** The id of one thing. `words` complete "Select …". */
export function IdField(words: string, { optional }: FieldOptions = {}): PropertyDecorator {
  return readField({
    optional,
    missing: `Select ${words}`,
    schema: { type: String, format: 'uuid', description: words },
    read: (value) => (isUuid(value) ? value.toLowerCase() : new Unreadable(`Select ${words}`)),
  });
}

/** Yes or no, as boolean; forms send `yes` and `no`. `words` complete "Select …", for instance 'yes if a victim was told'. */
export function YesNoField(words: string, { optional }: FieldOptions = {}): PropertyDecorator {
  const said: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false };
  return readField({
    optional,
    missing: `Select ${words}`,
    schema: { type: Boolean, description: words },
    read: (value) => {
      const answer = typeof value === 'boolean' ? value : typeof value === 'string' && Object.hasOwn(said, value) ? said[value] : undefined;
      return answer ?? new Unreadable(`Select ${words}`);
    },
  });
}

export interface NumberOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
}

/** A whole number from `min` (0) to `max`. `words` complete "Enter …". */
export function WholeNumberField(words: string, { min = 0, max = 1_000_000, optional }: NumberOptions = {}): PropertyDecorator {
  return readField({
    optional,
    missing: `Enter ${words}`,
    schema: { type: 'integer', minimum: min, maximum: max, description: words },
    read: (value) => {
      const given =
        typeof value === 'string' && /^-?\d{1,15}$/.test(value.trim().replaceAll(',', ''))
          ? Number(value.trim().replaceAll(',', ''))
          : value;
      if (typeof given !== 'number' || !Number.isInteger(given))
        return new Unreadable(`${capital(words)} must be a whole number, like ${min + 2}`);
      return given < min || given > max
        ? new Unreadable(`${capital(words)} must be between ${min} and ${max.toLocaleString('en-GB')}`)
        : given;
    },
  });
}

/** The description of the API knows what is to be asked later by its name only. */
function named(type: () => new () => object): () => new () => object {
  return { type: () => type() }.type;
}

/** A group of fields with a DTO class of its own. */
export function GroupField(type: () => new () => object, { optional = false }: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: named(type), required: !optional }),
    Type(type),
    // A list, or text, is told as such and not by parts that no page shows.
    Transform(({ value }: { value: unknown }) => (value === undefined || value === null ? undefined : isGroup(value) ? value : ''), {
      toClassOnly: true,
    }),
    optional ? IsOptional() : IsDefined({ message: 'Complete this part' }),
    ValidateNested({ message: 'Complete this part' }),
  );
}

export interface RowsOptions {
  readonly min?: number;
  readonly max?: number;
  /** What a row is called in its errors, for instance `Condition 2 (no direct contact)`; `nth` counts from 0. Unless told, its errors do not name it. */
  readonly called?: RowCalled;
}

/** A list of groups of fields; `words` complete "Add …" when there are too few. Blank rows of a form are left out before it is read. */
export function RowsField(words: string, type: () => new () => object, { min = 1, max = 50, called }: RowsOptions = {}): PropertyDecorator {
  return applyDecorators(
    ...(called ? [callRows(called)] : []),
    ApiProperty({ type: named(type), isArray: true, required: min > 0 }),
    Type(type),
    // What is no list of groups is told as such, not by parts that no page shows.
    Transform(({ value }: { value: unknown }) => (value === undefined || value === null ? undefined : isGroups(value) ? value : ''), {
      toClassOnly: true,
    }),
    min > 0 ? ArrayMinSize(min, { message: `Add ${words}` }) : IsOptional(),
    ArrayMaxSize(max, { message: `You can add up to ${max} at a time` }),
    IsArray({ message: `Add ${words}` }),
    ValidateNested({ each: true, message: `Add ${words}` }),
  );
}

function isGroups(value: unknown): boolean {
  return Array.isArray(value) && value.every(isGroup);
}

function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
