// `npm run calibrate`: fits the free parameters of the Kakao scenario on one half of its history and tests on the other.
// Prints tables; changes nothing.
import { runValidation } from './run-validation.mjs';

await runValidation('calibrate', []);
