import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { machineWith, writeProgram } from "../../../../__tests__/support/fake-programs";
import { judgeStandardPods } from "../../../checks/kyverno/standard-pods";

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), "standard-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
};

/** A module with one pod for each level and outcome in a new minor, and a pod in an old one. */
function module(): string {
  const made = folder();
  const pods = ["baseline", "restricted"].flatMap((level) => [
    `${level}/v1.9/pass/old.yaml`,
    `${level}/v1.35/pass/good.yaml`,
    `${level}/v1.35/fail/bad.yaml`,
  ]);
  for (const pod of pods) {
    const path = join(made, "test/testdata", pod);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, `kind: Pod\nmetadata: { name: ${pod.split("/")[3]!.replace(".yaml", "")} }\n`);
  }
  return made;
}

test("finds a pod that Kubernetes refuses and we do not, and one that we alone refuse", async () => {
  const bin = folder();
  const kyverno = join(bin, "kyverno");
  // It refuses whatever is called good.
  const refused = '{"result":"fail","resources":[{"name":"good"}]}';
  writeProgram(
    kyverno,
    `/bin/cat pods/0.yaml | /bin/grep -q good && echo '{"results":[${refused}]}' || echo '{"results":[]}'`,
  );
  machineWith({ go: `echo '{"Dir": "${module()}"}'` });

  expect(await judgeStandardPods(kyverno, join(bin, "scratch"), new AbortController().signal)).toEqual({
    pods: 4,
    findings: [
      "baseline: Kubernetes lets in its pod good, and our policies do not",
      "baseline: Kubernetes refuses its pod bad, and our policies do not",
      "restricted: Kubernetes lets in its pod good, and our policies do not",
      "restricted: Kubernetes refuses its pod bad, and our policies do not",
    ],
  });
});

test("says that the pods were not judged where Go does not bring them", async () => {
  machineWith({});

  expect(await judgeStandardPods("kyverno", folder(), new AbortController().signal)).toEqual({
    pods: 0,
    findings: [],
    notChecked: "pods of the Pod Security Standards: Go, which brings them, was not found",
  });
});
