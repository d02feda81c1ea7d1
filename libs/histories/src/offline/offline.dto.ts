import { ChoiceField, IdField, InstantField, RowsField, TextField } from '#pages';

/** What was looked at while there was no signal. */
export class OfflineLook {
  /** Made by the device; the entry of the log carries it, so that one sent twice is seen to be one. */
  @IdField('the id of the look')
  id: string;

  @ChoiceField('what was looked at', ['card', 'search'])
  kind: 'card' | 'search';

  /** Whose card. */
  @IdField('whose card', { optional: true })
  personId?: string;

  /** What was searched for. */
  @TextField('what was searched for', { max: 200, optional: true, isPasted: true })
  words?: string;

  /** By the clock of the device, set right by the service's. */
  @InstantField('when')
  at: string;
}

export class OfflineLooks {
  @RowsField('what was looked at', () => OfflineLook, { max: 200 })
  looks: OfflineLook[];
}

/** Which device asks. */
export class DeviceAsked {
  @IdField('the id of the device') device: string;
}
