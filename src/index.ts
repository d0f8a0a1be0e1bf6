/**
 * Firebreak as a library: what the command line and the page are made of, for Node and for bundlers.
 *
 * ```ts
 * import { loadScenario, run } from 'firebreak';
 *
 * const scenario = loadScenario(text, { file: 'two-sites.yaml' });
 * const { document } = run(scenario, { seed: '1' });
 * console.log(document.totals.userHoursLost);
 * ```
 *
 * Pure: no files, no clock, no network, no DOM. docs/library.md explains it; its example is executed by a test.
 */

export { type CsvCell, csv } from './formats/csv/csv.js';
export { eventsCsv, servicesCsv } from './formats/csv/run-tables.js';
export type { ImportProblem } from './formats/import/import-problem.js';
export { FORMAT_NAMES as IMPORT_FORMATS } from './formats/import/kinds/index.js';
export type { ImportNote } from './formats/import/notes.js';
export { MAX_IMPORT_BYTES } from './formats/import/reading/limits.js';
export type { SourceText } from './formats/import/reading/source-file.js';
export { incidentReport } from './formats/markdown/incident-report.js';
export { shellWords } from './formats/shell/shell-words.js';
export { AdviseError, type AdviseOptions, advise, openAdvice } from './library/advise.js';
export {
  AvailabilityError,
  type AvailabilityRequest,
  availabilityOver,
  checkRates,
  USUAL_LIVES,
  USUAL_YEARS,
} from './library/availability.js';
export { CompareError, type CompareOptions, compare, comparedLayouts, USUAL_SEEDS } from './library/compare.js';
export {
  askInSteps,
  type ExplainDocument,
  ExplainError,
  type ExplainOptions,
  type ExplainProgress,
  explain,
  explainInSteps,
  explainOnceInSteps,
  type OpenExplanation,
} from './library/explain.js';
export { type ExplanationMarkdownOptions, explanationMarkdown } from './library/explanation-markdown.js';
export {
  BINARY_FORMATS,
  ExportError,
  type ExportRunOptions,
  exportGraph,
  exportParquet,
  exportRun,
  GRAPH_FORMATS,
  type GraphFormat,
  RUN_FORMATS,
  type RunFormat,
} from './library/export-run.js';
export { failureAlone, type SingleFailure } from './library/failure-alone.js';
// The workshop: lessons, designs, tokens, scores.
export { gradeCsv, gradeMarkdown } from './library/grade-tables.js';
export { type ImportedScenario, type ImportScenarioOptions, importScenario } from './library/import-scenario.js';
export {
  type CheckedScenario,
  checkScenario,
  type LoadedScenario,
  type LoadOptions,
  loadScenario,
  ScenarioError,
} from './library/load-scenario.js';
export { advisePage } from './library/pages/advise/advise-page.js';
export { auditPage } from './library/pages/audit/audit-page.js';
export { type AvailabilityPageOptions, availabilityPage } from './library/pages/availability/availability-page.js';
export { comparePage } from './library/pages/compare/compare-page.js';
export { contingencyPage } from './library/pages/contingency/contingency-page.js';
export type { StudyPageOptions } from './library/pages/frame/study-page.js';
export { sweepPage } from './library/pages/sweep/sweep-page.js';
export { type LayoutReview, reviewLayout } from './library/review-layout.js';
export { type RunOptions, type RunProgress, type RunResult, run, runInSteps } from './library/run.js';
export { effectText } from './library/saved-text.js';
export {
  type OpenSweep,
  openSweep,
  SweepError,
  type SweepRequest,
  sweep,
  USUAL_SWEEP_SEEDS,
} from './library/sweep.js';
export { type SweptParameter, sweptParameters, usualRange } from './library/swept-parameters.js';
// What happened, in columns.
export * from './record/record.js';
export * from './record/steps.js';
export * from './record/view.js';
// A run in numbers and sentences.
export * from './results/affected.js';
export * from './results/amounts.js';
export { type Because, becauseIn } from './results/because.js';
export { beforeSteps, type ChainedReason, shortBecause } from './results/because-text.js';
export * from './results/by-cause.js';
export * from './results/expectations.js';
export { type Explanation, outageAt, type RootHours } from './results/explanation.js';
export { type ExplainTexts, explainTextsIn } from './results/explanation-texts.js';
export type { HistoryResult, HistoryRowResult } from './results/history.js';
export * from './results/instant.js';
export * from './results/iso-clock.js';
export type { LayoutCost } from './results/layout-cost.js';
export type { Measure, Unit } from './results/measures/measure.js';
export { MEASURES, type Measured, measure } from './results/measures.js';
export * from './results/names.js';
export type { PathStep } from './results/path-steps.js';
export * from './results/reading.js';
export * from './results/run-document.js';
export * from './results/sentences.js';
export type { StabilityVerdict } from './results/stability.js';
export { type BindingStep, stillDown } from './results/still-down.js';
export { type Strip, type Summary, stripOf, summarise, type WorstService } from './results/summary.js';
export * from './results/told-steps.js';
export * from './results/went-down.js';
export * from './results/words.js';
export { type AddedFault, addFaults } from './scenario/add-faults.js';
export { type CallKind, type Edit, withEdit } from './scenario/edits/edit.js';
export { type EditedScenario, type EditOptions, type EditStep, editScenario } from './scenario/edits/edit-scenario.js';
export type { EditRefusal } from './scenario/edits/patch-of-edit.js';
export { readEdits } from './scenario/edits/read-edits.js';
export { type FormatProblemOptions, formatProblem, type ShownProblem } from './scenario/format-problem.js';
// The checked scenario.
export * from './scenario/model.js';
export type { Problem, ProblemCode } from './scenario/problem.js';
export { MAX_SCENARIO_BYTES } from './scenario/reading/limits.js';
export { scenarioChanges } from './scenario/scenario-changes.js';
export { sha256 } from './scenario/sha256.js';
export { type SiteRoom, siteRooms } from './scenario/site-room.js';
// What to draw, without drawing it.
export * from './scene/affected-mark.js';
export * from './scene/amount-mark.js';
export * from './scene/bounds.js';
export * from './scene/cause-table.js';
export * from './scene/change-times.js';
export * from './scene/changed-slots.js';
export * from './scene/chapters.js';
export * from './scene/damage.js';
export * from './scene/density.js';
export * from './scene/difference.js';
export * from './scene/display-list.js';
export * from './scene/drawn-status.js';
export * from './scene/focus.js';
export * from './scene/glyphs.js';
export * from './scene/hatches.js';
export * from './scene/impact.js';
export * from './scene/lane-geometry.js';
export * from './scene/lanes.js';
export * from './scene/legend.js';
export * from './scene/lit-path.js';
export * from './scene/markers.js';
export * from './scene/moment-text.js';
export { MOTION_KEYS, MOTION_SHORT, MOTION_WORDS, type MotionKey, motionSign } from './scene/motion-legend.js';
export * from './scene/node-status.js';
export * from './scene/pace.js';
export * from './scene/site-status.js';
export * from './scene/stage.js';
export { MOST_PARTICLES, runningWork, stageMotion } from './scene/stage-motion.js';
export { type NeedEdge, needEdges } from './scene/stage-needs.js';
export { discOffset, discRadius } from './scene/stage-node.js';
export * from './scene/stage-picture.js';
export * from './scene/stage-slots.js';
export * from './scene/state-table.js';
export * from './scene/strip.js';
export { type StripGroup, stripGroups } from './scene/strip-groups.js';
export * from './scene/strip-order.js';
export * from './scene/strip-scene.js';
export * from './scene/svg.js';
export type { MeasureText } from './scene/text-fit.js';
export * from './scene/theme.js';
export * from './scene/time-ticks.js';
export { WAFFLE_FROM } from './scene/waffle-geometry.js';
export {
  type AdviseDocument,
  type AdvisedChange,
  type AdviseStep,
  isOnlyTogether,
  type SameEverywhere,
} from './studies/advise/advice.js';
// What is wrong without a run.
export {
  AUDIT_RULE_NAMES,
  type AuditDocument,
  type AuditFinding,
  type AuditOptions,
  audit,
} from './studies/audit/audit.js';
export type { Severity } from './studies/audit/finding.js';
export type {
  AvailabilityDocument,
  AvailabilityLayout,
  AvailabilityOf,
  Estimate,
} from './studies/availability/document.js';
export { type AvailabilityLimit, type AvailabilityMiss, availabilityMisses } from './studies/availability/misses.js';
export { bestLayout } from './studies/compare/best-layout.js';
// Many runs: jobs, who does them, and what is made of the answers.
export type {
  Band as AffectedBand,
  CompareDocument,
  ExpectationComparison,
  LayoutComparison,
  MeasureComparison,
  RankedPair,
  ServiceComparison,
} from './studies/compare/comparison.js';
export type { Divergence } from './studies/compare/divergence.js';
export type { BreakEven, LayoutMoney } from './studies/compare/money.js';
export {
  type ContingencyCase,
  type ContingencyDocument,
  type ContingencyLayout,
  type ContingencyOptions,
  contingencyOf,
  type PairsRun,
} from './studies/contingency/contingency.js';
export { FAILURE_KINDS, type FailureKind } from './studies/contingency/failures.js';
export { type MatrixOrder, type MatrixRow, matrixRows, mostAffected, mostLost } from './studies/contingency/matrix.js';
export type { PartCostsMore } from './studies/contingency/part-and-whole.js';
export {
  DRAFTED_FAULTS,
  type DraftedFault,
  type DraftedService,
  type DraftedSystem,
  draftedScenario,
} from './studies/generate/drafted-scenario.js';
export {
  type GenerateOptions,
  generateScenario,
  LEAST_SERVICES,
  MOST_SERVICES,
  MOST_SITES,
} from './studies/generate/generate-scenario.js';
export { type StarterOptions, starterScenario } from './studies/generate/starter-scenario.js';
export { doJob, doJobInSteps } from './studies/pool/do-job.js';
export { type InProcessOptions, inProcessPool } from './studies/pool/in-process-pool.js';
export { type Job, type JobKind, othersOf, type Work } from './studies/pool/job.js';
export { jobKeys } from './studies/pool/job-key.js';
export { measuresKind } from './studies/pool/kinds/measures.js';
export type { SweptAnswer } from './studies/pool/kinds/swept.js';
export { inOrder, type Outcome, type Pool } from './studies/pool/pool.js';
// What would have been.
export type { RootSentence, RootsTold } from './studies/roots/tell-roots.js';
export { type AsItWas, type Help, helpingChanges, helpOf } from './studies/saved-by/helping.js';
export type { SavedBy } from './studies/saved-by/saved-by.js';
export { type Paired, paired, type Shown } from './studies/statistics/paired.js';
export { type Ratio, ratio } from './studies/statistics/ratio.js';
export { type Sample, sample } from './studies/statistics/sample.js';
export { type Reads, type SampleSummary, summariseSample } from './studies/statistics/summarise-sample.js';
export {
  type Setting,
  type SweepDocument,
  type SweepPoint,
  type SweptMeasure,
  type SweptPoint,
  sweepOver,
  type TippingPoint,
} from './studies/sweep/sweep.js';
// Verdicts of many scenarios.
export {
  byScenarioAndLayout,
  compareTests,
  type MeasureChange,
  type SuiteChange,
  type SuiteKey,
  type TestComparison,
  type VerdictChange,
} from './studies/test/test-comparison.js';
export type {
  TestDocument,
  TestedExpectation,
  TestedRunResult,
  TestSuite,
  TestTotals,
} from './studies/test/test-document.js';
export {
  documentOf,
  suiteOf,
  type Tested,
  type TestSuitesOptions,
  testSuites,
  USUAL_MET_IN,
} from './studies/test/test-suites.js';
export { rememberedMeasures } from './studies/test/tested-run.js';
export { commitmentOf, dailyCode, deckOf, isRevealed } from './workshop/challenge/deck.js';
export {
  type CardLoss,
  CHALLENGE_SEEDS,
  type ChallengeOptions,
  type ChallengeResult,
  type Entry,
  type EntryResult,
  type Loss,
  playChallenge,
} from './workshop/challenge/play-challenge.js';
export { MOST_POINTS, type Score, type ScoreInput, scoreOf } from './workshop/challenge/score.js';
export { type Standings, standingsOf } from './workshop/challenge/standings.js';
export { type Design, UNEDITED } from './workshop/designs/design.js';
export { designLink } from './workshop/designs/design-link.js';
export { DESIGN, type DesignText, designText, type RefusedEdit } from './workshop/designs/design-text.js';
export { designWords, editWords } from './workshop/designs/design-words.js';
export { laidAsEdits } from './workshop/designs/laid-as-edits.js';
export { type LoadedDesign, loadDesign } from './workshop/designs/load-design.js';
export {
  type DesignPart,
  type DesignPrice,
  type ForbiddenPart,
  type PriceLine,
  priceDesign,
} from './workshop/designs/price-design.js';
export { type Scrub, scrubEdits, stopIn, withStop } from './workshop/designs/scrub.js';
export {
  type ClassResults,
  type CurveHistogram,
  classResults,
  type Histogram,
  type NumberHistogram,
  type PickHistogram,
} from './workshop/grading/class-results.js';
export { type Collected, collect } from './workshop/grading/collect.js';
export {
  type Graded,
  type GradedAim,
  type GradedAnswer,
  type GradedLesson,
  type GradeOptions,
  gradeSubmissions,
  namesIn,
} from './workshop/grading/grade.js';
export {
  drawnCards,
  type GradeAllOptions,
  type GradeDocument,
  type GradedLessonDocument,
  type GradedRow,
  gradeAll,
} from './workshop/grading/grade-document.js';
export { lessonTruths, type Truths } from './workshop/grading/lesson-truths.js';
export type { WordCount } from './workshop/grading/words.js';
export { facilitatorGuide, type GuideLesson, type GuideOptions } from './workshop/guide/facilitator-guide.js';
export { type GuidePage, type ReadGuidePage, readGuidePage } from './workshop/guide/read-guide-page.js';
export { solutionRun } from './workshop/guide/solution-run.js';
export { type CheckedLesson, checkLesson, type LoadedLesson } from './workshop/lessons/check-lesson.js';
export type {
  DrawPrediction,
  EditRule,
  Exercise,
  Lesson,
  NumberPrediction,
  PickPrediction,
  Prediction,
  Solution,
  Truth,
  Watch,
} from './workshop/lessons/lesson.js';
export type { BothLanguages, Overlay } from './workshop/lessons/lesson-leaves.js';
export type { LessonProblem } from './workshop/lessons/lesson-problem.js';
export {
  type LessonRule,
  lessonRule,
  type RuledAim,
  type RuledDesign,
  type RuleOptions,
} from './workshop/lessons/lesson-rule.js';
export { type LessonSource, readLesson } from './workshop/lessons/read-lesson.js';
export { SECTIONS, type SectionName, type Sections } from './workshop/lessons/sections.js';
export { type LessonTemplate, lessonTemplate } from './workshop/lessons/template.js';
export { type Answer, CONFIDENCES, type Confidence, readAnswer } from './workshop/predictions/answer.js';
export { type Calibration, type CalibrationRow, calibrationOf } from './workshop/predictions/calibration.js';
export { amountIn, type Compared, compareAnswer, type NameOf } from './workshop/predictions/compare-answer.js';
export { type Locked, lockCode, sameLockCode } from './workshop/predictions/lock-code.js';
export { pointTimes, pointValues, seriesOf } from './workshop/predictions/series.js';
export {
  type DrawTruth,
  layoutsOf,
  type NumberTruth,
  type PickTruth,
  type Readings,
  truthOf,
} from './workshop/predictions/truth.js';
export { type LessonHtmlOptions, lessonHtml } from './workshop/text/lesson-html.js';
export { type FoundToken, type FoundTokens, findTokens, type RefusedToken } from './workshop/tokens/find-tokens.js';
export { baseOf, cleanExplanation, cleanNick, type Submission } from './workshop/tokens/submission.js';
export { readToken, type TokenFault, writeToken } from './workshop/tokens/token.js';
export { compareHalfHour, LOOK_AHEAD } from './workshop/wheel/half-hour.js';
export { type UntakenChoice, untakenWays, type WheelOutcome, wheelOutcome } from './workshop/wheel/outcome.js';
export { updatesOf, type WheelPause, wheelPauses } from './workshop/wheel/pauses.js';
export {
  DEFAULT_RESPONSES,
  defaultResponses,
  type RankedResponses,
  rankResponses,
  responseEdits,
  responseScenario,
  type WheelResponse,
} from './workshop/wheel/responses.js';
export {
  readInterventions,
  type Turn,
  turnedFaults,
  wheelDeck,
  writeInterventions,
} from './workshop/wheel/turned-cards.js';
export { ENGINE_VERSION } from './world/simulate.js';
