import { expect, test } from "vitest";
import { argumentsOf } from "../../verify/arguments";

const named = (name: string) => ({ name, proves: "", verify: () => Promise.reject(new Error("not now")) });
const [charts, iam, dex] = [named("charts"), named("iam"), named("dex")];
const LANES = [[charts, iam], [dex]];

test("takes all where none is named", () => {
  expect(argumentsOf(LANES, [])).toEqual({ lanes: LANES, list: false, complete: false });
});

test("takes those that are named, each in its lane", () => {
  expect(argumentsOf(LANES, ["dex", "charts"]).lanes).toEqual([[charts], [dex]]);
});

test("lists what there is", () => {
  expect(argumentsOf(LANES, ["--list"]).list).toBe(true);
});

test("asks for every tool where that is said", () => {
  expect(argumentsOf(LANES, ["--complete", "dex"])).toEqual({
    lanes: [[], [dex]],
    list: false,
    complete: true,
  });
});

test("refuses a name that it does not know, with the one that may have been meant", () => {
  expect(() => argumentsOf(LANES, ["dex", "chart"])).toThrow(
    'npm run verify -- chart: expected a verification, got "chart"; did you mean charts?',
  );
  expect(() => argumentsOf(LANES, ["everything"])).toThrow("there are charts, iam, dex");
});

test("refuses an option that it does not know, with how it is used", () => {
  expect(() => argumentsOf(LANES, ["--all"])).toThrow(
    "Unknown option '--all'; use npm run verify [-- --complete <name> …] or npm run verify -- --list",
  );
});
