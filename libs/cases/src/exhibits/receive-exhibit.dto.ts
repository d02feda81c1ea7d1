import { TextField, UploadField, type UploadedFile, type Words } from '#pages';
import { typesInWords } from './file-types.js';
import type { CannotReceive } from './receive-exhibit.js';
import type { CannotWithdraw } from './withdraw-exhibit.js';

export class ReceiveExhibitDto {
  @TextField('what it is') description: string;
  @UploadField('the file') file: UploadedFile;
}

export class WithdrawExhibitDto {
  @TextField('why it is withdrawn', { max: 500 }) reason: string;
}

export const receiveExhibitWords: Readonly<Record<CannotReceive, Words[string]>> = {
  'people-first': 'Name the protected people first: the file is sealed under their keys',
  'no-file': { field: 'file', text: 'Select the file' },
  'type-not-taken': { field: 'file', text: `The file cannot be taken. Select a ${typesInWords}` },
  'name-does-not-fit': {
    field: 'file',
    text: (_, { details }) =>
      `The file is a ${details['type']} but its name says something else. Give it a name that ends in .${details['ending']}`,
  },
  'attached-already': {
    field: 'file',
    text: (_, { details }) => `The same file is here already, as exhibit ${details['number']}. Select another`,
  },
};

export const withdrawExhibitWords: Readonly<Record<CannotWithdraw, Words[string]>> = {
  'no-such-exhibit': 'There is no such exhibit. Open the list again',
  'not-your-force': 'Only the force that received the exhibit can withdraw it. Ask them',
  'withdrawn-already': 'It is withdrawn already',
};
