import type { Blank } from './blanks.js';

// The blanks from which the second version of the library is made. They are part of it: they never change.

export const people: Blank = {
  name: 'persons',
  label: 'Who is protected by it',
  hint: 'Leave empty if it is everybody the order protects',
  optional: true,
  type: 'people',
};

export const exceptions: Blank = {
  name: 'exceptions',
  label: 'Exceptions',
  hint: 'Tick what the order allows',
  optional: true,
  type: 'choices',
  choices: [
    { value: 'solicitor', text: 'through a solicitor' },
    { value: 'court', text: 'in court proceedings' },
    { value: 'child-contact', text: 'to arrange contact with a child' },
    { value: 'police', text: 'as arranged by the police' },
    { value: 'other', text: 'as the order says' },
  ],
};

export function text(name: string, label: string, hint: string | null, most: number, optional = true): Blank {
  return { name, label, hint, optional, type: 'text', most };
}

export function place(name: string, label: string, hint: string | null, optional = false): Blank {
  return { name, label, hint, optional, type: 'place', most: 200 };
}

export function area(name: string, label: string, hint: string | null, most: number): Blank {
  return { name, label, hint, optional: false, type: 'area', most };
}

export function things(name: string, label: string, hint: string | null, most: number): Blank {
  return { name, label, hint, optional: false, type: 'lines', most };
}

export function wholeNumber(name: string, label: string, least: number, most: number, unit: string, optional = false): Blank {
  return { name, label, hint: `From ${least} to ${most.toLocaleString('en-GB')}`, optional, type: 'whole-number', least, most, unit };
}

export function daysOfWeek(name: string, label: string, hint: string | null, optional = false): Blank {
  return { name, label, hint, optional, type: 'days' };
}

export function hoursBetween(name: string, label: string, hint: string | null, optional = false): Blank {
  return { name, label, hint, optional, type: 'hours' };
}

export function day(name: string, label: string, optional = false): Blank {
  return { name, label, hint: null, optional, type: 'date' };
}
