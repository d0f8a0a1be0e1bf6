/** A texture as a pattern for the canvas, made once for each texture, colour and resolution. */
import { type Hatch, hatchTile } from '../library.js';

const patterns = new Map<string, CanvasPattern | null>();

export function hatchPattern(context: CanvasRenderingContext2D, hatch: Hatch, ink: string): CanvasPattern | null {
  const ratio = Math.max(1, Math.ceil(window.devicePixelRatio || 1));
  const key = `${hatch} ${ink} ${ratio}`;
  if (!patterns.has(key)) {
    const pattern = context.createPattern(drawTile(hatch, ink, ratio), 'repeat');
    pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
    patterns.set(key, pattern);
  }
  return patterns.get(key) ?? null;
}

function drawTile(hatch: Hatch, ink: string, ratio: number): HTMLCanvasElement {
  const tile = hatchTile(hatch);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = tile.size * ratio;
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  context.scale(ratio, ratio);
  context.strokeStyle = context.fillStyle = ink;
  context.lineWidth = tile.lineWidth;
  for (const [x1, y1, x2, y2] of tile.lines) {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  for (const [x, y, radius] of tile.dots) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  }
  return canvas;
}
