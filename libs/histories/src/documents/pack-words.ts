import type { ActKind, AreaBasis, End, EvidenceKind } from '#orders';
import { endInWords } from '../sentences/index.js';

// The words of a pack for what the record says in codes.

export const courtKinds = { adult: 'Magistrates’ court', youth: 'Youth court' } as const;

export const areas: Readonly<Record<AreaBasis, string>> = {
  resides: 'the respondent lives in the police area',
  'believed-in-area': 'the chief officer believes that the respondent is in the police area',
  'intends-to-come': 'the chief officer believes that the respondent intends to come to the police area',
  'no-area-limit': 'the chief constable of this force may apply without a police area',
};

/** In the order and sense of the Protection from Harassment Act 1997 s.2A(3). */
export const actKinds: Readonly<Record<ActKind, string>> = {
  following: 'Following a person',
  contact: 'Contacting, or trying to contact, a person',
  publishing: 'Publishing a statement or material about a person',
  monitoring: 'Monitoring a person’s use of the internet or other communication',
  loitering: 'Loitering in a place',
  interfering: 'Interfering with property in a person’s possession',
  watching: 'Watching or spying on a person',
  other: 'Another act associated with stalking',
};

export const evidenceKinds: Readonly<Record<EvidenceKind, string>> = {
  statement: 'Statement',
  exhibit: 'Exhibit',
  record: 'Record',
  assessment: 'Risk assessment',
  other: 'Other evidence',
};

export const sources: Readonly<Record<string, string>> = {
  application: 'Application',
  order: 'Order',
  breach: 'Breach report',
  investigation: 'Case',
  exhibits: 'Exhibits',
};

export function endWords(end: End): string {
  return endInWords(end);
}
