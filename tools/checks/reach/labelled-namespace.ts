import { type JsonMap, textOf } from "../../terraform-json/json-map";
import type { Namespace } from "./inventory";

/** Label of namespaces that Argo CD is told to manage. */
const MANAGED = "argocd.argoproj.io/managed-by";

/**
 * Namespace with labels. It is one of applications if Argo CD manages it, or if the platform calls it so: a product whose
 * workflows deploy has no label of Argo CD.
 */
export const labelledNamespace = (name: string, labels: JsonMap): Namespace => ({
  name,
  tenant:
    labels[MANAGED] !== undefined ||
    Object.entries(labels).some(([key, value]) => key.endsWith("/namespace") && value === "applications"),
  podSecurity: ["baseline", "restricted"].includes(textOf(labels["pod-security.kubernetes.io/enforce"])),
});
