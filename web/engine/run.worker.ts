/** The library in a worker: the page stays responsive while runs are made, judged, explained and compared. */
import { expose, wrap } from 'comlink';
import { createDesk } from './desk.js';
import type { Helper } from './helper.js';

expose(
  createDesk({
    wrap: (port) => wrap<Helper>(port),
    expose: (helper, port) => expose(helper, port),
  }),
);
