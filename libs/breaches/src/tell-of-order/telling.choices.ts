import { channelNames } from '#people';
import { tellerWords, whyUntold, whyWithheldWords } from './words.js';

const choices = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, text]) => ({ value, text }));

/** What `tellingFields` offers. */
export const tellingChoices = {
  channels: choices(channelNames),
  tellers: choices(tellerWords),
  whyUntold,
  whyWithheld: choices(whyWithheldWords),
} as const;
