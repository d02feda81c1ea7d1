import { IdField, LocalDateField, TextField, YesNoField } from '#pages';
import type { ClassifyDetails } from './classify.js';

export class ClassifyDto {
  /** Left out for the whole course of conduct. */
  @IdField('an incident of the case', { optional: true }) incidentId?: string;
  /** A CJS code, or `other`. */
  @TextField('an offence', { max: 10 }) offenceCode: string;
  /** The code when it is `other`. */
  @TextField('the offence code', { max: 10, optional: true }) otherCode?: string;
  @YesNoField('yes if it is the principal crime') principal: boolean;
  @LocalDateField('the day it was classified') on: string;

  asDetails(): Omit<ClassifyDetails, 'classificationId'> {
    const code = this.offenceCode === 'other' ? (this.otherCode ?? '') : this.offenceCode;
    return { incidentId: this.incidentId ?? null, offenceCode: code.toUpperCase(), principal: this.principal, on: this.on };
  }
}
