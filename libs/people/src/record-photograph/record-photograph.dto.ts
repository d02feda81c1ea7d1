import { ChoiceField, LocalDateField, UploadField, type UploadedFile, type Words } from '#pages';
import type { PhotographSource } from '../domain/events.js';
import { refusals } from '../perpetrator-record/refusals.js';
import type { CannotRecordPhotograph } from './record-photograph.js';
import { fewestPixels, mostMegabytes, mostPixels } from './taken-picture.js';

export const photographSources = ['custody', 'passport', 'social-media', 'other'] as const satisfies PhotographSource[];

export class PhotographFields {
  @ChoiceField('where the photograph comes from', photographSources)
  source: PhotographSource;

  @LocalDateField('the date it was taken', { optional: true })
  takenOn?: string;

  @UploadField('the photograph')
  file: UploadedFile;
}

const own: Readonly<Record<Exclude<CannotRecordPhotograph, 'no-such-record' | 'erased' | 'not-your-force'>, Words[string]>> = {
  'no-picture': { field: 'file', text: 'Select the photograph' },
  'not-a-picture': {
    field: 'file',
    text: 'The file is not a whole JPEG or PNG picture, whatever it is called. Save the photograph as a JPEG and select that',
  },
  'picture-too-large': {
    field: 'file',
    text: `The photograph must be ${mostMegabytes} MB or smaller. Cut it to the face or save it smaller, and select that`,
  },
  'picture-too-fine': {
    field: 'file',
    text: `The photograph must have at most ${mostPixels.toLocaleString('en-GB')} pixels a side and 25 million in all. Cut it to the face or save it smaller`,
  },
  'picture-too-small': {
    field: 'file',
    text: `The photograph is too small to know anybody by: each side must have ${fewestPixels} pixels or more. Select a larger one`,
  },
  'taken-later': { field: 'takenOn', text: 'The date it was taken must be today or in the past' },
  'same-picture': { field: 'file', text: 'This photograph is on the record already. Select another' },
};

export const recordPhotographWords: Words = { ...refusals, ...own };
