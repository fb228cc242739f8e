import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { equipment } from "../../verify/equipment";

/** Empty folder of the cache. */
function emptyCache(): string {
  const cache = mkdtempSync(join(tmpdir(), "cache-"));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv("XDG_CACHE_HOME", cache);
  return cache;
}

it.each([
  ["tool", "govuk-platform/bin", "helm-3.22.0"],
  ["chart of a repository", "govuk-platform/charts/dex-1.0.0", "Chart.yaml"],
  ["chart that someone put there", "platform-charts/dex", "Chart.yaml"],
  ["provider", "govuk-platform/terraform-plugins/registry.terraform.io/hashicorp/aws/6.0.0", "provider"],
])("a %s in the cache makes another equipment", (_, folder, name) => {
  const cache = emptyCache();
  const before = equipment();
  mkdirSync(join(cache, folder), { recursive: true });
  writeFileSync(join(cache, folder, name), "");

  expect(equipment()).not.toEqual(before);
});

it("is another with each change of a platform that a person asks for", () => {
  const folder = emptyCache();
  const before = equipment();
  vi.stubEnv("PLATFORM_FOLDER", folder);
  const asked = equipment();
  writeFileSync(join(folder, "index.ts"), "");

  expect(asked).not.toEqual(before);
  expect(equipment()).not.toEqual(asked);
});

it("stays the same while a tool is being built", () => {
  const cache = emptyCache();
  const before = equipment();
  mkdirSync(join(cache, "govuk-platform/bin/.helm-abc"), { recursive: true });

  expect(equipment()).toEqual(before);
});

it("is another with another terraform on the PATH", () => {
  const folder = emptyCache();
  const before = equipment();
  writeFileSync(join(folder, "terraform"), "");
  vi.stubEnv("PATH", `${folder}:${process.env.PATH}`);

  expect(equipment()).not.toEqual(before);
});

it.each(["terraform/plugins", "../home/.terraform.d/plugins"])(
  "is another once Terraform finds a provider in %s",
  (place) => {
    const folder = emptyCache();
    vi.stubEnv("XDG_DATA_HOME", join(folder, "data"));
    vi.stubEnv("HOME", join(folder, "home"));
    const before = equipment();
    const mirror = join(folder, "data", place, "registry.terraform.io/hashicorp/tfe/0.71.0");
    mkdirSync(mirror, { recursive: true });
    writeFileSync(join(mirror, "provider"), "");

    expect(equipment()).not.toEqual(before);
  },
);
