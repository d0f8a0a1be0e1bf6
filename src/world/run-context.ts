/** What every part of the world has in hand during one run. */
import type { Streams } from '../engine/streams.js';
import type { Recorder } from '../record/recorder.js';
import type { Scenario } from '../scenario/model.js';
import type { FlowControl } from './flow/contract.js';
import type { Timeline } from './timeline.js';
import type { Topology } from './topology.js';

export interface RunContext {
  readonly scenario: Scenario;
  readonly topology: Topology;
  readonly recorder: Recorder;
  readonly streams: Streams;
  readonly timeline: Timeline;
  readonly flow: FlowControl;
}
