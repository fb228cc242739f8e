import { afterEach, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import { ConfigurationError } from "../../src/settings/checking/configuration-error";
import { reportFailure } from "../../src/output/report-failure";
import { VerificationError } from "../../src/output/verification-error";

let stderr: MockInstance<typeof console.error>;

beforeEach(() => {
  stderr = vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  stderr.mockRestore();
  process.exitCode = undefined;
});

test.each([new ConfigurationError(["a: expected b, got c"]), new VerificationError(["a: found b"])])(
  "shows the message of a $name and no stack trace",
  (error) => {
    reportFailure(error);

    expect(stderr.mock.calls).toEqual([[error.message]]);
    expect(process.exitCode).toBe(1);
  },
);

test("shows an error that nobody expected in one line", () => {
  reportFailure(new TypeError("x is not a function"));

  expect(stderr.mock.calls).toEqual([
    [expect.stringMatching(/^\S+:\d+: expected no error, got TypeError: x is not/)],
  ]);
  expect(process.exitCode).toBe(1);
});
