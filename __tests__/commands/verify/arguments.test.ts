import { expect, test } from "vitest";
import { chosenFrom } from "../../../src/commands/verify/arguments";

const named = (name: string) => ({ name, proves: "", verify: () => Promise.reject(new Error("not now")) });
const [charts, iam, dex] = [named("charts"), named("iam"), named("dex")];
const LANES = [[charts, iam], [dex]];

test("takes all where none is named", () => {
  expect(chosenFrom(LANES, [])).toEqual(LANES);
});

test("takes those that are named, each in its lane", () => {
  expect(chosenFrom(LANES, ["dex", "charts"])).toEqual([[charts], [dex]]);
});

test("lists what there is", () => {
  expect(chosenFrom(LANES, ["--list"])).toBe("list");
});

test("refuses a name that it does not know, with the one that may have been meant", () => {
  expect(() => chosenFrom(LANES, ["dex", "chart"])).toThrow(
    'npm run verify -- chart: expected a verification, got "chart"; did you mean charts?',
  );
  expect(() => chosenFrom(LANES, ["everything"])).toThrow("there are charts, iam, dex");
});

test("refuses an option that it does not know, with how it is used", () => {
  expect(() => chosenFrom(LANES, ["--all"])).toThrow(
    "Unknown option '--all'; use npm run verify [-- <name> …] or npm run verify -- --list",
  );
});
