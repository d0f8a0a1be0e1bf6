/**
 * A text that outlives the page, as far as the browser lets it: in IndexedDB, which holds what a whole class handed in, and in
 * localStorage, which is there at once. Either gives it back when the other is gone, which happens to pages from a disk;
 * with neither it lasts as long as the page.
 */
import { computed, signal } from '@preact/signals';

const DATABASE = 'firebreak';
const TEXTS = 'texts';
/** Some browsers never answer for a page from a disk. */
const PATIENCE_MILLISECONDS = 1500;

const inLocal = signal(true);
const inDatabase = signal(false);

/** Whether anything is kept from one day to the next. */
export const kept = computed(() => inLocal.value || inDatabase.value);

/** What is there at once; null: nothing, or nothing can be read. */
export function keptAtOnce(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** What the database has; null: nothing, or there is none. */
export async function recall(name: string): Promise<string | null> {
  const store = await textsIn('readonly');
  if (store === null) return null;
  return new Promise((resolve) => {
    const asked = store.get(name);
    asked.onsuccess = () => resolve(typeof asked.result === 'string' ? asked.result : null);
    asked.onerror = () => resolve(null);
  });
}

/** @param text null: nothing is kept any more */
export function keep(name: string, text: string | null): void {
  try {
    // What cannot be replaced must not come back later as if it were the last.
    localStorage.removeItem(name);
    if (text !== null) localStorage.setItem(name, text);
    inLocal.value = true;
  } catch {
    inLocal.value = false;
  }
  void textsIn('readwrite').then((store) => {
    if (store === null) return;
    if (text === null) store.delete(name);
    else store.put(text, name);
  });
}

async function textsIn(mode: IDBTransactionMode): Promise<IDBObjectStore | null> {
  const database = await opened();
  try {
    return database?.transaction(TEXTS, mode).objectStore(TEXTS) ?? null;
  } catch {
    // Closed, since somebody deletes it.
    return null;
  }
}

let opening: Promise<IDBDatabase | null> | null = null;

function opened(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MILLISECONDS);
    try {
      const asked = indexedDB.open(DATABASE, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(TEXTS);
      asked.onerror = () => resolve(null);
      asked.onsuccess = () => {
        asked.result.onversionchange = () => asked.result.close();
        inDatabase.value = true;
        resolve(asked.result);
      };
    } catch {
      resolve(null);
    }
  });
  return opening;
}
