/** A form's fields as the service reads them: a name once is text, more than once a list; brackets make groups. */
export function posted(fields: readonly (readonly [string, string])[]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, value] of fields) {
    const [first = '', ...rest] = name.split(/[[\]]+/).filter((part) => part !== '');
    let place = body;
    let last = first;
    for (const part of rest) {
      place = (place[last] ??= {}) as Record<string, unknown>;
      last = part;
    }
    const before = place[last];
    place[last] = before === undefined ? value : [...(Array.isArray(before) ? (before as unknown[]) : [before]), value];
  }
  return body;
}
