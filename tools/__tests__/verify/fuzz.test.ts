import { expect, test } from "vitest";
import { resultIn } from "../../verify/fuzz";

test("takes what the command has found", () => {
  const result = { checked: "10 configurations", findings: ["one"] };

  expect(resultIn(JSON.stringify(result), "")).toEqual(result);
});

test("takes a command that says nothing for a finding", () => {
  expect(resultIn("", "out of memory\n")).toEqual({
    checked: "nothing",
    findings: ["npm run fuzz breaks down: out of memory"],
  });
});
