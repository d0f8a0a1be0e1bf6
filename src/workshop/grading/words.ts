/**
 * The words that most people used, each person counted once for a word: for a screen that a class looks at.
 *
 * Small and plain: words as they are written, in small letters, without the commonest that say nothing, and without the
 * commonest particles of Korean. Left out: stems of words, and what two words say together.
 */
export interface WordCount {
  readonly word: string;
  readonly people: number;
}

const MOST = 40;

export function wordsOf(texts: readonly string[]): readonly WordCount[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [];
    for (const word of new Set(words.map(withoutParticle))) {
      if ([...word].length >= 2 && /\p{L}/u.test(word) && !SAY_NOTHING.has(word))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([word, people]) => ({ word, people }))
    .sort((a, b) => b.people - a.people || (a.word < b.word ? -1 : 1))
    .slice(0, MOST);
}

const PARTICLE = /^(\p{Script=Hangul}{2,}?)(에서는|에서|에게|으로|까지|부터|은|는|이|가|을|를|의|에|도|로|와|과|만)$/u;

function withoutParticle(word: string): string {
  return PARTICLE.exec(word)?.[1] ?? word;
}

const SAY_NOTHING: ReadonlySet<string> = new Set(
  'the a an and or but of in on at to for with is are was were be it its that this not no so as by from have has had do does did we they you because 그리고 그래서 하지만 때문 있다 없다 했다 한다 것이 것은 것을 모두 너무'.split(
    ' ',
  ),
);
