/**
 * How far a study is and how long it takes yet, on standard error: a bar where somebody watches, else a line a minute.
 *
 * What remains is worked out from the jobs done in this session, all alike; answers that a journal had do not count.
 */
import type { Language } from '../output/terminal.js';
import { type Progress, progressOn } from '../progress.js';

const LINE_EVERY_MILLISECONDS = 60_000;

export interface StudyProgress {
  show(done: number, of: number): Promise<void>;
  stop(): void;
}

export function studyProgress(
  stream: NodeJS.WriteStream,
  language: Language,
  now = () => performance.now(),
): StudyProgress {
  const bar: Progress = progressOn(stream);
  let start = now();
  let before = 0;
  let told = start;
  return {
    async show(done, of) {
      // A new round of the same study begins to count anew.
      if (done < before) start = now();
      before = done;
      const text = TEXTS[language].running(Math.floor(done), of, remaining(done, of, now() - start));
      await bar.show(of === 0 ? 1 : done / of, text);
      if (stream.isTTY || now() - told < LINE_EVERY_MILLISECONDS) return;
      told = now();
      stream.write(`${text}\n`);
    },
    stop: () => bar.stop(),
  };
}

/** Seconds; null while nothing is done. */
function remaining(done: number, of: number, milliseconds: number): number | null {
  return done <= 0 ? null : (milliseconds / 1000 / done) * (of - done);
}

interface Texts {
  readonly running: (done: number, of: number, seconds: number | null) => string;
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    running: (done, of, seconds) =>
      `${done} of ${of} runs${seconds === null ? '' : `, about ${spanText(seconds, ' s', ' min', ' h')} left`}`,
  },
  ko: {
    running: (done, of, seconds) =>
      `${of}회 중 ${done}회 실행${seconds === null ? '' : `, 약 ${spanText(seconds, '초', '분', '시간')} 남음`}`,
  },
};

/** Rough on purpose: it is an estimate. */
function spanText(seconds: number, s: string, min: string, h: string): string {
  if (seconds < 90) return `${Math.ceil(seconds)}${s}`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes}${min}` : `${Math.floor(minutes / 60)}${h} ${minutes % 60}${min}`;
}
