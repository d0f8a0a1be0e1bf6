import { expect, test } from 'vitest';
import { streams } from '../../../src/engine/streams.js';
import type { Scenario } from '../../../src/scenario/model.js';
import { kakao } from '../../../validation/kakao.js';
import { inTheBuilding, ofScoredRows, shuffleLabels } from '../../../validation/label-shuffles.js';

const among = inTheBuilding(kakao);
const luck = () => streams('test').stream('labels');
const classes = ({ services }: Scenario) => services.map((each) => each.class);
const servers = ({ services }: Scenario) => services.map(({ deployments }) => deployments.map((each) => each.servers));
const zones = ({ services }: Scenario) =>
  services.map(({ deployments }) =>
    deployments.map((each) =>
      each.zones.map(({ zone, servers: some }) => `${zone} ${(some / each.servers).toFixed(1)}`).join(),
    ),
  );

test('classes change hands: other services have them, and each as many as before', () => {
  const shuffled = shuffleLabels(kakao, { zones: false, classes: true }, among, luck());
  expect(classes(shuffled)).not.toEqual(classes(kakao));
  expect(classes(shuffled).sort()).toEqual(classes(kakao).sort());
  expect(zones(shuffled)).toEqual(zones(kakao));
});

test('zones change hands with their shares, and every service keeps its number of servers', () => {
  const shuffled = shuffleLabels(kakao, { zones: true, classes: false }, among, luck());
  expect(zones(shuffled)).not.toEqual(zones(kakao));
  expect(zones(shuffled).flat().sort()).toEqual(zones(kakao).flat().sort());
  expect(servers(shuffled)).toEqual(servers(kakao));
  for (const { deployments } of shuffled.services) {
    for (const each of deployments) {
      expect(each.zones.reduce((sum, part) => sum + part.servers, 0)).toBe(each.servers);
    }
  }
});

test('who does not take part keeps both labels', () => {
  const few = ['talk-text', 'wallet'];
  const shuffled = shuffleLabels(kakao, { zones: true, classes: true }, few, luck());
  const rest = ({ services }: Scenario) => services.filter(({ id }) => !few.includes(id));
  expect(rest(shuffled)).toEqual(rest(kakao));
});

test('rows of journeys are about what these require; a service without machines in the building is not among them', () => {
  // talk-images needs the object store; KakaoBank stands at Sangam.
  expect(ofScoredRows(kakao)).toContain('object-store');
  expect(ofScoredRows(kakao)).toContain('daum-mail');
  expect(ofScoredRows(kakao)).not.toContain('map');
  expect(among).not.toContain('bank');
});
