import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bytesIn, resourcesIn } from "../../../reports/bench/output";

const outdir = mkdtempSync(join(tmpdir(), "bench-"));
afterAll(() => rmSync(outdir, { recursive: true }));

const texts = [
  { resource: { aws_vpc: { main: {} }, aws_subnet: { a: {}, b: {} } }, output: { id: {} } },
  { data: { aws_region: { here: { name: "Zürich" } } } },
].map((stack) => JSON.stringify(stack));

texts.forEach((text, index) => {
  const folder = join(outdir, "stacks", `stack-${index}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "cdk.tf.json"), text);
});

test("counts the resources and data sources of all stacks", () => {
  expect(resourcesIn(outdir)).toBe(4);
});

test("counts bytes, not characters", () => {
  expect(bytesIn(outdir)).toBe(texts.join("").length + 1);
});
