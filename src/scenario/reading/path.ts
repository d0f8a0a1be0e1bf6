/** Where in a document: keys and, in lists, numbers from 0. */
export type Path = readonly (string | number)[];

/** `services.mail.needs[0].timeout`; ids have no dots, so it can be read back. */
export function pathText(path: Path): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text += text === '' ? part : `.${part}`;
  }
  return text;
}

/** The path text of a key in the mapping at another. */
export function keyPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** The inverse of `pathText`, for what bears its path as text. */
export function parsedPath(text: string): Path {
  return text.split('.').flatMap((piece) => {
    const [name, ...indices] = piece.split('[');
    return [name, ...indices.map((index) => Number(index.slice(0, -1)))];
  });
}
