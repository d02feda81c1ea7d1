import type { Instant } from '#calendar';
import { ChoiceField, ChoicesField, IdsField, InstantField, TextField } from '#pages';
import { occurredIn, WhenDto } from '../case-record/when.dto.js';
import { channelWords, conductWords, reporterWords } from '../case-record/words.js';
import type { Conduct } from '../domain/conduct.js';
import type { Channel, ReporterRole } from '../domain/occurred.js';
import type { IncidentDetails } from './record-incident.js';

export class RecordIncidentDto extends WhenDto {
  @ChoicesField('what was done', Object.keys(conductWords)) conduct: Conduct[];
  @TextField('what happened', { max: 4000 }) account: string;
  @TextField('where it happened', { max: 300, optional: true }) place?: string;
  @IdsField('who it was done to', { optional: true }) protectedPersonIds?: string[];
  @ChoiceField('how it was reported', Object.keys(channelWords), { optional: true, told: '`in-person` where it is left out' })
  channel?: Channel;
  @ChoiceField('who reported it', Object.keys(reporterWords), { optional: true, told: '`protected-person` where it is left out' })
  reporter?: ReporterRole;
  /** When it was reported; the present unless told. */
  @InstantField('when it was reported', { optional: true }) reportedAt?: string;

  asDetails(now: Instant): Omit<IncidentDetails, 'incidentId'> {
    const { conduct, account, place = null, protectedPersonIds = [] } = this;
    const { channel = 'in-person', reporter = 'protected-person', reportedAt = now } = this;
    return { occurred: occurredIn(this), reportedAt, channel, reporter, conduct, protectedPersonIds, account, place };
  }
}
