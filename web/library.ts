/** The page's one door to the library. */
export * from '../src/index.js';
