/**
 * One page of HTML that needs nothing else: no script, no file, no network. For reports that are sent and printed.
 *
 * Whatever is put in as text is escaped; what is markup was made here or by `src/scene`. Left out: scripts, and with them
 * sorting and folding.
 */
import { escapeXml } from '../../scene/svg.js';

/** Markup that was made here, told from text. */
export interface Html {
  readonly html: string;
}

export interface Page {
  readonly title: string;
  readonly language: 'en' | 'ko';
  readonly body: readonly Html[];
}

/** An element; what is no markup in it is text of anybody, and escaped. */
export function element(name: string, ...content: readonly (Html | string)[]): Html {
  return { html: `<${name}>${content.map(markup).join('')}</${name.split(' ')[0]}>` };
}

export function heading(level: 1 | 2 | 3, value: string): Html {
  return element(`h${level}`, prose(value));
}

export function paragraph(value: string): Html {
  return element('p', prose(value));
}

export function list(items: readonly string[]): Html {
  return element('ul', ...items.map((item) => element('li', prose(item))));
}

/** Text as it is to be pasted, its lines kept. */
export function code(value: string): Html {
  return element('pre', { html: `<code>${value.split('\n').map(escapeXml).join('\n')}</code>` });
}

/** Sentences: what stands between backticks is code. */
function prose(value: string): Html {
  const pieces = value.split(/`([^`]+)`/);
  return { html: pieces.map((piece, i) => (i % 2 === 1 ? element('code', piece).html : escapeXml(piece))).join('') };
}

/** A picture of `src/scene`, with words under it. */
export function figure(svg: string, caption: string): Html {
  return { html: `<figure>${svg.trim()}<figcaption>${escapeXml(caption)}</figcaption></figure>` };
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | Html)[])[];
  /** Columns of words; the others are numbers, to the right. The first is words always. */
  readonly words?: readonly number[];
}

/** Texts of so many signs are not broken over lines. */
const KEPT = 16;

export function table({ head, rows, words = [] }: Table): Html {
  const kept = (cell: string | Html): string => (typeof cell === 'string' && cell.length <= KEPT ? ' class="k"' : '');
  const aligned = (column: number, cell: string | Html): string =>
    column === 0 || words.includes(column) ? kept(cell) : ' class="n"';
  const line = (cells: readonly (string | Html)[], name: 'th' | 'td'): string =>
    cells
      .map((cell, i) => {
        const tag = name === 'td' && i === 0 ? 'th' : name;
        const scope = name === 'th' ? ' scope="col"' : i === 0 ? ' scope="row"' : '';
        return `<${tag}${aligned(i, cell)}${scope}>${markup(cell)}</${tag}>`;
      })
      .join('');
  const body = rows.map((cells) => `<tr>${line(cells, 'td')}</tr>`).join('\n');
  return {
    html: `<div class="t"><table><thead><tr>${line(head, 'th')}</tr></thead>\n<tbody>${body}</tbody></table></div>`,
  };
}

export function page({ title, language, body }: Page): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body.map(({ html }) => html).join('\n')}
</main>
</body>
</html>
`;
}

function markup(content: Html | string): string {
  return typeof content === 'string' ? escapeXml(content) : content.html;
}

const STYLE = `
:root { color-scheme: light; }
body { margin: 0; color: #1A1D21; background: #FFF; font: 15px/1.5 Pretendard, Inter, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans KR', 'Noto Sans CJK KR', 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif; word-break: keep-all; overflow-wrap: break-word; }
main { max-width: 1000px; margin: 0 auto; padding: 24px 20px 60px; }
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 19px; margin: 34px 0 8px; border-bottom: 1px solid #D5D9DE; padding-bottom: 4px; break-after: avoid; }
h3 { font-size: 15px; margin: 18px 0 4px; break-after: avoid; }
p, ul { margin: 6px 0; max-width: 92ch; }
.t { overflow-x: auto; }
table { border-collapse: collapse; margin: 8px 0; font-variant-numeric: tabular-nums; font-size: 13px; }
th, td { padding: 3px 12px 3px 0; text-align: left; vertical-align: top; border-bottom: 1px solid #E6E9EC; overflow-wrap: anywhere; }
tbody th { font-weight: 600; }
thead th { border-bottom: 1px solid #3A4048; overflow-wrap: normal; }
.n { text-align: right; overflow-wrap: normal; }
.k { white-space: nowrap; }
figure { margin: 12px 0; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; }
figcaption { color: #565D66; font-size: 13px; }
pre { background: #FAFAFA; border: 1px solid #D5D9DE; padding: 8px 10px; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 13px; }
.warn { border-left: 4px solid #A33110; padding-left: 10px; }
@media print {
  @page { margin: 16mm 14mm; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  table { font-size: 8.5pt; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .t { overflow: visible; }
}
`;
