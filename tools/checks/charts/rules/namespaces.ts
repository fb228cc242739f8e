import { NAMESPACES } from "../../../../src/settings/namespaces/namespaces";
import { textOf } from "../../../terraform-json/json-map";
import { nameOf } from "../objects";
import type { Rule } from "../rendered";

const DECLARED = new Set([...Object.keys(NAMESPACES), "kube-system"]);

/**
 * Refuses releases and objects in namespaces that neither the platform nor Kubernetes makes, and charts that
 * make one.
 */
export const declaredNamespaces: Rule = ({ release, objects }) => {
  const used = objects.flatMap((object) => {
    const { kind, metadata } = object;
    const namespace = kind === "Namespace" ? metadata.name : metadata.namespace;
    return namespace === undefined ? [] : [{ what: nameOf(object), namespace: textOf(namespace) }];
  });
  return [{ what: "the release", namespace: release.namespace }, ...used]
    .filter(({ namespace }) => !DECLARED.has(namespace))
    .map(
      ({ what, namespace }) =>
        `${what}: expected a namespace of src/settings/namespaces/namespaces.ts, got ${namespace}; declare it there, or use another`,
    );
};
