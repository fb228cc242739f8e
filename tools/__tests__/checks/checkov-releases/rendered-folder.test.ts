import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { rendered } from "../../../../__tests__/support/rendered";
import { writeRendered } from "../../../checks/checkov-releases/rendered-folder";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rendered-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const account = (data: string) =>
  `{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {text: ${data}}}\n---\n` +
  "{apiVersion: v1, kind: ServiceAccount, metadata: {name: web}}";

const outcome = (yaml: string) => {
  const one = rendered(yaml);
  return { release: one.release, rendered: one };
};

const filesOf = (release: string) =>
  readdirSync(join(folder, release))
    .sort()
    .map((file) => readFileSync(join(folder, release, file), "utf8"));

test("writes what all clusters share once, and what differs beside it", () => {
  const outcomes = ["one", "two", "one"].map((text) => outcome(account(text)));
  writeRendered(folder, outcomes);
  const files = filesOf(outcomes[0]!.release.name);

  expect(
    files.map((text) => text.split("\n---\n").map((one) => (JSON.parse(one) as { kind: string }).kind)),
  ).toEqual([["ConfigMap", "ServiceAccount"], ["ConfigMap"]]);
});

test("puts each object into the namespace of its release", () => {
  const { release, rendered: one } = outcome(account("one"));
  writeRendered(folder, [{ release, rendered: one }]);

  expect(filesOf(release.name)[0]).toContain(`"namespace": "${release.namespace}"`);
});

test("adds a release that is known to be wrong", () => {
  writeRendered(folder, []);

  expect(filesOf("canary")[0]).toContain('"privileged": true');
});
