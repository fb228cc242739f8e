import { EKS_ARGO_CD_NAMESPACE, namespaceNamesOn } from "../../../../src/settings/namespaces/namespaces";
import { textOf } from "../../../terraform-json/json-map";
import { nameOf } from "../objects";
import type { Rule } from "../rendered";

/** A release and its objects are in namespaces that the platform makes, or EKS and Kubernetes; no chart makes another. */
export const declaredNamespaces: Rule = ({ release, objects }, environment) => {
  const declared = [
    ...namespaceNamesOn(environment),
    "kube-system",
    ...(environment.cluster.gitops === "eks-argo-cd" ? [EKS_ARGO_CD_NAMESPACE] : []),
  ];
  const used = objects.flatMap((object) => {
    const { kind, metadata } = object;
    const namespace = kind === "Namespace" ? metadata.name : metadata.namespace;
    return namespace === undefined ? [] : [{ what: nameOf(object), namespace: textOf(namespace) }];
  });
  return [{ what: "the release", namespace: release.namespace }, ...used]
    .filter(({ namespace }) => !declared.includes(namespace))
    .map(
      ({ what, namespace }) =>
        `${what}: expected a namespace of the platform or of organisation.namespaces, got ${namespace}; declare it there, or use another`,
    );
};
