import { expect, test } from "vitest";
import { mebibytes, millicpus } from "../../src/access/quantities";

test.each([
  [512, "512Mi"],
  [1024, "1Gi"],
  [1536, "1536Mi"],
  [32768, "32Gi"],
  [1024 * 1024, "1Ti"],
])("writes %i MiB as the API server keeps it: %s", (amount, text) => {
  expect(mebibytes(amount)).toBe(text);
});

test.each([
  [100, "100m"],
  [1000, "1"],
  [1500, "1500m"],
])("writes %i thousandths of a CPU as the API server keeps them: %s", (amount, text) => {
  expect(millicpus(amount)).toBe(text);
});
