/** What can be wrong with a file before anybody looks into it: stable codes, and sentences in both languages. */
import { BadInput } from '../failures.js';
import { printable } from '../output/printable.js';
import type { Language } from '../output/terminal.js';

export type FileCode = 'no-such-file' | 'directory' | 'not-a-file' | 'unreadable' | 'too-large';

interface Values {
  /** What the operating system said. */
  readonly reason?: string;
  /** A file that was probably meant. */
  readonly near?: string | null;
  /** A file in the directory. */
  readonly example?: string | null;
  readonly size?: string;
  readonly limit?: string;
}

type Sentence = (values: Values) => string;

const TEXTS: Readonly<Record<FileCode, Readonly<Record<Language, Sentence>>>> = {
  'no-such-file': {
    en: ({ near }) => `there is no such file${near ? `; did you mean "${printable(near)}"?` : ''}`,
    ko: ({ near }) => `파일이 없습니다${near ? `. 혹시 "${printable(near)}"?` : ''}`,
  },
  directory: {
    en: ({ example }) => `it is a directory: name a file${example ? `, for example ${printable(example)}` : ''}`,
    ko: ({ example }) => `디렉터리입니다. 파일을 지정하세요${example ? ` (예: ${printable(example)})` : ''}`,
  },
  'not-a-file': {
    en: () => 'it is a pipe, a socket or a device: name a file',
    ko: () => '파이프, 소켓 또는 장치입니다. 파일을 지정하세요',
  },
  unreadable: {
    en: ({ reason }) => `it cannot be read: ${reason}`,
    ko: ({ reason }) => `읽을 수 없습니다: ${reason}`,
  },
  'too-large': {
    en: ({ size, limit }) => `the file has ${size}; at most ${limit} are read`,
    ko: ({ size, limit }) => `파일이 너무 큽니다: ${size} (최대 ${limit})`,
  },
};

/** A file that cannot be read; printed like a mistake in a scenario. */
export class FileProblem extends BadInput {
  override name = 'FileProblem';
  readonly file: string;
  readonly code: FileCode;
  readonly sentences: Readonly<Record<Language, string>>;

  constructor(file: string, code: FileCode, values: Values) {
    const sentences = { en: TEXTS[code].en(values), ko: TEXTS[code].ko(values) };
    super(textOf(file, code, sentences.en, 'error'));
    this.file = file;
    this.code = code;
    this.sentences = sentences;
  }

  textIn(language: Language): string {
    return textOf(this.file, this.code, this.sentences[language], language === 'ko' ? '오류' : 'error');
  }
}

function textOf(file: string, code: FileCode, sentence: string, severity: string): string {
  return `${printable(file)} ${severity} ${code}  ${sentence}`;
}
