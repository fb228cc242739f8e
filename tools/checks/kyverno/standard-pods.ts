import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { CONTROL_NAMES, CONTROLS, controlPolicy } from "../../../src/addons/kyverno/pod-security/policies";
import type { Json } from "../../../src/output/leaves";
import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { goModule } from "../../toolbox/go-module";
import { judgePods } from "./judge";

/** Go module of the API server's own check, with pods that each level lets in and refuses. */
const MODULE = "k8s.io/pod-security-admission";
const PODS = "test/testdata";

/** Pods that ours refuses though their level lets them in, with the reason. */
const STRICTER: Readonly<Record<string, string>> = {
  procmount1: "in a user namespace of its own, which no pod of ours has",
};

export interface StandardJudgement {
  readonly pods: number;
  readonly findings: readonly string[];

  /** @default - every pod was judged */
  readonly notChecked?: string;
}

/** Has our policies judge the pods with which Kubernetes tests its own check. */
export async function judgeStandardPods(
  kyverno: string,
  scratch: string,
  signal: AbortSignal,
): Promise<StandardJudgement> {
  const module = await goModule("pod-security-pods", MODULE, signal);
  if ("missing" in module) {
    return { pods: 0, findings: [], notChecked: `pods of the Pod Security Standards: ${module.missing}` };
  }
  const levels = await Promise.all(
    (["baseline", "restricted"] as const).flatMap((level) =>
      (["pass", "fail"] as const).map(async (outcome) => {
        const pods = podsIn(newest(join(module.folder, PODS, level)), outcome);
        const judgement = await judgePods(
          {
            policies: CONTROL_NAMES.filter(
              (name) => level === "restricted" || CONTROLS[name].level === level,
            ).map((name) => controlPolicy(name, true)),
            exceptions: [],
            pods,
            namespaces: { [NAMESPACE]: LABELS },
          },
          kyverno,
          join(scratch, `${level}-${outcome}`),
          signal,
        );
        if ("problem" in judgement) {
          return { pods: 0, findings: [`${level}: Kyverno judged nothing: ${judgement.problem}`] };
        }
        const refused = new Set(judgement.refusals.map(({ pod }) => pod));
        return {
          pods: pods.length,
          findings: pods
            .map(nameOf)
            .filter((name) => refused.has(name) === (outcome === "pass"))
            .filter((name) => !(outcome === "pass" && level === "baseline" && Object.hasOwn(STRICTER, name)))
            .map((name) => `${level}: Kubernetes ${VERBS[outcome]} its pod ${name}, and our policies do not`),
        };
      }),
    ),
  );
  return {
    pods: levels.reduce((sum, { pods }) => sum + pods, 0),
    findings: levels.flatMap(({ findings }) => findings),
  };
}

const VERBS = { pass: "lets in", fail: "refuses" } as const;

const NAMESPACE = "apps";

const LABELS = Object.fromEntries(
  ["enforce", "audit"].map((mode) => [`pod-security.kubernetes.io/${mode}`, "restricted"]),
);

const nameOf = (pod: JsonMap): string => textOf(asMap(pod.metadata).name);

/** Folder of the newest minor of Kubernetes. */
function newest(folder: string): string {
  const minors = readdirSync(folder).map((name) => Number(name.replace("v1.", "")));
  return join(folder, `v1.${Math.max(...minors)}`);
}

const podsIn = (folder: string, outcome: string): JsonMap[] =>
  readdirSync(join(folder, outcome)).map((file) => {
    const pod = asMap(load(readFileSync(join(folder, outcome, file), "utf8")) as Json);
    return { ...pod, metadata: { ...asMap(pod.metadata), namespace: NAMESPACE } };
  });
