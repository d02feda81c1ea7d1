import { IdField, LocalDateField, OnlyWith, TextField, YesNoField } from '#pages';
import type { ClassifyDetails } from './classify.js';

export class ClassifyDto {
  /** Left out for the whole course of conduct. */
  @IdField('an incident of the case', { optional: true }) incidentId?: string;
  /** A CJS code, or `other`. */
  @TextField('an offence', { max: 10 }) offenceCode: string;
  /** The code when it is `other`. */
  @OnlyWith('offenceCode', 'other')
  @TextField('the offence code', { max: 10, optional: true })
  otherCode?: string;
  @YesNoField('yes if it is the principal crime') principal: boolean;
  /** The classification whose place it takes as the principal crime. */
  @OnlyWith('principal', true)
  @IdField('the principal crime that it takes the place of', { optional: true })
  inPlaceOf?: string;
  @LocalDateField('the day it was classified') on: string;

  asDetails(): Omit<ClassifyDetails, 'classificationId'> {
    const code = this.offenceCode === 'other' ? (this.otherCode ?? '') : this.offenceCode;
    const { incidentId = null, inPlaceOf = null, principal, on } = this;
    return { incidentId, offenceCode: code.toUpperCase(), principal, inPlaceOf, on };
  }
}
