/** A lesson's prose: the library lets no HTML of the text through, whoever wrote it. A number that can be scrubbed is read here. */
import { lessonHtml } from '../library.js';
import { language } from '../state/preferences.js';
import { lesson } from './state/current.js';

export function Markdown({ text }: { readonly text: string }) {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: proseHtml(text) }} />;
}

export function proseHtml(text: string): string {
  const scrubs = lesson.value?.lesson.scrubs ?? {};
  const scrub = (id: string): string =>
    Object.hasOwn(scrubs, id) ? (scrubs[id].stops[scrubs[id].start - 1]?.show[language.value] ?? id) : id;
  return lessonHtml(text, { scrub });
}
