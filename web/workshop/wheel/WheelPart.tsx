/** What is done at each step of a wheel. */
import type { ComponentChildren } from 'preact';
import { Gap } from '../Gap.js';
import { Predictions } from '../Predictions.js';
import type { Step } from '../state/current.js';
import { DeckCode } from './DeckCode.js';
import { HalfHours } from './HalfHours.js';
import { LookBack } from './LookBack.js';
import { Night } from './Night.js';
import { Outcome } from './Outcome.js';
import { RoleCards } from './Roles.js';

export function WheelPart({ name }: { readonly name: Step }): ComponentChildren {
  switch (name) {
    case 'hook':
      return (
        <>
          <RoleCards />
          <DeckCode />
        </>
      );
    case 'predict':
      return <Predictions />;
    case 'watch':
      return <Night />;
    case 'gap':
      return (
        <>
          <HalfHours />
          <Gap />
        </>
      );
    case 'exercise':
      return <Outcome />;
    case 'debrief':
      return <LookBack />;
  }
}
