/**
 * Whoever works by keys stays where they are: when what had the focus is gone (a change taken back, a cell that was opened), the
 * region that it was in gets it, so that Tab goes on from there and a screen reader says where one is.
 *
 * Only after a key: whoever points has no place to lose.
 */
const REGIONS = 'section, fieldset, form, aside, main';

export function keepFocus(): void {
  let path: readonly Element[] = [];
  let byKeys = false;
  document.addEventListener('focusin', ({ target }) => {
    path = target instanceof Element ? withAncestors(target) : [];
  });
  for (const kind of ['keydown', 'pointerdown']) {
    document.addEventListener(
      kind,
      () => {
        byKeys = kind === 'keydown';
      },
      true,
    );
  }
  new MutationObserver(() => {
    const [lost] = path;
    if (!byKeys || lost === undefined || lost.isConnected || document.activeElement !== document.body) return;
    // What lay over the page is gone as a whole: then the run is what one looks at.
    const region = path.find((each) => each.isConnected && each.matches(REGIONS)) ?? document.querySelector('main');
    path = [];
    if (!(region instanceof HTMLElement)) return;
    if (!region.hasAttribute('tabindex')) region.tabIndex = -1;
    region.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
}

function withAncestors(element: Element): readonly Element[] {
  const all: Element[] = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement) all.push(each);
  return all;
}
