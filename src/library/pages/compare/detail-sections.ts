/** All measures, services and expectations by layout, what each layout changes, and where they part. */
import { element, type Html, heading, list, paragraph, table } from '../../../formats/html/page.js';
import { formatDuration, formatShare } from '../../../results/amounts.js';
import { textIn } from '../../../results/names.js';
import { measureLabel } from '../frame/measure-label.js';
import { amount } from '../frame/page-amounts.js';
import { baseOf, type CompareFrame, differenceText, meanText } from './compare-frame.js';

const MOST_SERVICES = 15;

export function measuresSection(frame: CompareFrame): readonly Html[] {
  const { document, texts } = frame;
  const told = Object.keys(baseOf(frame).measures).filter((name) =>
    document.layouts.some(({ measures }) => {
      const { mean, missing, nullMeans } = measures[name];
      return (mean !== null && mean !== 0) || (nullMeans === 'never' && missing > 0);
    }),
  );
  return [
    heading(2, texts.measures),
    paragraph(texts.measuresNote),
    table({
      head: ['', ...document.layouts.map(({ id }) => id)],
      rows: told.map((name) => [
        measureLabel(name, frame.language),
        ...document.layouts.map(({ measures }) => {
          const difference = differenceText(measures[name], frame);
          return {
            html: `${cell(meanText(measures[name], frame))}${difference === '' ? '' : `<br>${cell(difference)}`}`,
          };
        }),
      ]),
    }),
  ];
}

function cell(text: string): string {
  return element('span', text).html;
}

export function servicesSection(frame: CompareFrame): readonly Html[] {
  const { document, texts, language } = frame;
  const down = (layout: (typeof document.layouts)[number], id: string): number =>
    layout.services.find((each) => each.id === id)?.measures.downtimeSeconds.mean ?? 0;
  const worst = [...baseOf(frame).services]
    .filter(({ id }) => document.layouts.some((layout) => down(layout, id) > 0))
    .sort((a, b) => down(baseOf(frame), b.id) - down(baseOf(frame), a.id))
    .slice(0, MOST_SERVICES);
  if (worst.length === 0) return [];
  return [
    heading(2, texts.services),
    paragraph(texts.servicesNote),
    table({
      head: [texts.service, ...document.layouts.map(({ id }) => id)],
      rows: worst.map(({ id, name }) => [
        textIn(name, language, id),
        ...document.layouts.map((layout) => amount(down(layout, id), 'seconds', language)),
      ]),
    }),
  ];
}

export function expectationsSection(frame: CompareFrame): readonly Html[] {
  const { document, texts, language } = frame;
  const base = baseOf(frame).expectations;
  if (base.every(({ metIn, failedIn, inconclusiveIn }) => metIn + failedIn + inconclusiveIn === 0)) return [];
  return [
    heading(2, texts.expectations),
    table({
      head: [texts.expectation, ...document.layouts.map(({ id }) => id)],
      rows: base.map(({ name, path }, i) => [
        textIn(name, language, path),
        ...document.layouts.map(({ expectations }) => {
          const { metIn, verdict } = expectations[i];
          return `${verdict === 'met' ? '✓' : verdict === 'failed' ? '✗' : '?'} ${texts.met(metIn, document.seeds)}`;
        }),
      ]),
    }),
  ];
}

export function changesSection(frame: CompareFrame): readonly Html[] {
  const { document, texts } = frame;
  const others = document.layouts.filter(({ id }) => id !== document.baseline);
  return [
    heading(2, texts.changes),
    ...others.flatMap(({ id, changes, undone }) => {
      const all = [...changes, ...undone.map(texts.undone)];
      return [heading(3, id), list(all.length === 0 ? [texts.none] : all)];
    }),
  ];
}

export function partsSection(frame: CompareFrame): readonly Html[] {
  const { document, texts, language } = frame;
  const found = document.layouts.flatMap(({ id, divergence, services }) => {
    if (divergence === null) return [];
    const name = textIn(services.find((each) => each.id === divergence.id)?.name, language, divergence.id);
    const [base, here] = [divergence.share.baseline, divergence.share.layout].map((each) =>
      formatShare(each, language),
    );
    const when = `T+${formatDuration(divergence.afterSeconds, language)}`;
    return [
      paragraph(texts.part(id, when, name, base, here, divergence.changedIn)),
      list(divergence.why.map(({ text }) => text)),
    ];
  });
  return found.length === 0 ? [] : [heading(2, texts.parts), ...found];
}
