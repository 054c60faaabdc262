// How a check ends other than well.

/** Something is wrong: a stable code and the values that show it. */
export class Refusal extends Error {
  constructor(problem, values = {}) {
    super(`${problem} ${JSON.stringify(values)}`);
    this.problem = problem;
    this.values = values;
  }
}

/** A check cannot be made: why not, as a stable code, and values. */
export class Skip extends Error {
  constructor(reason, values = {}) {
    super(reason);
    this.reason = reason;
    this.values = values;
  }
}

/** Refuses unless two values are the same. */
export function same(problem, expected, found, values) {
  if (expected !== found) throw new Refusal(problem, { expected, found, ...values });
}

/** What an earlier step should have left behind; skips if it did not. */
export function need(value, step) {
  if (value === undefined) throw new Skip('needs', { step });
  return value;
}
