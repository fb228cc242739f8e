import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeProgram } from "../../../../__tests__/support/fake-programs";
import { type Judged, judgePods } from "../../../checks/kyverno/judge";

const scratch = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "judge-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};

const JUDGED: Judged = {
  policies: [{ kind: "ValidatingPolicy" }],
  exceptions: [{ kind: "PolicyException" }, { kind: "PolicyException" }],
  pods: [{ kind: "Pod" }],
  namespaces: { apps: { "example.org/level": "restricted" } },
};

const judge = async (script: string) => {
  const folder = scratch();
  const kyverno = join(folder, "kyverno");
  writeProgram(kyverno, script);
  return { folder, judgement: await judgePods(JUDGED, kyverno, folder, new AbortController().signal) };
};

const row = (result: string) =>
  JSON.stringify({
    result,
    policy: "disallow-host-path",
    message: "pod: expected no path",
    resources: [{ kind: "Pod", namespace: "apps", name: "website" }],
  });

test("finds what a policy refuses, and what one cannot judge", async () => {
  const report = `{"results":[${row("fail")},${row("error")},${row("pass")},${row("skip")}]}`;
  const { judgement } = await judge(`echo 'Applying'; echo '${report}'; exit 1`);
  const refusal = {
    namespace: "apps",
    pod: "website",
    policy: "disallow-host-path",
    message: "pod: expected no path",
  };

  expect(judgement).toEqual({ judged: 1, refusals: [refusal, refusal] });
});

test("does not take silence for consent", async () => {
  const { judgement } = await judge('echo "Error: no such policy" >&2; exit 1');

  expect(judgement).toEqual({ problem: "Error: no such policy" });
});

test("tells Kyverno of exceptions, and of the labels of namespaces", async () => {
  const { folder } = await judge('echo "$@" > arguments');

  expect(readFileSync(join(folder, "arguments"), "utf8")).toContain(`--exception ${folder}/exceptions.yaml`);
  expect(readFileSync(join(folder, "exceptions.yaml"), "utf8").split("\n---\n")).toHaveLength(2);
  expect(JSON.parse(readFileSync(join(folder, "values/0.yaml"), "utf8"))).toMatchObject({
    namespaceSelector: [{ name: "apps", labels: { "example.org/level": "restricted" } }],
  });
});
