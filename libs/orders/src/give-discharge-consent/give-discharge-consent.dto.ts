import { ChoiceField, LocalDateField, type Words } from '#pages';
import type { Consent } from '../domain/order.js';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import type { CannotConsent, ConsentDetails } from './give-discharge-consent.js';

export const consenting: Readonly<Record<Consent['by'], string>> = {
  respondent: 'the respondent',
  'applying-chief-officer': 'the chief officer who obtained the order',
  'home-chief-officer': 'the chief officer where the respondent lives',
};

export class GiveDischargeConsentDto {
  @ChoiceField('who consents', Object.keys(consenting)) by: Consent['by'];
  @LocalDateField('the day of the consent') on: string;

  asDetails(): Omit<ConsentDetails, 'consentId'> {
    return { by: this.by, on: this.on };
  }
}

export const giveDischargeConsentWords: Readonly<Record<CannotConsent, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'before-made': { field: 'on', text: momentWords['before-made'] },
  'no-consent-needed': 'A discharge of this kind of order needs no consent',
  'order-over': 'The order has ended already, so no consent is needed',
};
