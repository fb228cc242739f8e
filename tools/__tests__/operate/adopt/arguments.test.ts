import { describe, expect, it } from "vitest";
import type { StackName } from "../../../../src/settings/state/stack-names";
import { argumentsOf } from "../../../operate/adopt/arguments";

const STACKS = new Map<string, readonly StackName[]>([
  ["integration", ["vpc", "root-dns"]],
  ["staging", ["vpc"]],
]);

const ask = (...args: string[]) => argumentsOf({ args, options: { out: undefined } }, STACKS);

describe("npm run adopt", () => {
  it("takes a state of each stack, from files of any name", () => {
    expect(ask("integration", "vpc=a=b.json", "root-dns=c.txt")).toEqual({
      environment: "integration",
      files: [
        { stack: "vpc", path: "a=b.json" },
        { stack: "root-dns", path: "c.txt" },
      ],
    });
  });

  it.each([
    [
      ["integraton", "vpc"],
      '<environment>: expected integration, staging, got "integraton"; did you mean integration?\n<stack>=<file>: expected a stack and a file such as vpc=vpc.json, got "vpc"',
    ],
    [["integration"], "<stack>=<file>: expected a state, got none; add vpc=vpc.json, or another stack"],
    [
      ["integration", "vpc.json"],
      '<stack>=<file>: expected a stack and a file such as vpc=vpc.json, got "vpc.json"',
    ],
    [["integration", "vpc="], '<stack>=<file>: expected a stack and a file such as vpc=vpc.json, got "vpc"'],
    [["staging", "root-dn=a"], '<stack>=<file>: expected vpc, got "root-dn"; write one of them'],
    [
      ["integration", "vpc=a", "vpc=b"],
      "vpc=<file>: expected one state of the stack, got a second; leave one of the two out",
    ],
  ])("refuses %j", (args, message) => {
    expect(() => ask(...args)).toThrow(message);
  });
});
