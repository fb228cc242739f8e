import { expect, it } from "vitest";
import { everComes } from "../../../src/config/rules/schedule";

it.each(["30 9 * * 1-5", "0 0 1 1 *", "0 0 29 2 *", "*/5 8-18 * * MON-FRI"])("%s comes round", (schedule) => {
  expect(everComes(schedule)).toBe(true);
});

it.each(["0 0 31 2 *", "0 0 30 2 *", "61 * * * *", "* * * *", "0 30 9 * * 1", "@daily morning", "", "soon"])(
  "%s never comes",
  (schedule) => {
    expect(everComes(schedule)).toBe(false);
  },
);
