/** The few icons of the page's own controls, drawn, in the colour of their text. */
const PATHS = {
  play: 'M5 3.2v13.6L17 10z',
  pause: 'M4.5 3.5h4v13h-4zM11.5 3.5h4v13h-4z',
  start: 'M3.5 4h2v12h-2zM16.5 4v12L7 10z',
  previous: 'M13.5 4v12L5 10z',
  next: 'M6.5 4v12L15 10z',
  close: 'M5.2 3.8 10 8.6l4.8-4.8 1.4 1.4L11.4 10l4.8 4.8-1.4 1.4L10 11.4l-4.8 4.8-1.4-1.4L8.6 10 3.8 5.2z',
  help: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm-1 12h2v2H9zm1-9.6c1.9 0 3.2 1.1 3.2 2.8 0 1.3-.7 2-1.5 2.6-.6.5-.8.8-.8 1.4v.5H9v-.8c0-1.1.5-1.7 1.3-2.3.6-.5 1-.8 1-1.4 0-.7-.5-1.1-1.3-1.1-.9 0-1.4.5-1.5 1.5H6.7c.1-2 1.4-3.2 3.3-3.2z',
  power: 'M9 2h2v8H9zM5.9 4.6l1.3 1.5a5 5 0 1 0 5.6 0l1.3-1.5a7 7 0 1 1-8.2 0z',
  search: 'M8.5 2.5a6 6 0 1 0 3.6 10.8l4 4 1.4-1.4-4-4A6 6 0 0 0 8.5 2.5zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg class="icon-shape" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} fill="currentColor" />
    </svg>
  );
}
