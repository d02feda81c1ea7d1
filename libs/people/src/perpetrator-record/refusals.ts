import { force } from '#access';
import { formatDate } from '#calendar';
import type { Words } from '#pages';
import { type Hold, holdWords } from '../erase-person/legal-holds.js';

/** The sentence for each reason for which a change to a person may be refused. */
export const refusals: Words = {
  'no-such-record': 'There is no such record. Search for the person again',
  erased: 'This person’s data was erased. Nothing more can be recorded about them',
  'not-your-force':
    'This record belongs to another force. Record what you know as your own force’s record, then propose that the two are linked',
  'already-recorded': 'This person is recorded already',
  'already-linked': 'These records are linked already. Undo the link first',
  'already-declined': 'Somebody decided already that these are two people, on the same evidence',
  'no-reason': { field: 'reason', text: 'Enter why they are not the same person' },
  'not-linked': 'These records are not linked, so there is no link to undo',
  'already-known': 'This is on the record already',
  'nothing-changes': 'Nothing here differs from the record. Change what is wrong',
  'no-name': { field: 'family', text: 'Enter a name with at least one letter' },
  'born-later': { field: 'dateOfBirth', text: 'Date of birth must be today or in the past' },
  'no-address': { field: 'lines', text: 'Enter an address or a postcode' },
  'identifier-not-valid': {
    field: (_, { details }) => (details['place'] === undefined ? 'value' : `identifiers.${details['place']}.value`),
    text: (_, { details }) => String(details['why']),
  },
  'employment-not-said': {
    field: 'policeForce',
    text: 'This occupation reads as if the police employ them. Select the force, or tick that the police do not employ them',
  },
  'employment-said-twice': {
    field: 'notPolice',
    text: 'A force is selected that employs them. Take away the tick, or select no force',
  },
  'unknown-reader': { field: 'readers', text: (_, { details }) => `Check reader ${details['place']}: no open account has that user name` },
  'reader-opens-nothing': {
    field: 'readers',
    text: (_, { details }) => `Check reader ${details['place']}: that account opens no records. Name one of the legal team or an officer`,
  },
  'no-keeper': {
    field: 'readers',
    text: (_, { details }) =>
      details['names']
        ? `Name at least one of your force’s legal team, for instance ${details['names']}: only they can change who reads the record, or open it again`
        : 'Your force has no account of a legal team, who alone could change who reads the record. Ask an administrator to open one first',
  },
  'already-restricted': 'This record is restricted already',
  'not-restricted': 'This record is not restricted',
  'no-reader-left': { field: 'readers', text: 'Enter at least one reader: somebody must be able to open the record' },
  'still-police-employee':
    'The record says that a police force employs this person. Record a new occupation before you lift the restriction',
  'same-force': { field: 'to', text: 'That force looks after this person already. Select the force they moved to' },
  'handover-waits': (_, { details }) =>
    `${force(String(details['to']))?.fullName ?? 'Another force'} was asked already and has not answered. Take that back first`,
  'no-handover-waits': 'No handover of this person waits for an answer. Open the person’s page again',
  'not-asked': 'Only the force that was asked can answer this',
  'why-declined': { field: 'because', text: 'Select why your force does not accept' },
  'erasure-asked-already': (_, { details }) =>
    `Erasing this person was asked for already. Another administrator has until ${formatDate(String(details['until']))} to confirm it`,
  'erasure-not-asked': 'Nobody has asked for this erasure. Ask for it, then another administrator confirms it',
  'erasure-out-of-time': (_, { details }) =>
    `This had to be confirmed by ${formatDate(String(details['until']))}, so nothing was erased. Ask again if it is still needed`,
  'erasure-asked-by-you': 'You asked for this erasure, so you cannot confirm it. Another administrator must',
  'legal-hold': (_, { details }) => holdWords(String(details['holds']).split(' ') as Hold[]),
  'authority-names-them': {
    field: 'authority',
    text: 'This is kept for ever, and it says a name, an address or a number that is to be erased. Write the office and its reference only',
  },
  'no-authority': { field: 'authority', text: 'Enter who decided this, by office and reference' },
};
