import { ConfigurationError } from "./configuration-error";

/** A checked value and its problems. Do not use the value if there are problems. */
export interface Checked<T> {
  readonly problems: readonly string[];
  readonly value: T;
}

/** @throws ConfigurationError listing every problem */
export function checkedOrThrow<T>({ problems, value }: Checked<T>): T {
  if (problems.length > 0) {
    throw new ConfigurationError(problems);
  }
  return value;
}
