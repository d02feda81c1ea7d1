import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { isDatabaseAway } from './index.js';

/** An error of the server's: they have a severity beside their code. */
const ofServer = (code: string): Error => Object.assign(new Error('said by the server'), { code, severity: 'FATAL' });
const ofSystem = (code: string): Error => Object.assign(new Error(`connect ${code} 127.0.0.1:1`), { code });

describe('Whether the database is away', () => {
  it.each(['57P01', '57P02', '57P03', '08006', '53300'])('is so when the server ends, starts or is full: %s', (code) => {
    expect(isDatabaseAway(ofServer(code))).toBe(true);
  });

  it.each(['23505', '22P02', '42P01', '40001', '57014'])('is not so when it answered: %s', (code) => {
    expect(isDatabaseAway(ofServer(code))).toBe(false);
  });

  it('is seen within what wraps it', () => {
    const refused = ofSystem('ECONNREFUSED');
    expect(isDatabaseAway(refused)).toBe(true);
    expect(isDatabaseAway(new QueryFailedError('SELECT 1', [], refused))).toBe(true);
    expect(isDatabaseAway(new Error('keys', { cause: new QueryFailedError('SELECT 1', [], ofServer('57P03')) }))).toBe(true);
    expect(isDatabaseAway(new AggregateError([ofSystem('EHOSTUNREACH'), refused]))).toBe(true);
    expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isDatabaseAway(new Error('timeout exceeded when trying to connect'))).toBe(true);
  });

  it('is not so for anything else that goes wrong', () => {
    expect(isDatabaseAway(new TypeError('undefined is not a function'))).toBe(false);
    expect(isDatabaseAway(ofSystem('ENOENT'))).toBe(false);
    expect(isDatabaseAway('ECONNREFUSED')).toBe(false);
    const round: Error & { cause?: unknown } = new Error('round');
    round.cause = round;
    expect(isDatabaseAway(round)).toBe(false);
  });
});
