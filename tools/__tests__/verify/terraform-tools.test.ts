import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { applyOffline } from "../../verify/apply-offline";
import { plans } from "../../verify/plans";
import { validate } from "../../verify/validate";

const { signal } = new AbortController();
const progress = () => {};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terraform-tools-"));
  vi.stubEnv("PATH", folder);
  vi.stubEnv("XDG_CACHE_HOME", folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it("says that there is no Terraform to validate with", async () => {
  expect(await validate(progress, signal)).toEqual({
    tool: "terraform validate",
    version: "",
    checked: "",
    findings: [],
    missing: "terraform was not found",
  });
});

it("says that there is no Python to emulate AWS with", async () => {
  expect(await plans(progress, signal)).toEqual({
    tool: "terraform plan with moto",
    version: "",
    checked: "",
    findings: [],
    missing: "python3 was not found",
  });
});

it("says that there is no Terraform to apply with, before it builds a control plane", async () => {
  expect(await applyOffline(progress, signal)).toMatchObject({
    findings: [],
    missing: "terraform was not found",
  });
});
