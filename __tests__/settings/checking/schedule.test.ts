import { expect, it } from "vitest";
import { everComes } from "../../../src/settings/checking/schedule";

it.each(["30 9 * * 1-5", "0 0 1 1 *", "0 0 29 2 *", "*/5 8-18 * * MON-FRI"])("%s comes round", (schedule) => {
  expect(everComes(schedule)).toBe(true);
});

it.each([
  "0 17 * * 7",
  "0 17 * * 1-7",
  "0 17 L * *",
  "0 17 * * 5L",
  "0 17 * * 5#2",
  "0 17 15W * *",
  "@daily",
])("%s is more than Kubernetes and Argo CD read", (schedule) => {
  expect(everComes(schedule)).toBe(false);
});

it.each(["0 0 31 2 *", "0 0 30 2 *", "61 * * * *", "* * * *", "0 30 9 * * 1", "@daily morning", "", "soon"])(
  "%s never comes",
  (schedule) => {
    expect(everComes(schedule)).toBe(false);
  },
);
