import { afterEach, expect, it } from "vitest";
import { ConfigurationError } from "../../src/settings/checking/configuration-error";
import { explained } from "../../src/output/explained";

afterEach(() => {
  delete process.env.DEBUG;
});

it("shows the message of a problem in the configuration as it is", () => {
  const error = new ConfigurationError(["a: expected b, got c"]);

  expect(explained(error)).toBe(error.message);
});

it.each([
  [{ code: "ENOSPC", path: "out/x" }, "out/x: expected room on the disk, got none (ENOSPC); free some"],
  [{ code: "EACCES", path: "/", dest: "out/y" }, "out/y: expected permission to use it, got none (EACCES); "],
  [{ code: "ENOSPC", syscall: "write" }, "write: expected room on the disk, "],
])("names the place of a failure of the machine, %o", (properties, text) => {
  expect(explained(Object.assign(new Error("no"), properties))).toContain(text);
});

it("shows file, line and first line of an error that nobody expected, without its stack trace", () => {
  const text = explained(new TypeError("x is not a function\nmore"));

  expect(text).toMatch(
    /^__tests__\/output\/explained\.test\.ts:\d+: expected no error, got TypeError: x is not a function; correct/,
  );
  expect(text).not.toContain("\n");
});

it("adds the stack trace for an engineer who debugs", () => {
  process.env.DEBUG = "1";

  expect(explained(new TypeError("x"))).toMatch(/\n +at /);
});

it("shows what was thrown that is no error", () => {
  expect(explained("nothing")).toContain("got nothing");
});
