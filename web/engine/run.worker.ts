/** The library in a worker: the page stays responsive while a run is made, judged and explained. */
import { expose } from 'comlink';
import { createDesk } from './desk.js';

expose(createDesk());
