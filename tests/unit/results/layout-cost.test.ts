import { describe, expect, it } from 'vitest';
import { layoutCost } from '../../../src/results/layout-cost.js';
import { checked, smallFile, wrong } from '../scenario/checked.js';

describe('what a layout costs a month', () => {
  it('is its servers, spare ones too, its sites, links and people, each at its own price or the file’s', () => {
    const scenario = checked(
      smallFile(`currency: EUR
prices: { perServer: 100, perSite: 5000, perLink: 700, perPerson: 8000 }
links: [{ between: [north, south] }, { id: dark, between: [north, south], cost: 300 }]
recovery: { teams: { ops: 3, data: 3 } }`),
      {
        set: ['sites.south.spare=10', 'sites.south.cost=9000', 'services.shop.deploy.north.cost=40'],
      },
    );
    // 20 x 40 at its own price; 10 spare x 100; 5000 + 9000; 700 + 300; 6 people x 8000.
    expect(layoutCost(scenario)).toEqual({
      servers: 800,
      spareServers: 1000,
      sites: 14_000,
      links: 1000,
      people: 48_000,
      all: 64_800,
    });
  });

  it('counts every server at the file’s price where its deployment states none', () => {
    expect(layoutCost(checked(smallFile('currency: EUR\nprices: { perServer: 100 }')))?.servers).toBe(2000);
  });

  it('is not known where the file states no price', () => {
    expect(layoutCost(checked(smallFile('currency: EUR')))).toBeNull();
  });

  it('is money, and needs a currency', () => {
    expect(wrong(smallFile('prices: { perServer: 100 }'))).toEqual(['no-currency']);
  });

  it('knows how often a year it happens', () => {
    expect(checked(smallFile('frequency: 0.02/y')).frequencyPerYear).toBe(0.02);
    expect(checked(smallFile()).frequencyPerYear).toBeNull();
    expect(wrong(smallFile('frequency: 0.02'))).toEqual(['bare-number frequency']);
  });
});
