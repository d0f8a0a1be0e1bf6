import { describe, expect, it } from 'vitest';
import { wentDown } from '../../../src/results/went-down.js';
import { fire } from './fire.js';

const run = fire();
const subject = (id: string) => run.subject(id) as NonNullable<ReturnType<typeof run.subject>>;

describe('why a service went down', () => {
  it('is told from the fault to the failure, with times, lines and causes', () => {
    expect(wentDown(run, subject('mail'))).toEqual([
      {
        at: '2022-10-15T15:20:00+09:00',
        rule: 'fault.began',
        subject: 'power-loss-1',
        text: 'power loss (SK C&C Pangyo, a1) began',
        line: 12,
        causes: [],
      },
      {
        at: '2022-10-15T15:20:00+09:00',
        rule: 'power.lost',
        subject: 'pangyo/a1',
        text: 'SK C&C Pangyo a1 lost power (50 servers)',
        line: 7,
        causes: [0],
      },
      {
        at: '2022-10-15T15:20:00+09:00',
        rule: 'servers.lost',
        subject: 'object-store@pangyo',
        text: 'Object store (SK C&C Pangyo) lost 10 servers, 0 left',
        line: null,
        causes: [1],
      },
      {
        at: '2022-10-15T15:20:00+09:00',
        rule: 'state.changed',
        subject: 'object-store',
        text: 'Object store: up → down, 0 % succeed',
        line: 41,
        causes: [2],
      },
      {
        at: '2022-10-15T15:20:04+09:00',
        rule: 'state.changed',
        subject: 'mail',
        text: 'Mail: up → down, because it needs Object store (required); its own machines are fine, 0 % succeed',
        line: 83,
        causes: [3],
      },
    ]);
  });

  it('is told in Korean, too', () => {
    const told = wentDown(run, subject('mail'), 'ko').map(({ text }) => text);
    expect(told.join(' → ')).toBe(
      '전원 상실 (SK C&C 판교, a1) 시작 → SK C&C 판교 a1 전원 상실 (서버 50대) → 오브젝트 저장소 (SK C&C 판교) 서버 10대 상실, 0대 남음' +
        ' → 오브젝트 저장소: 정상 → 중단, 성공률 0% → 메일: 정상 → 중단, 의존 대상 오브젝트 저장소 (필수) 문제; 자체 서버 정상, 성공률 0%',
    );
  });

  it('is nothing for a service that never did', () => {
    expect(wentDown(run, subject('bank'))).toEqual([]);
  });
});
