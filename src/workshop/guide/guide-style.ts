/** How the guide looks: on A4 in small type, and in a window in both lights. */
export const GUIDE_STYLE = `
:root { color-scheme: light dark; }
body { font: 10pt/1.4 system-ui, -apple-system, "Segoe UI", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif; max-width: 62rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5em; margin: 0 0 .4em; } h2 { font-size: 1.08em; margin: .8em 0 .2em; } h3 { font-size: 1em; margin: .5em 0 .2em; }
p, ul, ol { margin: .25em 0; } ul, ol { padding-left: 1.2em; } li { margin: .1em 0; }
table { border-collapse: collapse; margin: .4em 0; } th, td { border: 1px solid currentColor; padding: .15em .45em; text-align: left; vertical-align: top; }
.minutes th, .minutes td, .placement td { text-align: center; } .changed { font-weight: 700; }
.kicker { letter-spacing: .1em; text-transform: uppercase; } .lead { font-size: 1.05em; }
.plan { font-family: ui-monospace, monospace; font-size: .85em; }
.page { margin-top: 2.2em; } nav ol { columns: 2; } nav li { margin-left: .9em; }
.cards { margin-right: 1px; display: grid; grid-template-columns: 1fr 1fr; gap: .6em; } .card { border: 1px dashed currentColor; border-radius: .4em; padding: .8em; min-height: 7em; break-inside: avoid; }
.stage { margin: .4em 0; break-inside: avoid; } .stage svg { box-sizing: border-box; max-width: 100%; height: auto; border: 1px solid currentColor; border-radius: .3em; } .stage figcaption { font-size: .85em; }
.answers { width: 100%; } td:empty { height: 1.9em; min-width: 6em; } .placement td:empty { height: auto; min-width: 0; } :lang(ko) { word-break: keep-all; }
@page { size: A4; margin: 11mm 12mm; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 8.7pt; line-height: 1.3; max-width: none; padding: 0; }
  .page { margin-top: 1.4em; } .lesson, #answers, .cards { break-before: page; }
  .page:has(.cards) { break-before: page; } .page:has(.cards) .cards { break-before: auto; }
  .columns { columns: 2; column-gap: 6mm; } h1, h2, h3 { break-after: avoid; } table, .card, li { break-inside: avoid; }
  .stage svg { width: auto; max-height: 35mm; }
  .columns th, .columns td { padding: 0 .4em; } .lead { margin: 0; }
  a { color: inherit; text-decoration: none; }
}
`;
