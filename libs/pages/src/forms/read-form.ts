import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { type ReadAs, sayShape, Unreadable } from './field.js';
import { unasked } from './only-with.js';
import { saidOfRow } from './rows-called.js';
import { type FieldError, inputId, isRecord } from './form-view.js';

export type FormReading<Dto> =
  | { readonly ok: true; readonly value: Dto; readonly values: Values }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly values: Values };

type Values = Readonly<Record<string, unknown>>;
type DtoClass<Dto> = new () => Dto;

/** Deeper than any request of ours goes. */
const DEEPEST = 12;
const unreadable = { ok: false, errors: [{ field: '', href: '', text: 'Send only what is asked for' }], values: {} } as const;

/**
 * A form's body read by the DTO class. Blank inputs count as not given and blank rows of a list as not there; names that begin with `_`
 * (`_csrf`, `_command`) and names the DTO does not know are left out. `values` is what to show again.
 */
export function readForm<Dto extends object>(dto: DtoClass<Dto>, body: unknown): FormReading<Dto> {
  if (!canBeRead(body, DEEPEST)) return unreadable;
  const given = withoutBlanks(isRecord(body) && !Array.isArray(body) ? body : {});
  const values = Object.fromEntries(Object.entries(isRecord(given) ? given : {}).filter(([name]) => !name.startsWith('_')));
  return read(dto, values, false);
}

/**
 * A JSON body read by the same class. A property the DTO does not know is an error: it may be a misspelt one that mattered. So is what is not asked
 * beside the rest: a program has no hidden inputs.
 */
export function readJson<Dto extends object>(dto: DtoClass<Dto>, body: unknown): FormReading<Dto> {
  if (!isRecord(body) || Array.isArray(body))
    return { ok: false, errors: [{ field: '', href: '', text: 'Send a JSON object' }], values: {} };
  if (!canBeRead(body, DEEPEST)) return unreadable;
  const reading = read(dto, body, true);
  const lost = reading.ok ? unasked(reading.value) : [];
  return lost.length === 0 ? reading : { ok: false, errors: lost, values: reading.values };
}

function read<Dto extends object>(dto: DtoClass<Dto>, values: Values, strict: boolean): FormReading<Dto> {
  const value = plainToInstance(dto, values, { exposeUnsetFields: false, isJson: strict } as ReadAs);
  const found = validateSync(value, { whitelist: true, forbidNonWhitelisted: strict, forbidUnknownValues: true });
  return found.length === 0 ? { ok: true, value, values } : { ok: false, errors: fieldErrors(found, strict), values };
}

/** class-transformer takes a value's own `constructor` for its class, and follows any depth. */
function canBeRead(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && !Object.hasOwn(value, 'constructor') && Object.values(value).every((part) => canBeRead(part, levels - 1));
}

function fieldErrors(found: readonly ValidationError[], isJson: boolean, parent = ''): FieldError[] {
  return found.flatMap((error) => {
    const field = parent ? `${parent}.${error.property}` : error.property;
    const shape = isJson && error.value === undefined ? sayShape(error.target, error.property) : null;
    const own = shape ?? firstSentence(error);
    const part = error.value instanceof Unreadable ? error.value.part : undefined;
    const here = own === null ? [] : [{ field, href: `#${inputId(field)}${part ? `-${part}` : ''}`, text: own, ...(part ? { part } : {}) }];
    // A row or group that is wrong in its parts is told by its parts.
    return error.children?.length ? error.children.flatMap((child) => partErrors(error, child, isJson, field)) : here;
  });
}

/** The errors of one part of a group or of one row of a list; a row is named where the list says how. */
function partErrors({ target, property, value }: ValidationError, child: ValidationError, isJson: boolean, field: string): FieldError[] {
  const found = fieldErrors([child], isJson, field);
  return Array.isArray(value)
    ? found.map((one) => ({ ...one, text: saidOfRow(target, property, child.value, Number(child.property), one.text) }))
    : found;
}

function firstSentence({ constraints }: ValidationError): string | null {
  if (!constraints) return null;
  if ('whitelistValidation' in constraints) return 'Remove this property: the request does not have it';
  return Object.values(constraints)[0] ?? null;
}

function withoutBlanks(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) return value.map(withoutBlanks).filter((item) => item !== undefined);
  if (!isRecord(value)) return value;
  const kept = Object.entries(value)
    .map(([name, item]) => [name, withoutBlanks(item)] as const)
    .filter(([, item]) => item !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
