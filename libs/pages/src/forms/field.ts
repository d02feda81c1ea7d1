import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { type ClassTransformOptions, Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { fits, type Shape, shapeInWords } from './shape.js';

export interface FieldOptions {
  /** Whether it may be left out. */
  readonly optional?: boolean;
  /** What who writes a program must know besides: what stands for what, and what it means to leave it out. */
  readonly told?: string;
}

/** A value that could not be read, with the sentence to show and the part of the field to point at. */
export class Unreadable {
  constructor(
    readonly text: string,
    readonly part?: string,
  ) {}
}

interface Reading {
  readonly optional?: boolean;
  /** The sentence when nothing was given. */
  readonly missing: string;
  /** The value as the command takes it, or why it cannot be read. Gets neither undefined nor null. */
  readonly read: (value: unknown) => unknown;
  readonly schema: ApiPropertyOptions;
  /** All that a program may send, instead of the schema's own type: anything else is refused with the shape in words, also what a form may send. */
  readonly shape?: Shape;
}

/** How a body is read. */
export interface ReadAs extends ClassTransformOptions {
  /** As JSON, sent by a program; else as a form. */
  readonly isJson: boolean;
}

const SHAPED = Symbol('what a program may send');

/** What to say to a program that sent nothing of the shape for a field; null where the field has none. */
export function sayShape(target: object | undefined, property: string): string | null {
  return (target && (Reflect.getMetadata(SHAPED, target, property) as string | undefined)) ?? null;
}

/** A field read and checked in one step, with exactly one sentence when it is wrong, and its line in the API's description. */
export function readField({ optional = false, missing, read, schema, shape }: Reading): PropertyDecorator {
  const problem = (value: unknown): string | null => {
    if (value === undefined || value === null) return optional ? null : missing;
    return value instanceof Unreadable ? value.text : null;
  };
  const words = shape && `Send ${schema.description ?? 'this'} as ${shapeInWords(shape)}`;
  const readAs = (value: unknown, options: ClassTransformOptions) =>
    shape && words !== undefined && (options as ReadAs).isJson && !fits(shape, value) ? new Unreadable(words) : read(value);
  return applyDecorators(
    Transform(({ value, options }) => (value === undefined || value === null ? undefined : readAs(value, options)), { toClassOnly: true }),
    Reflect.metadata(SHAPED, words),
    ValidateBy({
      name: 'readField',
      validator: { validate: (value) => problem(value) === null, defaultMessage: (args) => problem(args?.value) ?? '' },
    }),
    ApiProperty({ ...shape, ...schema, required: !optional } as ApiPropertyOptions),
  );
}

/**
 * Signs that nobody sees, and that end a line or turn round the words beside them: control characters but for tabs and line ends, and those
 * that embed, override or isolate a direction (Unicode Bidirectional Algorithm, section 2).
 */
const unseen = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** What to say of words with signs in them that nobody sees; null when there are none. */
export function hasUnseen(words: string, text: string): Unreadable | null {
  return text.search(unseen) === -1
    ? null
    : new Unreadable(`${capital(words)} must not hold signs that cannot be seen. Type it again instead of pasting it`);
}

/** The text without them. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(unseen, '');
}

/** The words of a field in the description of the API. */
export function described(words: string, told: string | undefined): string {
  return told === undefined ? words : `${words}: ${told}`;
}

/** The words with a capital first letter. */
export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
