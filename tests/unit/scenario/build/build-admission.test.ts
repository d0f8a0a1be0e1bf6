import { describe, expect, it } from 'vitest';
import { checked, smallFile } from '../checked.js';

/** `shop` is of the class stateless. */
const admissionOf = (own: string, kind: string) => {
  const file = smallFile(`classes: { stateless: { ${kind} } }`).replace('    users:', `    ${own}\n    users:`);
  const { services, defaulted } = checked(file);
  return { admission: services[0].admission, defaulted };
};

describe('what a service lets in when it comes back', () => {
  it('is everybody, unless it or its class says otherwise', () => {
    expect(admissionOf('', '').admission).toBeNull();
  });

  it('is its own plan before that of its class', () => {
    const kind = 'admission: { shares: [10%, 50%], each: 10m, untilWell: true }';
    expect(admissionOf('', kind).admission).toEqual({ shares: [0.1, 0.5], eachSeconds: 600, untilWell: true });
    const own = admissionOf('admission: { shares: [20%] }', kind);
    expect(own.admission).toEqual({ shares: [0.2], eachSeconds: 300, untilWell: false });
    expect(own.defaulted).toContain('services.shop.admission.each');
    expect(admissionOf('admission: none', kind).admission).toBeNull();
  });
});

describe('a standby that was never tested', () => {
  const failChance = (failover: string, standby = true) => {
    const file = smallFile()
      .replace('    users:', `    failover: { ${failover} }\n    users:`)
      .replace(
        '200/s } }',
        standby ? '200/s }, south: { servers: 20, capacity: 200/s, role: warm-standby } }' : '200/s } }',
      );
    const { services, defaulted } = checked(file);
    return [services[0].failover.failChance, defaulted.includes('services.shop.failover.failChance')];
  };

  it('fails in half of the cases, and the scenario says that this was not written', () => {
    expect(failChance('')).toEqual([0, false]);
    expect(failChance('tested: true')).toEqual([0, false]);
    expect(failChance('tested: false')).toEqual([0.5, true]);
  });

  it('fails as often as the file says, where it does', () => {
    expect(failChance('tested: false, failChance: 80%')).toEqual([0.8, false]);
  });

  it('is no matter where nothing stands by', () => {
    expect(failChance('tested: false', false)).toEqual([0, false]);
  });
});
