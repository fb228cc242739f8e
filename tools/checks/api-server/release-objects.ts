import type { Json } from "../../../src/output/leaves";
import { asList, asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { at, type KubernetesObject } from "../charts/objects";
import type { Rendered } from "../charts/rendered";
import type { TriedObject } from "./tried-object";

/**
 * Kinds that the API server would turn to a controller for, and none runs here: after them it refuses
 * everything that it cannot ask about.
 */
const ASKS_CONTROLLERS = new Set([
  "MutatingWebhookConfiguration",
  "ValidatingWebhookConfiguration",
  "APIService",
]);

/** Objects of a release, each in its namespace. */
export const releaseObjects = ({ release, objects }: Rendered): TriedObject[] =>
  objects
    .filter(({ kind }) => !ASKS_CONTROLLERS.has(kind))
    .map((object) => ({
      place: release.address,
      object: inNamespace(object, release.namespace),
      isCompared: false,
    }));

const inNamespace = (object: KubernetesObject, namespace: string): KubernetesObject => ({
  ...object,
  metadata: { namespace, ...object.metadata },
});

/** Pod that a workload makes. */
export function podOf({ place, object }: TriedObject): TriedObject[] {
  const jobTemplate = object.kind === "CronJob" ? ["jobTemplate", "spec"] : [];
  const template = at(object, "spec", ...jobTemplate, "template");
  if (!isMap(template) || !WORKLOADS.has(textOf(object.kind))) {
    return [];
  }
  const { name, namespace = "" } = object.metadata as JsonMap;
  const metadata = {
    ...(template.metadata as JsonMap | undefined),
    name: `${textOf(name).slice(0, 50)}-pod`,
    namespace,
  };
  const spec = withClaims(asMap(template.spec), at(object, "spec", "volumeClaimTemplates"));
  const pod = { apiVersion: "v1", kind: "Pod", metadata, spec };
  return [
    { place: `${place} pod of ${textOf(object.kind)} ${textOf(name)}`, object: pod, isCompared: false },
  ];
}

/** Specification of a pod with the volumes that a StatefulSet adds for its claims. */
function withClaims(spec: JsonMap, claims: Json | undefined): JsonMap {
  const volumes = asList(claims)
    .map((claim) => textOf(asMap(asMap(claim).metadata).name))
    .map((name) => ({ name, persistentVolumeClaim: { claimName: name } }));
  return volumes.length === 0 ? spec : { ...spec, volumes: [...asList(spec.volumes), ...volumes] };
}

const WORKLOADS = new Set(["CronJob", "DaemonSet", "Deployment", "Job", "ReplicaSet", "StatefulSet"]);
