/** Squares collected: by a camera, which here is a film of one picture; from a photo; and what is said where there is no camera. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { correction, generate } from 'lean-qr';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { baseOf, type Submission, UNEDITED, writeToken } from '../../src/index.js';
import { type Browsing, browse } from './opened-page.js';

/** Of a lesson that is not here: it is collected, and nothing is run. */
function tokenOf(nick: string): string {
  const submission: Submission = {
    ...{ workshop: 'W7K2', nick, lesson: 'not-here', base: baseOf('0'.repeat(64)), seed: '1', answers: [] },
    ...{ design: UNEDITED, interventions: [], explanation: 'one building', root: '', hints: 0, deck: '' },
  };
  return writeToken(submission);
}

const FILMED = tokenOf('haneul');
const [WIDTH, HEIGHT, BORDER] = [640, 480, 4];

/** The squares in the middle, as brightness of each pixel. */
function brightness(text: string): Uint8Array {
  const code = generate(text, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.M });
  const scale = Math.floor(HEIGHT / (code.size + 2 * BORDER));
  const [left, top] = [WIDTH, HEIGHT].map((side) => Math.floor((side - code.size * scale) / 2));
  return Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const x = Math.floor(((i % WIDTH) - left) / scale);
    const y = Math.floor((Math.floor(i / WIDTH) - top) / scale);
    const isDark = x >= 0 && y >= 0 && x < code.size && y < code.size && code.get(x, y);
    return isDark ? 16 : 235;
  });
}

/** Two frames of one picture, grey: Chromium plays it again and again as its camera. */
function film(text: string): Buffer {
  const frame = [Buffer.from('FRAME\n'), Buffer.from(brightness(text)), Buffer.alloc((WIDTH * HEIGHT) / 2, 128)];
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`), ...frame, ...frame]);
}

let folder: string;
let browsing: Browsing;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-camera-'));
  const file = join(folder, 'squares.y4m');
  writeFileSync(file, film(FILMED));
  browsing = await browse(['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`]);
});
afterAll(async () => {
  await browsing.close();
  rmSync(folder, { recursive: true });
});

it('squares before the camera are collected once, however long they are seen', async () => {
  const { page, complaints, requests } = await browsing.open('single', 'lang=en&learn=collect', {
    ready: false,
    permissions: ['camera'],
  });
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await page.getByText('New: 1. Collected: 1').waitFor();
  // It goes on looking, at what is known by now.
  await page.evaluate(async () => {
    const video = document.querySelector('video');
    const until = (video?.currentTime ?? 0) + 0.6;
    while ((video?.currentTime ?? 1) < until) await new Promise(requestAnimationFrame);
  });
  await page.getByText('New: 1. Collected: 1').waitFor();
  await page.getByRole('button', { name: 'Stop the camera' }).click();
  expect(await page.locator('video').count()).toBe(0);
  await page.getByText('not-here').waitFor();

  // A photo does as well; one without squares is named.
  const shown = await page.evaluate(
    ({ width, height, grey }) => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      const pixels = new Uint8ClampedArray(grey.flatMap((each) => [each, each, each, 255]));
      canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
      return canvas.toDataURL('image/png');
    },
    { width: WIDTH, height: HEIGHT, grey: [...brightness(tokenOf('bora'))] },
  );
  const photo = { name: 'bora.png', mimeType: 'image/png', buffer: Buffer.from(shown.split(',')[1], 'base64') };
  await page.getByLabel('Files…').setInputFiles(photo);
  await page.getByText('New: 1. Collected: 2').waitFor();
  await page.getByLabel('Files…').setInputFiles({ ...photo, name: 'cat.png', buffer: Buffer.from('no picture') });
  await page.getByText('No squares that can be read in: cat.png').waitFor();
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !/^(blob|data):/.test(url))).toHaveLength(1);
});

it('a camera that is refused, or that the browser does not have, is said in words, with what to do instead', async () => {
  const { page } = await browsing.open('single', 'lang=en&learn=collect', { ready: false });
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await page
    .getByRole('alert')
    .getByText(/^The camera was refused\..*A photo of the squares does as well/)
    .waitFor();

  const without = await browsing.open('single', 'lang=ko&learn=collect', {
    ready: false,
    before: async (each) => {
      await each.addInitScript("Object.defineProperty(navigator, 'mediaDevices', { value: undefined })");
    },
  });
  await without.page.getByRole('button', { name: '카메라로 읽기' }).click();
  await without.page
    .getByRole('alert')
    .getByText(/^이 브라우저는 이 페이지에서 카메라를 쓸 수 없습니다/)
    .waitFor();
});
