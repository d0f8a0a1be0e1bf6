/** A window over the page: its title, its content, and the ways to close it. */
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { Icon } from './Icon.js';

interface DialogProps {
  readonly isOpen: Signal<boolean>;
  readonly title: string;
  readonly class: string;
  readonly children: ComponentChildren;
}

export function Dialog({ isOpen, title, class: names, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = isOpen.value;
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class={names}
      aria-label={title}
      onClose={() => {
        isOpen.value = false;
      }}
    >
      <form method="dialog">
        <button type="submit" class="icon close" aria-label={t('help.close')} title={t('help.close')}>
          <Icon name="close" />
        </button>
      </form>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}
