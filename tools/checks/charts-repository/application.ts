import { isMap, textOf } from "../../terraform-json/json-map";
import { at, type KubernetesObject, listAt } from "../charts/objects";

/** Address of a repository as Argo CD compares it: SSH's two forms are one, and case and `.git` say nothing. */
export const normalised = (url: string): string =>
  url
    .trim()
    .toLowerCase()
    .replace(/\.git$/, "")
    .replace(/^(?:ssh:\/\/)?([^/:@]+@[^/:]+):(?!\/)/, "$1/")
    .replace(/^ssh:\/\//, "");

/** Sources of an Application, one or several. */
export const sourcesOf = (application: KubernetesObject) =>
  (at(application, "spec", "source") === undefined
    ? listAt(application, "spec", "sources")
    : [at(application, "spec", "source")!]
  ).filter(isMap);

export const destinationOf = (application: KubernetesObject): string =>
  textOf(at(application, "spec", "destination", "namespace"));

export const groupOf = ({ apiVersion }: Pick<KubernetesObject, "apiVersion">): string =>
  apiVersion.includes("/") ? apiVersion.split("/")[0]! : "";

/** Kinds outside namespaces that charts of applications may have. */
const CLUSTER_KINDS = new Set([
  "APIService",
  "ClusterPolicy",
  "ClusterRole",
  "ClusterRoleBinding",
  "ClusterSecretStore",
  "CustomResourceDefinition",
  "IngressClass",
  "MutatingWebhookConfiguration",
  "Namespace",
  "PersistentVolume",
  "PriorityClass",
  "StorageClass",
  "ValidatingWebhookConfiguration",
]);

export const isNamespaced = ({ kind }: KubernetesObject): boolean => !CLUSTER_KINDS.has(kind);

/** Namespace that Argo CD puts an object of an Application into; none for a kind outside namespaces. */
export const namespaceOf = (object: KubernetesObject, application: KubernetesObject): string =>
  isNamespaced(object) ? textOf(object.metadata.namespace ?? destinationOf(application)) : "";
