// `npm run validate [PART...]`: builds validation/ and fills the figures of docs/validation.md, all or some of its parts.
import { runValidation } from './run-validation.mjs';

await runValidation('validate', process.argv.slice(2));
