/** The camera, while it looks for pictures of squares: what it found, or why there is none, in a word. */
import { signal } from '@preact/signals';
import { pixelsOf, type ReadSquares, squaresReader } from './read-squares.js';

/** Why the camera does not look: the browser has none for this page, there is none, it was refused, or it does not work. */
export type CameraTrouble = 'none' | 'missing' | 'refused' | 'broken';

/** Null: off. */
export const stream = signal<MediaStream | null>(null);
export const trouble = signal<CameraTrouble | null>(null);

const TROUBLES: Readonly<Record<string, CameraTrouble>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
};

export async function startCamera(): Promise<void> {
  trouble.value = null;
  // From a disk some browsers have none to give; so have pages that came over an open line.
  const devices = (navigator as Partial<Navigator>).mediaDevices;
  if (devices === undefined) {
    trouble.value = 'none';
    return;
  }
  try {
    stream.value = await devices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
  } catch (error) {
    trouble.value = TROUBLES[error instanceof DOMException ? error.name : ''] ?? 'broken';
  }
}

export function stopCamera(): void {
  for (const track of stream.value?.getTracks() ?? []) track.stop();
  stream.value = null;
}

const MILLISECONDS_BETWEEN_LOOKS = 150;

/** Looks again and again until it is told to stop. @param found may be told the same several times */
export function watchSquares(video: HTMLVideoElement, found: (text: string) => void): () => void {
  let stopped = false;
  let timer = 0;
  const look = async (read: ReadSquares): Promise<void> => {
    const { videoWidth, videoHeight } = video;
    const image = videoWidth === 0 ? null : pixelsOf(video, videoWidth, videoHeight);
    const text = image === null ? null : await read(image);
    if (stopped) return;
    if (text !== null) found(text);
    timer = window.setTimeout(() => void look(read), MILLISECONDS_BETWEEN_LOOKS);
  };
  void squaresReader().then((read) => {
    if (!stopped) void look(read);
  });
  return () => {
    stopped = true;
    window.clearTimeout(timer);
  };
}
