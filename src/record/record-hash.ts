/**
 * The name of what happened: a hash of everything in a record that a run brought about.
 *
 * Two runs have one hash when their clocks, entities, events, step functions, ledgers, warnings and ends are equal.
 * Left out, because they say how the run came to be and not what happened: the engine's version, the scenario's file
 * name and checksum, layout and seed, and where in the file an entity is written. So a file with its keys in another
 * order, or a fault that was injected and taken back, gives the same hash.
 * The same in Node and in every browser: little-endian words, no text encoder, no crypto.
 */
import { Murmur } from './murmur.js';
import { QUANTITIES, type RunRecord } from './record.js';

const QUANTITY_PLACE: ReadonlyMap<string, number> = new Map(
  Object.keys(QUANTITIES).map((name, place) => [name, place]),
);
const BIG_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 0;

/** 32 hexadecimal digits; shown to people as the first eight. */
export function hashRecord(record: RunRecord): string {
  const hash = new Murmur();
  addText(hash, [
    record.format,
    record.startEpochMilliseconds,
    record.offsetMinutes,
    record.durationMicroseconds,
    record.originMicroseconds,
    // The run itself is called by its file.
    record.entities.map(({ kind, id, of }) => [kind, kind === 'run' ? '' : id, of]),
    record.warnings.map((warning) => [warning.code, warning.subjects, warning.count]),
    record.ledgers.server.map((line) => [
      line.entity,
      line.offered,
      line.refused,
      line.lost,
      line.completed,
      line.queued,
    ]),
    record.ledgers.client.map((line) => [
      line.entity,
      line.wanted,
      line.succeeded,
      line.failed,
      line.pending,
      line.notAsked,
      line.deferred,
      line.left,
      line.returned,
    ]),
    record.ledgers.data.map((line) => [line.entity, line.accepted, line.kept, line.lost, line.unmerged]),
    record.ledgers.work.map((line) => [line.entity, line.bounced, line.waiting]),
    [record.counters.events, record.counters.settles, record.counters.visits, record.counters.notConverged],
    [record.end.faultsActive, record.end.tasksOpen],
  ]);
  const { events, tracks } = record;
  addWords(hash, Uint32Array.from(events.rule));
  addWords(hash, Uint32Array.from(events.entity));
  addWords(hash, events.causesStart);
  addWords(hash, events.causes);
  addWords(hash, events.numbersStart);
  addFloats(hash, events.time);
  addFloats(hash, events.numbers);
  const heads = new Uint32Array(tracks.length * 3);
  tracks.forEach((track, i) => {
    heads[i * 3] = track.entity;
    heads[i * 3 + 1] = QUANTITY_PLACE.get(track.quantity) as number;
    heads[i * 3 + 2] = track.times.length;
  });
  addWords(hash, heads);
  for (const track of tracks) {
    addFloats(hash, track.times);
    addFloats(hash, track.values);
  }
  return hash.hex();
}

/** JSON writes a number in the same digits everywhere, so its UTF-16 units can stand for the value. */
function addText(hash: Murmur, value: unknown): void {
  const text = JSON.stringify(value);
  const words = new Uint32Array((text.length + 1) >> 1);
  for (let i = 0; i < text.length; i++) words[i >> 1] |= text.charCodeAt(i) << ((i & 1) * 16);
  addWords(hash, words);
}

/** With its length, so that what ends one column cannot begin the next. */
function addWords(hash: Murmur, words: Uint32Array): void {
  hash.words(Uint32Array.of(words.length)).words(words);
}

function addFloats(hash: Murmur, floats: Float64Array): void {
  const words = new Uint32Array(floats.buffer, floats.byteOffset, floats.length * 2);
  addWords(hash, BIG_ENDIAN ? swappedPairs(words) : words);
}

function swappedPairs(words: Uint32Array): Uint32Array {
  return words.map((_, i) => words[i ^ 1]);
}
