/** How series are told apart: a colour and a dash each, so that neither colour blindness nor a grey printer mixes them up. */
export interface SeriesLook {
  readonly colour: string;
  readonly dash: readonly number[];
}

/** Okabe and Ito, Color Universal Design, 2008, but for the yellow, which paper swallows. */
const COLOURS = ['#000000', '#D55E00', '#0072B2', '#009E73', '#CC79A7', '#E69F00', '#56B4E9'];
const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [9, 3, 2, 3]];

/** Twenty-eight different ones. */
export function seriesLook(place: number): SeriesLook {
  return {
    colour: COLOURS[place % COLOURS.length],
    dash: DASHES[((place % COLOURS.length) + Math.floor(place / COLOURS.length)) % DASHES.length],
  };
}
