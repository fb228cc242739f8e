import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { LOCK_FILE, lockFileOf } from "../../../src/output/lock-file";
import { lockProvider, PLATFORMS, recordOf } from "../../operate/lock/provider-hashes";
import { terraform } from "../../toolbox/terraform";

const { signal } = new AbortController();
const place = mkdtempSync(join(tmpdir(), "lock-"));
afterAll(() => rmSync(place, { recursive: true }));

const aws = { name: "aws", source: "hashicorp/aws", version: "6.54.0" };

/** A mirror with a package of the provider for every platform. Terraform does not run a package to lock it. */
function mirrorWith(name: string, content: string): string {
  const mirror = join(place, name);
  for (const platform of PLATFORMS) {
    const folder = join(mirror, "registry.terraform.io", aws.source, aws.version, platform);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `terraform-provider-aws_v${aws.version}`), content, { mode: 0o755 });
  }
  return mirror;
}

/** Initialises a stack whose lock file synth wrote, with a package from a mirror. */
async function init(name: string, lockFile: string, mirror: string) {
  const folder = join(place, name);
  mkdirSync(folder);
  const required = { required_providers: { [aws.name]: { source: aws.source, version: aws.version } } };
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify({ terraform: required }));
  writeFileSync(join(folder, LOCK_FILE), lockFile);
  return terraform(["init", "-lockfile=readonly", `-plugin-dir=${mirror}`], { folder, signal });
}

test("a stack takes the package that was locked, and no other under the same version", async () => {
  const [reviewed, other] = [mirrorWith("reviewed", "one"), mirrorWith("other", "two")];
  const locked = await lockProvider(aws, reviewed, join(place, "lock"), signal);
  const stack = { terraform: { required_providers: { aws } } };
  const lockFile = lockFileOf(stack, recordOf([locked], {}))!;

  expect(lockFile.match(/"h1:/g)).toHaveLength(1);
  expect(await init("same", lockFile, reviewed)).toMatchObject({ code: 0 });
  const { code, stderr } = await init("changed", lockFile, other);
  expect(code).toBe(1);
  expect(stderr).toMatch(/doesn't match any of the\s+(?:│\s+)?checksums/);
});
