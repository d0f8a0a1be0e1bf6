/** A lesson's prose: the library lets no HTML of the text through, whoever wrote it. */
import { lessonHtml } from '../library.js';

export function Markdown({ text }: { readonly text: string }) {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: lessonHtml(text) }} />;
}
