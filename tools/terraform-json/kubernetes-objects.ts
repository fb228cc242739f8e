import type { Json } from "../../src/output/leaves";
import { asMap, isList, isMap, type JsonMap } from "./json-map";

/** Kind of Kubernetes objects. */
export interface ObjectKind {
  readonly apiVersion: string;
  readonly kind: string;
}

const RBAC = "rbac.authorization.k8s.io/v1";

/** Kinds that Terraform's provider for Kubernetes makes, by type of resource, those first that others need. */
export const OBJECT_KINDS: Readonly<Record<string, ObjectKind>> = {
  kubernetes_namespace_v1: { apiVersion: "v1", kind: "Namespace" },
  kubernetes_resource_quota_v1: { apiVersion: "v1", kind: "ResourceQuota" },
  kubernetes_limit_range_v1: { apiVersion: "v1", kind: "LimitRange" },
  kubernetes_service_account_v1: { apiVersion: "v1", kind: "ServiceAccount" },
  kubernetes_network_policy_v1: { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy" },
  kubernetes_cluster_role_v1: { apiVersion: RBAC, kind: "ClusterRole" },
  kubernetes_role_v1: { apiVersion: RBAC, kind: "Role" },
  kubernetes_cluster_role_binding_v1: { apiVersion: RBAC, kind: "ClusterRoleBinding" },
  kubernetes_role_binding_v1: { apiVersion: RBAC, kind: "RoleBinding" },
};

/** Blocks whose name in Terraform is the singular of the object's field. */
const PLURALS: Readonly<Record<string, string>> = {
  limit: "limits",
  match_expression: "matchExpressions",
  rule: "rules",
  subject: "subjects",
};

/** Arguments whose keys are data, and not names of fields. */
const DATA = new Set([
  ...["annotations", "labels", "match_labels", "hard"],
  ...["default", "default_request", "max", "max_limit_request_ratio", "min"],
]);

/** Arguments of Terraform itself. */
const OF_TERRAFORM = new Set(["//", "depends_on", "lifecycle", "provider", "timeouts"]);

/** Object that a resource of Terraform's provider for Kubernetes makes. */
export const objectOf = ({ apiVersion, kind }: ObjectKind, block: JsonMap): JsonMap => ({
  apiVersion,
  kind,
  ...asMap(fieldsOf(block)),
});

function fieldsOf(value: Json): Json {
  if (isList(value)) {
    return value.map(fieldsOf);
  }
  if (!isMap(value)) {
    return value;
  }
  const entries = Object.entries(value).filter(([key]) => !OF_TERRAFORM.has(key));
  return Object.fromEntries(entries.map(([key, below]) => [fieldOf(key), valueOf(key, below)]));
}

const fieldOf = (key: string): string =>
  PLURALS[key] ?? key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function valueOf(key: string, value: Json): Json {
  // A port is a number or a name. Terraform has one type for both.
  if (key === "port" && typeof value === "string" && /^\d+$/.test(value)) {
    return Number(value);
  }
  return DATA.has(key) ? value : fieldsOf(value);
}
