import { describe, expect, it } from "vitest";
import { argumentsOf } from "../../../operate/upgrade/arguments";
import { environment } from "../../../../__tests__/support/environments";

const staging = environment({ name: "staging" });
const production = environment();

/** Problem of a command line. */
function problemOf(line: string): string {
  try {
    argumentsOf(line.split(" ").filter(Boolean), [staging, production]);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

const USE = "use npm run upgrade -- --to 1.<minor> <environment>";
const CHOICE = "environment: expected one of staging, production, got";
const MINOR = "--to: expected a Kubernetes minor such as 1.37, got";

describe("npm run upgrade", () => {
  it("takes the next minor and an environment, in either order", () => {
    expect(argumentsOf(["--to", "1.37", "staging"], [staging, production])).toEqual({
      environment: staging,
      to: "1.37",
    });
    expect(argumentsOf(["production", "--to=1.37"], [staging, production]).environment).toBe(production);
  });

  it.each([
    ["no environment", "--to 1.37", `${CHOICE} none; ${USE}`],
    ["an unknown environment", "--to 1.37 prod", `${CHOICE} "prod"; ${USE}`],
    ["two environments", "--to 1.37 staging production", `${CHOICE} "staging" and "production"; ${USE}`],
    ["no minor", "staging", `${MINOR} none; ${USE}`],
    ["a patch", "--to 1.37.1 staging", `${MINOR} "1.37.1"; EKS chooses the patch itself`],
    ["a garbled minor", "--to v1.37 staging", `${MINOR} "v1.37"; EKS chooses the patch itself`],
    ["the same minor", "--to 1.36 staging", "--to: expected 1.37, got 1.36; staging runs it already"],
    [
      "a lower minor",
      "--to 1.35 staging",
      "--to: expected 1.37, got 1.35; staging runs 1.36, and no control plane goes back",
    ],
    [
      "a minor too far",
      "--to 1.38 staging",
      "--to: expected 1.37, got 1.38; staging runs 1.36, and a control plane moves one minor at a time",
    ],
    ["an option without its value", "staging --to", `Option '--to <value>' argument missing; ${USE}`],
    ["an unknown option", "--write --to 1.37 staging", `Unknown option '--write'; ${USE}`],
  ])("refuses %s", (_, line, problem) => {
    expect(problemOf(line)).toBe(problem);
  });

  it("names all that is wrong at once", () => {
    expect(problemOf("--to latest prod")).toBe(
      `${CHOICE} "prod"; ${USE}\n${MINOR} "latest"; EKS chooses the patch itself`,
    );
  });
});
