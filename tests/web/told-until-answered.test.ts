import { expect, it } from 'vitest';
import { toldUntilAnswered } from '../../web/engine/told-until-answered.js';

it('what is told on the way is heard until the answer is there, and what comes late is not', async () => {
  const heard: number[] = [];
  let late: (done: number) => void = () => undefined;
  const answer = await toldUntilAnswered(
    (done: number) => heard.push(done),
    async (tell) => {
      tell(1);
      late = tell;
      return 'all';
    },
  );
  late(2);
  expect([answer, heard]).toEqual(['all', [1]]);
});

it('nor is it when there is no answer', async () => {
  const heard: number[] = [];
  let late: (done: number) => void = () => undefined;
  const asked = toldUntilAnswered(
    (done: number) => heard.push(done),
    async (tell): Promise<never> => {
      late = tell;
      throw new Error('none');
    },
  );
  await expect(asked).rejects.toThrow('none');
  late(1);
  expect(heard).toEqual([]);
});
