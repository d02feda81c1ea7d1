/**
 * A fact that happened and is stored for ever: a past-tense name in the field's words, its plain data, and the personal data that is
 * sealed before it is stored. Plain data never holds a name, an address, free text or anything else that identifies a person.
 */
export interface Fact<
  Type extends string = string,
  Data extends object = object,
  Parts extends PersonalParts | undefined = PersonalParts | undefined,
> {
  readonly type: Type;
  readonly data: Data;
  readonly personal?: Parts;
}

/** The personal parts of a fact by name, for instance `{ account: personal([respondentId, victimId], 'He waited at …') }`. */
export type PersonalParts = { readonly [part: string]: Personal<unknown> | undefined };

/**
 * Personal data and the people it is about. It is sealed under the keys of all of them together, so destroying the key of any one
 * makes it unreadable: `value` is then null for ever.
 */
export interface Personal<Value> {
  readonly about: readonly string[];
  readonly value: Value | null;
}

/** Personal data about the people with these ids (perpetrator or protected person). At least one is required. */
export function personal<Value>(about: readonly [string, ...string[]], value: Value): Personal<Value> {
  return { about: [...new Set(about)].sort(), value };
}

/** Whether `value` has the exact shape that `personal` makes. */
export function isPersonal(value: unknown): value is Personal<unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 2 && 'about' in value && 'value' in value && Array.isArray(value.about);
}

/** A copy of `document` in which everything personal about `subject` has become null, at any depth. */
export function forget<Document>(document: Document, subject: string): Document {
  return walk(document, (part) => (part.about.includes(subject) ? { about: part.about, value: null } : part)) as Document;
}

/** A copy of `document` for a reader who may read nothing personal in it: every personal value is null, at any depth. */
export function withheld<Document>(document: Document): Document {
  return walk(document, (part) => ({ about: part.about, value: null })) as Document;
}

/** The ids of all people about whom `document` holds readable personal data, sorted, each once. */
export function subjectsIn(document: unknown): string[] {
  const found = new Set<string>();
  collectSubjects(document, found);
  return found.size > 1 ? [...found].sort() : [...found];
}

/** Adds to `found` whom `subjectsIn` would name. Looks without copying: every row that is written is looked through. */
export function collectSubjects(document: unknown, found: Set<string>): void {
  if (typeof document !== 'object' || document === null) return;
  if (Array.isArray(document)) {
    for (const item of document) if (typeof item === 'object') collectSubjects(item, found);
    return;
  }
  for (const key in document) {
    if ((key === 'about' || key === 'value') && isPersonal(document)) {
      if (document.value !== null) for (const id of document.about) found.add(id);
      return;
    }
    const inside = (document as Record<string, unknown>)[key];
    if (typeof inside === 'object') collectSubjects(inside, found);
  }
}

function walk(value: unknown, onPersonal: (part: Personal<unknown>) => Personal<unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isPersonal(value)) return onPersonal(value);
  if (Array.isArray(value)) return value.map((item) => walk(item, onPersonal));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, onPersonal)]));
}
