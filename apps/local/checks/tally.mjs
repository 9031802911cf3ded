/** The sum of all checks, and what failed, for the last lines of a run. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failures = [];

/** @param {Count} count */
export function addCount(count) {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}

/** A check that is one test, such as the build. @param {boolean} passed */
export function addOne(passed) {
  addCount({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });
}

/** @param {string} what one line for the end of the run */
export function addFailure(what) {
  failures.push(what);
}

export function failedSteps() {
  return failures;
}

export function summary() {
  return `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`;
}

/** A run without a single test proves nothing. */
export function exitCode() {
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}
