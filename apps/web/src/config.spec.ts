import { describe, expect, it } from '@jest/globals';
import { readConfig, WrongConfig } from './config.js';

const key = Buffer.alloc(32, 7).toString('base64');
const wrongs = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof WrongConfig) return error.sentences;
    throw error;
  }
};

describe('The configuration', () => {
  it('takes a token for the metrics that nobody guesses, or none', () => {
    expect(readConfig({}).metricsToken).toBeNull();
    expect(readConfig({ METRICS_TOKEN: 'a-token-of-some-length' }).metricsToken).toBe('a-token-of-some-length');
    for (const METRICS_TOKEN of ['short', 'a token with some spaces'])
      expect(() => readConfig({ METRICS_TOKEN })).toThrow('METRICS_TOKEN must be 16 to 200 characters without spaces');
  });

  it('takes the number of each control room, and makes none up but in a demonstration', () => {
    expect(readConfig({ CONTROL_ROOMS: '46=01632 960046; 42 = +44 1632 960042;' }).controlRooms).toEqual({
      ...{ '46': '01632 960046', '42': '+44 1632 960042' },
    });
    expect(readConfig({ DATABASE_URL: 'postgres://db/x', MASTER_KEY: key }).controlRooms).toEqual({});
    const made = Object.entries(readConfig({}).controlRooms);
    expect(made.length).toBeGreaterThan(40);
    for (const [cjs, phone] of made) expect(phone).toBe(`01632 9600${cjs}`);
    for (const CONTROL_ROOMS of ['99=01632 960099', '46', '46=call us', '46=01632 960046=1'])
      expect(wrongs({ CONTROL_ROOMS })).toEqual([expect.stringMatching(/^CONTROL_ROOMS must list forces/)]);
  });

  it('needs no variable: an embedded demonstration on this machine only', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      demo: true,
      eventStore: 'postgres',
      runProjections: true,
    });
  });

  it('is never a demonstration on a database of its own, and asks for the master key there', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://db/x', MASTER_KEY: key }).demo).toBe(false);
    expect(wrongs({ DATABASE_URL: 'postgres://db/x' })).toHaveLength(1);
    expect(wrongs({ DATABASE_URL: 'postgres://db/x', MASTER_KEY: key, DEMO: 'true' })[0]).toMatch(/^DEMO must not/);
  });

  it('names everything that is wrong at once, and repeats no value', () => {
    const sentences = wrongs({
      PORT: '70000',
      LOG_LEVEL: 'loud',
      MASTER_KEY: 'c2VjcmV0',
      EVENT_STORE: 'kurrentdb',
      SESSION_IDLE_MINUTES: '0',
      TRUST_PROXY: 'yes',
    });
    expect(sentences.map((sentence) => sentence.split(' ')[0])).toEqual([
      'EVENT_STORE',
      'MASTER_KEY',
      'PORT',
      'LOG_LEVEL',
      'SESSION_IDLE_MINUTES',
      'TRUST_PROXY',
    ]);
    expect(sentences.join()).not.toMatch(/70000|loud|c2VjcmV0/);
  });

  it('does not repeat the password of a wrong database address', () => {
    expect(wrongs({ DATABASE_URL: 'mysql://me:hidden@db', MASTER_KEY: key })).toEqual([
      'DATABASE_URL must be an address that starts with postgres:// or postgresql://.',
    ]);
  });

  it('takes several versions of the master key', () => {
    expect(readConfig({ MASTER_KEY: `1:${key},2:${key}` }).masterKey).toContain('2:');
  });
});
