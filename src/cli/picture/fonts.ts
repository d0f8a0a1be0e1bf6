/**
 * A font on this machine that names can be written with: by the names of files that are known to be good, in the folders where
 * systems keep fonts. Nothing is downloaded. Left out: asking the system, what a file says of itself, bold letters.
 */
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Best first; all of these have Latin letters as well. */
const KOREAN = [
  'Pretendard-Regular.otf',
  'Pretendard-Regular.ttf',
  'NotoSansKR-Regular.otf',
  'NotoSansKR-Regular.ttf',
  'NotoSansCJKkr-Regular.otf',
  'NotoSansCJK-Regular.ttc',
  'AppleSDGothicNeo.ttc',
  'malgun.ttf',
  'NanumGothic.ttf',
  'UnDotum.ttf',
];
const LATIN = [
  'Inter-Regular.ttf',
  'Roboto-Regular.ttf',
  'NotoSans-Regular.ttf',
  'segoeui.ttf',
  'Helvetica.ttc',
  'LiberationSans-Regular.ttf',
  'DejaVuSans.ttf',
  'arial.ttf',
  'Arial.ttf',
];

const DEEPEST = 4;

export function fontFolders(): readonly string[] {
  const home = homedir();
  return [
    join(home, '.fonts'),
    join(home, '.local/share/fonts'),
    join(home, 'Library/Fonts'),
    '/usr/local/share/fonts',
    '/usr/share/fonts',
    '/Library/Fonts',
    '/System/Library/Fonts',
    ...(process.env.WINDIR === undefined ? [] : [join(process.env.WINDIR, 'Fonts')]),
  ];
}

/** @returns the path of the best font for the text; null when there is none that has its letters */
export function findFont(text: string, folders: readonly string[] = fontFolders()): string | null {
  const found = new Map(folders.flatMap((folder) => filesIn(folder, DEEPEST)).map(({ name, path }) => [name, path]));
  const isKorean = /\p{Script=Hangul}/u.test(text);
  const name = [...KOREAN, ...(isKorean ? [] : LATIN)].find((each) => found.has(each));
  return name === undefined ? null : (found.get(name) as string);
}

function filesIn(folder: string, depth: number): { readonly name: string; readonly path: string }[] {
  let entries: ReturnType<typeof entriesOf>;
  try {
    entries = entriesOf(folder);
  } catch {
    // It is not there, or not ours to read.
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return depth > 0 ? filesIn(path, depth - 1) : [];
    return [{ name: entry.name, path }];
  });
}

function entriesOf(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}
