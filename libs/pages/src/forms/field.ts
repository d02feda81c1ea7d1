import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';

export interface FieldOptions {
  /** Whether it may be left out. */
  readonly optional?: boolean;
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
}

/** A field read and checked in one step, with exactly one sentence when it is wrong, and its line in the API's description. */
export function readField({ optional = false, missing, read, schema }: Reading): PropertyDecorator {
  const problem = (value: unknown): string | null => {
    if (value === undefined || value === null) return optional ? null : missing;
    return value instanceof Unreadable ? value.text : null;
  };
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === undefined || value === null ? undefined : read(value)), { toClassOnly: true }),
    ValidateBy({
      name: 'readField',
      validator: { validate: (value) => problem(value) === null, defaultMessage: (args) => problem(args?.value) ?? '' },
    }),
    ApiProperty({ ...schema, required: !optional } as ApiPropertyOptions),
  );
}

/** The words with a capital first letter. */
export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
