import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lockFileOf } from "../../../../src/output/lock-file";
import { lockProvider, PLATFORMS, recordOf } from "../../../operate/lock/provider-hashes";
import { machineWith } from "../../../../__tests__/support/fake-programs";

const aws = { name: "aws", source: "aws", version: "6.54.0" };

/** A folder in which a Terraform locks a provider that does this. */
function lockWith(script: string, mirror?: string) {
  machineWith({ terraform: script });
  const folder = mkdtempSync(join(tmpdir(), "lock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return lockProvider(aws, mirror, folder, new AbortController().signal).then((locked) => ({
    locked,
    folder,
  }));
}

const WRITES = `echo "$@" > asked; printf '  hashes = [\\n    "zh:b",\\n    "h1:a=",\\n  ]\\n' > .terraform.lock.hcl`;

test("asks for the packages of every machine that runs Terraform, and reads their hashes", async () => {
  const { locked, folder } = await lockWith(WRITES);

  expect(locked).toEqual({ requirement: aws, hashes: ["h1:a=", "zh:b"] });
  expect(readFileSync(join(folder, "asked"), "utf8")).toBe(
    `providers lock -no-color ${PLATFORMS.map((platform) => `-platform=${platform}`).join(" ")}\n`,
  );
});

test.each([
  ["/mirror", "-fs-mirror=/mirror"],
  ["https://mirror.example/", "-net-mirror=https://mirror.example/"],
])("takes packages from a mirror: %s", async (mirror, option) => {
  const { folder } = await lockWith(WRITES, mirror);

  expect(readFileSync(join(folder, "asked"), "utf8")).toContain(` ${option} `);
});

test("says why a provider has no hashes", async () => {
  const { locked } = await lockWith('echo "Error: no such host" >&2; exit 1');

  expect(locked).toEqual({ requirement: aws, missing: "no such host" });
});

test("keeps what is on record of a version that is out of reach, and drops other versions", () => {
  const tfe = { name: "tfe", source: "tfe", version: "0.71.0" };
  const before = {
    "registry.terraform.io/hashicorp/tfe 0.71.0": ["h1:kept="],
    "registry.terraform.io/hashicorp/aws 6.25.0": ["h1:old="],
  };
  const record = recordOf(
    [
      { requirement: tfe, missing: "no such host" },
      { requirement: aws, hashes: ["h1:new="] },
    ],
    before,
  );

  expect(record).toEqual({
    "registry.terraform.io/hashicorp/aws 6.54.0": ["h1:new="],
    "registry.terraform.io/hashicorp/tfe 0.71.0": ["h1:kept="],
  });
  const json = { terraform: { required_providers: { aws: { source: "aws", version: "6.54.0" } } } };
  expect(lockFileOf(json, record)).toContain('"h1:new="');
});
