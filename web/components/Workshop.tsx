/** The workshop's place in the page: loaded when it is wanted, and with it the library that reads lessons. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { learning } from '../state/learning.js';

const loaded = signal<typeof import('../workshop/index.js') | null>(null);
const failed = signal(false);

function useWorkshop() {
  useEffect(() => {
    if (loaded.value !== null) return;
    import('../workshop/index.js').then(
      async (workshop) => {
        await workshop.recalled;
        loaded.value = workshop;
        const { value } = learning;
        // An address may lead right to a lesson.
        if (value?.page === 'lesson') workshop.openLesson(value.id, value.at);
      },
      () => {
        failed.value = true;
      },
    );
  }, []);
  return loaded.value;
}

/** The whole page: the list of lessons, the collector, a poll. */
export function WorkshopPage() {
  const workshop = useWorkshop();
  if (workshop === null) return <Loading />;
  const { value: now } = learning;
  if (now?.page === 'poll') return <workshop.Poll id={now.id} />;
  return now?.page === 'collect' ? <workshop.Collector /> : <workshop.LessonList />;
}

/** Beside the stage: a lesson. */
export function WorkshopSide() {
  const workshop = useWorkshop();
  return workshop === null ? <Loading /> : <workshop.LessonPanel />;
}

export function leaveWorkshop(): void {
  if (loaded.value === null) learning.value = null;
  else loaded.value.leaveWorkshop();
}

function Loading() {
  return <p class="loading">{t(failed.value ? 'learn.notLoaded' : 'learn.loading')}</p>;
}
