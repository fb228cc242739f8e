import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { type KubernetesObject, listAt, mapAt } from "./objects";

/** A kind that the cluster knows once its CRD is installed. */
export interface CustomKind {
  readonly apiVersion: string;
  readonly kind: string;

  /** Object that brings it, which is the key of its compiled schema. */
  readonly broughtBy: KubernetesObject;
  readonly schema: JsonMap;
}

/** Kinds that objects bring: CRDs, and the templates from which Gatekeeper makes CRDs. */
export const customKindsIn = (objects: readonly KubernetesObject[]): CustomKind[] =>
  objects.flatMap(broughtBy);

/** Kinds in the form in which charts ask for them. */
export const apiVersionsOf = (kinds: readonly CustomKind[]): string[] =>
  [...new Set(kinds.flatMap(({ apiVersion, kind }) => [apiVersion, `${apiVersion}/${kind}`]))].sort();

function broughtBy(object: KubernetesObject): CustomKind[] {
  if (object.kind === "ConstraintTemplate") {
    return [constraintOf(object)];
  }
  if (object.kind !== "CustomResourceDefinition") {
    return [];
  }
  const spec = mapAt(object, "spec");
  return listAt(spec, "versions")
    .filter(isMap)
    .filter(({ served }) => served === true)
    .map((version) => ({
      apiVersion: `${textOf(spec.group)}/${textOf(version.name)}`,
      kind: textOf(mapAt(spec, "names").kind),
      broughtBy: object,
      schema: mapAt(version, "schema", "openAPIV3Schema"),
    }));
}

const ANYTHING: JsonMap = { "x-kubernetes-preserve-unknown-fields": true };

/** @see https://open-policy-agent.github.io/gatekeeper/website/docs/constrainttemplates */
function constraintOf(template: KubernetesObject): CustomKind {
  const crd = mapAt(template, "spec", "crd", "spec");
  const properties = {
    enforcementAction: { type: "string" },
    match: ANYTHING,
    parameters: mapAt(crd, "validation", "openAPIV3Schema"),
  };
  return {
    apiVersion: "constraints.gatekeeper.sh/v1beta1",
    kind: textOf(mapAt(crd, "names").kind),
    broughtBy: template,
    schema: { type: "object", properties: { spec: { type: "object", properties } } },
  };
}
