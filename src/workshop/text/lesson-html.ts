/**
 * Markdown of a lesson as HTML: the same in the page and in the printed guide, and safe whoever wrote the lesson.
 *
 * HTML in the text is shown, not obeyed; links go to the web or within the page; pictures become their description. A number
 * that can be scrubbed, `[[id]]`, becomes `<span data-scrub="id">`, with what the caller shows in it.
 */
import { Marked, type Tokens } from 'marked';

export interface LessonHtmlOptions {
  /** What stands for `[[id]]`, as text; the id when left out. */
  readonly scrub?: (id: string) => string;
}

export function lessonHtml(markdown: string, { scrub = (id) => id }: LessonHtmlOptions = {}): string {
  const marked = new Marked({
    async: false,
    gfm: true,
    // "4~5 hours" is how Korean writes from-to: only two tildes strike out. `false`: as marked reads it.
    tokenizer: { del: (text) => (text.startsWith('~~') ? false : undefined) },
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag) => escaped(text),
      image: ({ text }: Tokens.Image) => escaped(text),
      link({ href, tokens }: Tokens.Link) {
        const inner = this.parser.parseInline(tokens);
        return /^(https?:\/\/|#)/i.test(href) ? `<a href="${escaped(href)}" rel="noopener">${inner}</a>` : inner;
      },
    },
    extensions: [
      {
        name: 'scrub',
        level: 'inline',
        start: (text) => text.indexOf('[['),
        tokenizer(text) {
          const found = /^\[\[([\p{L}\p{N}_-]+)\]\]/u.exec(text);
          return found === null ? undefined : { type: 'scrub', raw: found[0], id: found[1] };
        },
        renderer: ({ id }) => `<span data-scrub="${escaped(String(id))}">${escaped(scrub(String(id)))}</span>`,
      },
    ],
  });
  return marked.parse(markdown, { async: false });
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
