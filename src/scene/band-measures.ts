/** Of a band, in pixels, whatever the width of the stage: its title, the room below its slots, the gap to the next. */
export const BAND = { title: 24, gap: 6, padding: 8 } as const;
