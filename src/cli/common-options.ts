/** Options that many commands share. */
import { Option } from 'commander';
import { wholeFrom } from './option-values.js';

const MAX_WORKERS = 256;

export function workersOption(): Option {
  return new Option('--workers <number>', 'threads; as many as there are cores when left out, 1: none').argParser(
    wholeFrom(1, MAX_WORKERS),
  );
}

export function languageOption(): Option {
  return new Option('--lang <language>', 'language of the report; from LANG when left out').choices(['en', 'ko']);
}

export function asciiOption(): Option {
  return new Option('--ascii', 'no signs outside ASCII (names of the scenario stay as they are)');
}
