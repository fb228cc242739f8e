import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { POLICIES } from "../../../src/addons/gatekeeper/policies";
import { MADE_BY_ARGO_CD } from "../../../src/addons/gatekeeper/policies/argo-cd-account";
import { constraintTemplate } from "../../../src/addons/gatekeeper/template";
import { runProcess } from "../../kit/run-process";
import { textOf } from "../../terraform-json/json-map";
import type { KubernetesObject } from "../charts/objects";
import { judgedObjects } from "../policies/judged-objects";
import { destinationOf } from "./application";
import type { PlatformCluster } from "./platform-cluster";
import type { RenderedApplication } from "./rendered-application";

/** Gatekeeper's own tool, and a folder for objects. */
export interface Judge {
  readonly gator: string;
  readonly scratch: string;
  readonly signal: AbortSignal;
}

/** Refusal as gator prints it. */
interface Violation {
  readonly msg: string;
  readonly violatingObject: KubernetesObject;
  readonly constraint: { readonly metadata: { readonly name: string } };
}

/** Policies as they judge Argo CD: gator says of no object who makes it. */
const TEMPLATES = Object.values(POLICIES).map((policy) =>
  constraintTemplate({ ...policy, rego: policy.rego.replace(MADE_BY_ARGO_CD, "made_by_argo_cd := true\n") }),
);

/** Objects of applications that policies of a cluster refuse, by the application's name. */
export async function refusedObjects(
  applications: readonly RenderedApplication[],
  { constraints, namespaces }: Pick<PlatformCluster, "constraints" | "namespaces">,
  { gator, scratch, signal }: Judge,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const judged = applications.map(({ name, application, objects }) => ({
    name,
    objects: judgedObjects([{ release: { namespace: destinationOf(application) }, objects }]),
  }));
  const denying = constraints.filter(({ spec }) =>
    JSON.stringify(spec).includes('"enforcementAction":"deny"'),
  );
  mkdirSync(scratch, { recursive: true });
  const surroundings = Object.entries(namespaces).map(([name, labels]) => namespace(name, labels));
  [...TEMPLATES, ...denying, ...surroundings, ...judged.flatMap(({ objects }) => objects)].forEach(
    (object, index) => writeFileSync(join(scratch, `${index}.yaml`), JSON.stringify(object)),
  );

  const { stdout, stderr } = await runProcess([gator, "test", "--output", "json", "--filename", scratch], {
    cwd: scratch,
    signal,
  });
  const violations = violationsIn(stdout, stderr);
  return new Map(
    judged.map(({ name, objects }) => {
      const own = new Set(objects.map((object) => placeOf(object as KubernetesObject)));
      return [name, problemsIn(violations.filter((one) => own.has(placeOf(one.violatingObject))))];
    }),
  );
}

/** Namespace of the platform: constraints select those of products by their labels. */
const namespace = (name: string, labels: Readonly<Record<string, string>>): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name, labels },
});

/** @throws if gator printed no violations: it did not judge */
function violationsIn(stdout: string, stderr: string): readonly Violation[] {
  try {
    return (JSON.parse(stdout) ?? []) as Violation[];
  } catch {
    throw new Error(`gator judged nothing: ${(stderr || stdout).trim().slice(0, 500)}`);
  }
}

const placeOf = ({ kind, metadata }: KubernetesObject): string =>
  [kind, textOf(metadata.namespace ?? ""), textOf(metadata.name)].join(" ");

const problemsIn = (violations: readonly Violation[]): string[] => [
  ...new Set(violations.map(({ constraint, msg }) => `${constraint.metadata.name}: ${msg}`)),
];
