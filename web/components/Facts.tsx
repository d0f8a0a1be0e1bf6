/** Names and values, one below the other. */
import type { ComponentChildren } from 'preact';

export type Fact = readonly [name: string, value: ComponentChildren, note?: ComponentChildren];

export function Facts({ facts }: { readonly facts: readonly (Fact | null)[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) =>
        fact === null ? null : (
          <div key={fact[0]}>
            <dt>{fact[0]}</dt>
            <dd>
              {fact[1]}
              {fact[2] !== undefined && <small>{fact[2]}</small>}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
