/** `npm run calibrate`: prints what docs/validation.md has of it, and changes no file. */
import { calibrationSection } from './sections/calibration.js';

console.log(calibrationSection((what) => console.error(`calibrate: ${what}`)));
