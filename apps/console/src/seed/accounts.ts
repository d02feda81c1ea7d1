import type { ContactKind } from '#breaches';

/** What people might say happened, by what was done. No name stands in it: the record says who. */
export const accounts: Readonly<Record<ContactKind, readonly string[]>> = {
  message: [
    'Three text messages from a number she did not know, in his way of writing.',
    'A letter through the door, unsigned, about things only he knows.',
    'He sent a message on an old account asking her to meet.',
  ],
  call: [
    'Eleven missed calls in one evening, then a voicemail in which he says her name.',
    'He rang her at work and put the phone down when a colleague answered.',
  ],
  approach: [
    'He came up to her at the bus stop and said they had to talk.',
    'He knocked at the door and stood there until a neighbour came out.',
    'He followed her through the shop and out to her car.',
  ],
  area: [
    'He was seen walking along the street named in the order.',
    'His van was parked in the street for an hour; a neighbour took a photograph.',
  ],
  online: [
    'He posted a photograph of her street with a caption she says is about her.',
    'A new account with his picture followed her and all her friends.',
  ],
  'third-party': [
    'His brother brought a letter and asked her to read it.',
    'A friend of his told her that he was sorry and wanted an answer.',
  ],
  device: ['A tracker was found under her car.', 'He was found with a second telephone that is not on the register.'],
  watching: ['He sat in a car opposite her work for most of the morning.', 'The doorbell camera shows him at the gate at night.'],
  gift: ['Flowers were delivered without a card on the day they met.', 'A parcel with her favourite book was left on the step.'],
  'missed-requirement': [
    'He did not come to the first session of the programme.',
    'He did not hand in the laptop by the day in the order.',
  ],
  notification: ['He had moved three weeks before anybody knew.', 'He came to the station a week late to give his address.'],
  other: ['He was seen handing out leaflets with her first name on them.', 'Something was done to her car; nobody saw by whom.'],
};
