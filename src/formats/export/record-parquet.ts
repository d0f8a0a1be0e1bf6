/**
 * The record as Parquet, for DuckDB, pandas, Spark: the rows of `record-csv.ts` with types. A value holds from its time to the
 * next row of the same quantity; where it stands for a word (a state, a cause) that is beside it.
 *
 * Written by hyparquet-writer, compressed with Snappy. Left out: partitions, the events (newline-delimited JSON has them).
 */
import { parquetWriteBuffer } from 'hyparquet-writer/src/index.js';
import type { RunRecord } from '../../record/record.js';
import { worded } from './record-csv.js';

export function recordParquet({ tracks, entities, startEpochMilliseconds }: RunRecord): Uint8Array {
  const rows = tracks.flatMap(({ entity, quantity, times, values }) => {
    const { kind, id } = entities[entity];
    return Array.from(times, (time, i) => ({ time, kind, id, quantity, value: values[i] }));
  });
  const word = (quantity: string, value: number): string | null => {
    const text = worded(quantity, value);
    return text === String(value) ? null : text;
  };
  const column = <Data>(
    name: string,
    type: 'DOUBLE' | 'STRING' | 'TIMESTAMP',
    of: (row: (typeof rows)[number]) => Data,
  ) => ({
    name,
    type,
    data: rows.map(of),
    nullable: name === 'word' || name === 'value',
  });
  return new Uint8Array(
    parquetWriteBuffer({
      createdBy: 'firebreak',
      columnData: [
        column('seconds', 'DOUBLE', ({ time }) => time / 1e6),
        // Whole milliseconds: what came last within one is cut off, as in the other formats.
        column('at', 'TIMESTAMP', ({ time }) => BigInt(Math.floor(startEpochMilliseconds + time / 1000))),
        column('kind', 'STRING', ({ kind }) => kind),
        column('id', 'STRING', ({ id }) => id),
        column('quantity', 'STRING', ({ quantity }) => quantity),
        column('value', 'DOUBLE', ({ value }) => (Number.isNaN(value) ? null : value)),
        column('word', 'STRING', ({ quantity, value }) => word(quantity, value)),
      ],
    }),
  );
}
