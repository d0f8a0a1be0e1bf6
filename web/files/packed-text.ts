/**
 * A scenario's text, small enough for a link: deflated, then base64url; with a checksum, since chat programs cut links off.
 *
 * What is unpacked is bounded while it is unpacked: a short text may inflate to any size.
 */
import { MAX_SCENARIO_BYTES, sha256 } from '../library.js';

export interface Packed {
  readonly data: string;
  /** First eight digits of the text's SHA-256. */
  readonly sum: string;
}

export class UnpackError extends Error {
  readonly reason: 'cut' | 'tooLarge';

  constructor(reason: UnpackError['reason']) {
    super(reason);
    this.reason = reason;
  }
}

export async function pack(text: string): Promise<Packed> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const data = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return { data, sum: sumOf(text) };
}

/** @throws UnpackError for what was cut off or changed, or is larger than any scenario */
export async function unpack({ data, sum }: Packed): Promise<string> {
  let text: string;
  try {
    const binary = atob(data.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    text = await inflate(bytes);
  } catch (error) {
    if (error instanceof UnpackError) throw error;
    throw new UnpackError('cut');
  }
  if (sumOf(text) !== sum) throw new UnpackError('cut');
  return text;
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > MAX_SCENARIO_BYTES) {
      await reader.cancel();
      throw new UnpackError('tooLarge');
    }
    text += decoder.decode(value, { stream: true });
  }
}

function sumOf(text: string): string {
  return sha256(text).slice(0, 8);
}
