export { simulateInSteps } from '../studies/simulate-in-steps.js';
