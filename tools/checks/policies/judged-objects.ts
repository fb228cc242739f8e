import { EXEMPT_NAMESPACES } from "../../../src/addons/gatekeeper/objects";
import { POLICIES } from "../../../src/addons/gatekeeper/policies";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { at, type KubernetesObject } from "../charts/objects";
import type { Rendered } from "../charts/rendered";

/** Objects of a release, with the namespace of those that name none. */
export interface InstalledObjects extends Pick<Rendered, "objects"> {
  readonly release: Pick<Rendered["release"], "namespace">;
}

/** Objects of releases as Gatekeeper would judge them: policies, objects and the pods made from them. */
export const judgedObjects = (rendered: readonly InstalledObjects[]): JsonMap[] =>
  rendered.flatMap(({ release: { namespace }, objects }) =>
    objects
      .flatMap((object) => (isPolicy(object) ? [object] : judged(object, namespace)))
      .filter((object) => JUDGED.has(object.kind) || isPolicy(object)),
  );

/** Pods that workloads of releases make, where any engine looks at them. */
export const podsIn = (rendered: readonly InstalledObjects[]): KubernetesObject[] =>
  rendered.flatMap(({ release: { namespace }, objects }) =>
    objects.flatMap((object) => judged(object, namespace)).filter(({ kind }) => kind === "Pod"),
  );

function judged(object: KubernetesObject, namespace: string): KubernetesObject[] {
  const placed = { ...object, metadata: { namespace, ...object.metadata } };
  return EXEMPT_NAMESPACES.includes(textOf(placed.metadata.namespace)) ? [] : [placed, ...podOf(placed)];
}

const isPolicy = ({ apiVersion }: KubernetesObject): boolean =>
  /^(templates|constraints)\.gatekeeper\.sh\//.test(apiVersion);

/** Kinds that policies are about. */
const JUDGED = new Set(
  Object.values(POLICIES).flatMap(({ matches }) => matches.flatMap(({ kinds }) => kinds)),
);

/** Pod that a workload makes. */
function podOf({ kind, metadata, ...object }: KubernetesObject): KubernetesObject[] {
  const template = at(object, "spec", ...(kind === "CronJob" ? ["jobTemplate", "spec"] : []), "template");
  if (!isMap(template) || !isMap(template.spec)) {
    return [];
  }
  return [
    {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: `${String(metadata.name)}-pod`, namespace: metadata.namespace ?? "" },
      spec: template.spec,
    },
  ];
}
