import { allow, exec, READ, WRITE } from "../access/access-levels";
import type { AccessRule } from "../access/access-levels-schema";
import { tenantRole } from "../../names/tenant-names";

const WORKLOADS = ["deployments", "statefulsets", "daemonsets", "replicasets"];

/** Objects that every role reads. Policies and bounds are among them, so that a team sees what refuses its pods. */
const look = [
  allow(
    READ,
    [""],
    [
      "pods",
      "pods/log",
      "services",
      "configmaps",
      "endpoints",
      "events",
      "persistentvolumeclaims",
      "serviceaccounts",
      "limitranges",
      "resourcequotas",
    ],
  ),
  allow(READ, ["apps"], WORKLOADS),
  allow(READ, ["batch"], ["jobs", "cronjobs"]),
  allow(READ, ["autoscaling"], ["horizontalpodautoscalers"]),
  allow(READ, ["policy"], ["poddisruptionbudgets"]),
  allow(READ, ["networking.k8s.io"], ["ingresses", "networkpolicies"]),
  allow(READ, ["rbac.authorization.k8s.io"], ["rolebindings"]),
  allow(READ, ["monitoring.coreos.com"], ["podmonitors", "prometheusrules", "servicemonitors"]),
];

/** Objects of an application. Network policies, quotas and rights are the platform's to change. */
const change = [
  allow(WRITE, [""], ["pods", "services", "configmaps", "persistentvolumeclaims", "serviceaccounts"]),
  allow(WRITE, ["apps"], ["deployments", "deployments/scale", "statefulsets", "statefulsets/scale"]),
  allow(WRITE, ["batch"], ["jobs", "cronjobs"]),
  allow(WRITE, ["autoscaling"], ["horizontalpodautoscalers"]),
  allow(WRITE, ["policy"], ["poddisruptionbudgets"]),
  allow(WRITE, ["networking.k8s.io"], ["ingresses"]),
  allow(WRITE, ["monitoring.coreos.com"], ["podmonitors", "prometheusrules", "servicemonitors"]),
];

/** Secrets of the namespace, among them Helm's records of its releases. */
const secrets = allow(WRITE, [""], ["secrets"]);

/**
 * Rights of the roles that tenants give, by the name of the ClusterRole. Kubernetes's own `edit` and `admin` change network
 * policies and bind roles, by which one side alone could let a tenant into another's network.
 */
export const TENANT_ROLES: Readonly<Record<string, readonly AccessRule[]>> = {
  [tenantRole("view")]: look,
  [tenantRole("edit")]: [...look, ...change, exec, allow(["create"], [""], ["pods/portforward"])],
  [tenantRole("admin")]: [...look, ...change, secrets, exec, allow(["create"], [""], ["pods/portforward"])],
  [tenantRole("deployer")]: [...look, ...change, secrets],
};
