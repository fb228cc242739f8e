import { NAMESPACES } from "../../../config/namespaces";
import { textOf } from "../../changes/json-map";
import { nameOf } from "../objects";
import type { Rule } from "../rendered";

const DECLARED = new Set([...Object.keys(NAMESPACES), "kube-system"]);

/** Every object is in a namespace that the platform makes, or Kubernetes' own; no chart makes another. */
export const declaredNamespaces: Rule = ({ release, objects }) =>
  objects.flatMap((object) => {
    const { kind, metadata } = object;
    const namespace = textOf(
      kind === "Namespace" ? metadata.name : (metadata.namespace ?? release.namespace),
    );
    return DECLARED.has(namespace)
      ? []
      : [
          `${nameOf(object)}: expected a namespace of src/config/namespaces.ts, got ${namespace}; keep it in ${release.namespace}`,
        ];
  });
