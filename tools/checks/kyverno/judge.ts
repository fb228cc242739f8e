import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../../../src/output/leaves";
import { lastLine } from "../../kit/retried";
import { runProcess } from "../../kit/run-process";
import { asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";

/** Everything that Kyverno judges by, and the pods that it judges. */
export interface Judged {
  readonly policies: readonly object[];
  readonly exceptions: readonly object[];
  readonly pods: readonly object[];

  /** Labels of namespaces, by name. */
  readonly namespaces: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Pod that a policy refuses, or cannot judge. */
export interface Refusal {
  readonly namespace: string;
  readonly pod: string;
  readonly policy: string;
  readonly message: string;
}

/** Judgement of Kyverno, or the reason why it gave none. */
export type Judgement =
  { readonly refusals: readonly Refusal[]; readonly judged: number } | { readonly problem: string };

/**
 * Has Kyverno judge pods as it would in a cluster.
 *
 * @param scratch - folder of its own
 * @see https://kyverno.io/docs/kyverno-cli/reference/kyverno_apply/
 */
export async function judgePods(
  { policies, exceptions, pods, namespaces }: Judged,
  kyverno: string,
  scratch: string,
  signal: AbortSignal,
): Promise<Judgement> {
  const values = {
    apiVersion: "cli.kyverno.io/v1alpha1",
    kind: "Values",
    metadata: { name: "namespaces" },
    namespaceSelector: Object.entries(namespaces).map(([name, labels]) => ({ name, labels })),
  };
  const files = [written(scratch, "policies", policies), written(scratch, "pods", pods)] as const;
  const exceptionsFile = join(scratch, "exceptions.yaml");
  // It reads exceptions from files alone.
  writeFileSync(exceptionsFile, exceptions.map((one) => JSON.stringify(one)).join("\n---\n"));
  const { stdout, stderr } = await runProcess(
    [
      ...[kyverno, "apply", files[0], "--resource", files[1]],
      ...(exceptions.length === 0 ? [] : ["--exception", exceptionsFile]),
      ...["--values-file", join(written(scratch, "values", [values]), "0.yaml")],
      ...["--policy-report", "--output-format", "json", "--remove-color"],
    ],
    { cwd: scratch, signal },
  );
  const report = reportIn(stdout);
  return report === undefined ? { problem: lastLine(stderr || stdout) } : judgementIn(report);
}

/** Writes objects into a folder, each as a file. */
function written(scratch: string, name: string, objects: readonly object[]): string {
  const folder = join(scratch, name);
  mkdirSync(folder, { recursive: true });
  objects.forEach((object, index) => writeFileSync(join(folder, `${index}.yaml`), JSON.stringify(object)));
  return folder;
}

/** Report on one line, among others for people. */
function reportIn(output: string): JsonMap | undefined {
  const line = output.split("\n").find((one) => one.startsWith("{"));
  return line === undefined ? undefined : asMap(JSON.parse(line) as Json);
}

function judgementIn({ results }: JsonMap): Judgement {
  const rows = Array.isArray(results) ? results.filter(isMap) : [];
  const found = rows.map((row) => ({ row, pod: podOf(row) }));
  return {
    judged: new Set(found.map(({ pod }) => `${textOf(pod.namespace)}/${textOf(pod.name)}`)).size,
    refusals: found
      .filter(({ row: { result } }) => result !== "pass" && result !== "skip")
      .map(({ pod, row: { policy, message } }) => ({
        namespace: textOf(pod.namespace),
        pod: textOf(pod.name),
        policy: textOf(policy),
        message: textOf(message),
      })),
  };
}

function podOf({ resources }: JsonMap): JsonMap {
  const pod = Array.isArray(resources) ? resources.find(isMap) : undefined;
  return pod ?? {};
}
