import { describe, expect, it } from 'vitest';
import type { DependencyKind } from '../../../src/scenario/model.js';
import { type DepthNode, dependencyDepth } from '../../../src/scene/dependency-depth.js';

function node(id: string, needs: Readonly<Record<string, DependencyKind>> = {}, hasUsers = false): DepthNode {
  return { id, hasUsers, needs: Object.entries(needs).map(([service, kind]) => ({ service, kind })) };
}

describe('the depth of a service', () => {
  it('is the length of the longest way to it', () => {
    const { depth, columns } = dependencyDepth([
      node('web', { api: 'required', store: 'optional' }),
      node('api', { store: 'async' }),
      node('store'),
    ]);
    expect(Object.fromEntries(depth)).toEqual({ web: 0, api: 1, store: 2 });
    expect(columns).toBe(3);
  });

  it('is one for all services of a circle', () => {
    const { depth } = dependencyDepth([
      node('web', { a: 'required' }),
      node('a', { b: 'required' }),
      node('b', { a: 'optional', store: 'required' }),
      node('store'),
    ]);
    expect(Object.fromEntries(depth)).toEqual({ web: 0, a: 1, b: 1, store: 2 });
  });

  it('does not come from needs to start or to repair; tools have a column behind all others', () => {
    const { depth, columns, hasTools } = dependencyDepth([
      node('web', { login: 'required', 'deploy-tool': 'operate' }),
      node('login', { 'secret-store': 'startup' }),
      node('deploy-tool', { login: 'required' }),
      node('secret-store'),
    ]);
    expect(Object.fromEntries(depth)).toEqual({ web: 0, login: 1, 'deploy-tool': 2, 'secret-store': 2 });
    expect({ columns, hasTools }).toEqual({ columns: 2, hasTools: true });
  });

  it('is told of a chain of ten thousand without running out of stack', () => {
    const count = 10_000;
    const chain = Array.from({ length: count }, (_, i) =>
      node(`s${i}`, i + 1 < count ? { [`s${i + 1}`]: 'required' } : {}),
    );
    expect(dependencyDepth(chain).depth.get(`s${count - 1}`)).toBe(count - 1);
  });

  it('ignores needs of services that are not there', () => {
    expect(dependencyDepth([node('web', { ghost: 'required' })]).depth.get('web')).toBe(0);
  });
});
