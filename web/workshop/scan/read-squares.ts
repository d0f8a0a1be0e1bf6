/**
 * A picture of squares, read: by the browser where it can, else by a decoder that is loaded when it is first wanted.
 * Left out: bars and other codes, and more than one code in a picture.
 */

/** Null: there is none in it. */
export type ReadSquares = (image: ImageData) => Promise<string | null>;

interface Detector {
  detect(image: ImageData): Promise<readonly { readonly rawValue: string }[]>;
}

/** Some browsers have it, and of those some without this kind of code. */
interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const FORMAT = 'qr_code';

export async function squaresReader(): Promise<ReadSquares> {
  const own = await ownDetector();
  if (own !== null) return async (image) => (await own.detect(image)).at(0)?.rawValue ?? null;
  const { decodeQR } = await import('qr/decode.js');
  return async ({ width, height, data }) => {
    try {
      return decodeQR({ width, height, data });
    } catch {
      // It says by throwing that there is none.
      return null;
    }
  };
}

async function ownDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  if (BarcodeDetector === undefined) return null;
  const formats = await BarcodeDetector.getSupportedFormats().catch((): readonly string[] => []);
  return formats.includes(FORMAT) ? new BarcodeDetector({ formats: [FORMAT] }) : null;
}

/** Longer sides cost time and tell no more. */
const MOST_PIXELS = 1280;

export function pixelsOf(source: CanvasImageSource, width: number, height: number): ImageData | null {
  const scale = Math.min(1, MOST_PIXELS / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
}

/** A photo; null: it is no picture, or none with squares in it. */
export async function readPhoto(file: Blob): Promise<string | null> {
  try {
    const photo = await createImageBitmap(file);
    const image = pixelsOf(photo, photo.width, photo.height);
    photo.close();
    return image === null ? null : await (await squaresReader())(image);
  } catch {
    return null;
  }
}
