import { describe, expect, it } from "vitest";
import { parse } from "../../../kit/command-arguments";
import { argumentsOf, UPGRADE } from "../../../operate/upgrade/arguments";
import { environment } from "../../../../__tests__/support/environments";

const staging = environment({ name: "staging" });
const production = environment();

const read = (line: string) =>
  argumentsOf(parse(UPGRADE, line.split(" ").filter(Boolean)), [staging, production]);

/** Message that refuses a command line. */
function problemOf(line: string): string {
  try {
    read(line);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

const CHOICE = "<environment>: expected staging, production, got";
const MINOR = "--to: expected a Kubernetes minor such as 1.37, got";

describe("npm run upgrade", () => {
  it("takes the next minor and an environment, in either order", () => {
    expect(read("--to 1.37 staging")).toEqual({
      environment: staging,
      to: "1.37",
    });
    expect(read("production --to=1.37").environment).toBe(production);
  });

  it.each([
    ["an unknown environment", "--to 1.37 stagin", `${CHOICE} "stagin"; did you mean staging?`],
    ["no minor", "staging", `${MINOR} none; add it`],
    ["a patch", "--to 1.37.1 staging", `${MINOR} "1.37.1"; EKS chooses the patch itself`],
    ["a garbled minor", "--to v1.37 staging", `${MINOR} "v1.37"; EKS chooses the patch itself`],
    ["the same minor", "--to 1.36 staging", "--to: expected 1.37, got 1.36; staging runs it already"],
    [
      "a lower minor",
      "--to 1.35 staging",
      "--to: expected 1.37, got 1.35; staging runs 1.36, and this command goes forward; see docs/upgrades.md on going back",
    ],
    [
      "a minor too far",
      "--to 1.38 staging",
      "--to: expected 1.37, got 1.38; staging runs 1.36, and a control plane moves one minor at a time",
    ],
  ])("refuses %s", (_, line, problem) => {
    expect(problemOf(line)).toBe(problem);
  });

  it("names all that is wrong at once", () => {
    expect(problemOf("--to latest prod")).toBe(
      `${CHOICE} "prod"; write one of them\n${MINOR} "latest"; EKS chooses the patch itself`,
    );
  });
});
