import { expect, test } from "vitest";
import { parse } from "../../kit/command-arguments";
import { argumentsOf, VERIFY } from "../../verify/arguments";

const named = (name: string) => ({ name, proves: "", verify: () => Promise.reject(new Error("not now")) });
const [charts, iam, dex] = [named("charts"), named("iam"), named("dex")];
const LANES = [[charts, iam], [dex]];

const read = (...args: string[]) => argumentsOf(LANES, parse(VERIFY, args));

test("takes all where none is named", () => {
  expect(read()).toEqual({ lanes: LANES, list: false, complete: false, again: false });
});

test("takes those that are named, each in its lane", () => {
  expect(read("dex", "charts").lanes).toEqual([[charts], [dex]]);
});

test("lists what there is", () => {
  expect(read("--list").list).toBe(true);
});

test("asks for every tool where that is said, and then relies on no earlier run", () => {
  expect(read("--complete", "dex")).toEqual({ lanes: [[], [dex]], list: false, complete: true, again: true });
});

test("runs again what has not changed where that is said", () => {
  expect(read("--again")).toMatchObject({ complete: false, again: true });
});

test("refuses a name that it does not know, with the one that may have been meant", () => {
  expect(() => read("dex", "chart")).toThrow(
    '<verification>: expected charts, iam, dex, got "chart"; did you mean charts?',
  );
  expect(() => read("everything")).toThrow("write one of them");
});
