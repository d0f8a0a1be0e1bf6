import { expect, it } from 'vitest';
import type { Edit } from '../../src/index.js';
import { readEditText, writeEdits } from '../../web/state/edit-text.js';

const EDITS: readonly Edit[] = [
  { kind: 'move', service: 'mail', from: 'pangyo', to: 'anyang' },
  { kind: 'add', service: '검색', site: 'anyang' },
  { kind: 'add', service: 'login', site: 'anyang', servers: 40, role: 'hot-standby' },
  { kind: 'remove', service: 'cache', site: 'pangyo' },
  { kind: 'role', service: 'login', site: 'anyang', role: 'active' },
  { kind: 'servers', service: 'login', site: 'anyang', servers: 12 },
  { kind: 'need', of: 'mail', service: 'store', as: 'optional' },
  { kind: 'set', path: 'recovery.order', value: '[login, mail]; 100%' },
];

it('edits become a short text and the same edits again', () => {
  expect(writeEdits(EDITS.slice(0, 2))).toBe('move,mail,pangyo,anyang;add,검색,anyang,,');
  expect(readEditText(writeEdits(EDITS))).toEqual(EDITS);
});

it('what is no edit is left out', () => {
  expect(readEditText('move,mail,pangyo;burn,a,b;role,a,b,king;servers,a,b,-3;need,a,b,c;set,,x;%,%;;')).toEqual([]);
  expect(readEditText(null)).toEqual([]);
});
