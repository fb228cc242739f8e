import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { overrideModules } from "../../../checks/emulate/override-modules";
import type { Gaps } from "../../../checks/emulate/gaps";

const GAPS: Gaps = {
  types: {},
  attributes: [],
  forgotten: { aws_s3_bucket: { reason: "It is not kept.", arguments: ["tags_all"] } },
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "override-modules-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function overridesOf(code: string): unknown {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets", "main.tf"), code);
  overrideModules({ module: { one: { source: "./assets" }, two: { source: "./assets" } } }, GAPS, folder);
  return JSON.parse(readFileSync(join(folder, "assets", "emulator_override.tf.json"), "utf8"));
}

it("has a module's resources not set again what the emulator forgets", () => {
  const code = ["aws_s3_bucket", "aws_s3_bucket_policy"].map((type) => `resource "${type}" "this" {}`);

  expect(overridesOf(code.join("\n"))).toEqual({
    resource: { aws_s3_bucket: { this: { lifecycle: { ignore_changes: ["tags_all"] } } } },
  });
});

it("changes nothing in a module that has none of them", () => {
  expect(overridesOf('resource "terraform_data" "this" {}')).toEqual({});
});

it("has nothing to do in a stack without modules", () => {
  overrideModules({}, GAPS, folder);

  expect(existsSync(join(folder, "assets"))).toBe(false);
});
