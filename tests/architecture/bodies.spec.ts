import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import fc from 'fast-check';
import { readJson, Unreadable } from '#pages';

type Shape = new () => object;

const root = path.join(import.meta.dirname, '../..');
/** Every shape a body is read by, and every part of one, by name. */
const shapes = new Map<string, Shape>();

beforeAll(async () => {
  for (const file of filesWithShapes()) {
    for (const one of Object.values((await import(file)) as object))
      if (isShape(one)) shapes.set(`${one.name} of ${path.relative(root, file)}`, one);
  }
}, 90_000);

const odd = [null, [], {}, '', 0, -1, 1.5, true, 'text', [null], [[]], [{}], [0], ['text'], { a: null }, { is: null }, { on: null, at: 5 }];

describe('A body of any types that JSON has', () => {
  it('is held against the shapes of every room', () => {
    expect(shapes.size).toBeGreaterThan(100);
  });

  it('is refused by name, or read to the types its command counts on', () => {
    const wrong = [...shapes].flatMap(([name, shape]) =>
      fieldsOf(shape).flatMap((field) => odd.flatMap((value) => misread(shape, field, value).map((what) => `${name}: ${what}`))),
    );
    expect(wrong).toEqual([]);
  });

  it('never throws, whatever stands in it', () => {
    const fields = [...shapes.values()].flatMap((shape) => fieldsOf(shape).map((field) => ({ shape, field })));
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue({ maxDepth: 3 }), ({ shape, field }, value) => {
        expect(misread(shape, field, value)).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });
});

/** What is wrong with how this field was read: it must be told as wrong, or left out, or have its declared type; and it is never null. */
function misread(shape: Shape, field: string, value: unknown): string[] {
  // What becomes of a condition decides whether its other fields are read at all.
  const body = { ...(fieldsOf(shape).includes('change') && { change: 'reworded' }), [field]: value };
  const reading = readJson(shape, body);
  if (!reading.ok && reading.errors.some((error) => error.field === field || error.field.startsWith(`${field}.`))) return [];
  const read = (plainToInstance(shape, body, { exposeUnsetFields: false }) as Record<string, unknown>)[field];
  if (read === undefined) return [];
  const declared: unknown = Reflect.getMetadata('design:type', shape.prototype as object, field);
  const fits = read !== null && !(read instanceof Unreadable) && (declared === Object || Object(read) instanceof (declared as Shape));
  return fits ? [] : [`${field} of ${JSON.stringify(value)} is read to ${JSON.stringify(read)}`];
}

function filesWithShapes(): string[] {
  return ['apps', 'libs'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(root, folder, name))
      .filter((file) => file.endsWith('.ts') && !/\.(spec|d)\.ts$/.test(file) && /^ +@\w+Field\(/m.test(readFileSync(file, 'utf8'))),
  );
}

function isShape(value: unknown): value is Shape {
  return typeof value === 'function' && typeof value.prototype === 'object' && fieldsOf(value as Shape).length > 0;
}

/** The fields as the description of the API has them: `:family`. */
function fieldsOf(shape: Shape): string[] {
  const listed: unknown = Reflect.getMetadata('swagger/apiModelPropertiesArray', shape.prototype as object);
  return Array.isArray(listed) ? listed.map((name) => String(name).slice(1)) : [];
}
