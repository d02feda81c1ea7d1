import { daySent, type Shape, timeSent } from '#pages';
import { type Blank, libraryVersions, weekdays } from '../domain/condition-library.js';

const text: Shape = { type: 'string' };

/** What a program may send for a blank: the text as it is stored, or the same by type. */
export function blankShape(blank: Blank): Shape {
  switch (blank.type) {
    case 'whole-number':
      return { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^\\s*\\d[\\d,]*\\s*$', description: '1,500' }] };
    case 'text':
    case 'place':
    case 'area':
      return text;
    case 'lines':
      return { anyOf: [text, { type: 'array', items: text }] };
    case 'date':
      return daySent;
    case 'hours':
      return {
        anyOf: [
          { type: 'string', pattern: '^\\d\\d:\\d\\d-\\d\\d:\\d\\d$', description: '18:00-20:00' },
          { type: 'object', properties: { from: timeSent, to: timeSent }, required: ['from', 'to'], additionalProperties: false },
        ],
      };
    case 'days':
      return listOf(weekdays);
    case 'people':
      return {
        anyOf: [
          { type: 'string', description: 'ids with commas between them' },
          { type: 'array', items: { type: 'string', format: 'uuid' } },
        ],
      };
    case 'choices':
      return listOf(blank.choices.map(({ value }) => value));
  }
}

function listOf(choices: readonly string[]): Shape {
  const one = choices.join('|');
  const pattern = `^(${one})(,(${one}))*$`;
  return {
    anyOf: [
      { type: 'string', pattern, description: choices.slice(0, 2).join(',') },
      { type: 'array', items: { type: 'string', enum: choices } },
    ],
  };
}

/** All blanks that conditions have, in any version of the library, by name. Which of them a condition has is said by its code. */
export function blanksShape(): Shape {
  const shapes = new Map<string, Map<string, Shape>>();
  const labels = new Map<string, Set<string>>();
  for (const { conditions } of libraryVersions) {
    for (const { code, blanks } of conditions) {
      for (const blank of blanks) {
        const shape = blankShape(blank);
        const known = shapes.get(blank.name) ?? new Map<string, Shape>();
        shapes.set(blank.name, known.set(JSON.stringify(shape), shape));
        labels.set(blank.name, (labels.get(blank.name) ?? new Set()).add(`${blank.label} (${code})`));
      }
    }
  }
  const properties = [...shapes].map(([name, several]) => {
    const description = [...(labels.get(name) ?? [])].join(', ');
    const [only, ...others] = [...several.values()];
    return [name, { ...(only && others.length === 0 ? only : { anyOf: [...several.values()] }), description }] as const;
  });
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
}
