import {
  ADMINISTRATOR,
  allow,
  exec,
  jobs,
  pods,
  READ,
  readNamespaces,
  readWorkloads,
  WRITE,
} from "../settings/access/access-levels";
import type { OrganisationSettings } from "../settings/organisation/schema";

/** Objects that developers make to have a job run for them, and that others review. */
const jobRequests = (verbs: readonly string[]) =>
  allow(verbs, ["platform.publishing.service.gov.uk"], ["jobrequests", "jobrequestreviews"]);

/**
 * Levels of access of GOV.UK. `access/` says who has them.
 *
 * They differ from those of the real platform, where developers and readers see Secrets of every namespace, and the
 * policies of EKS let levels change Secrets, network policies and Roles: each was a way to the whole cluster.
 */
export const accessLevels: OrganisationSettings["accessLevels"] = {
  fulladmin: ADMINISTRATOR,
  platformengineer: ADMINISTRATOR,
  tempadmin: ADMINISTRATOR,

  developer: {
    namespaces: ["apps", "licensify"],
    clusterRules: readWorkloads,
    namespaceRules: [
      pods(WRITE),
      jobs(WRITE),
      exec,
      allow(READ, [""], ["secrets"]),
      jobRequests([...READ, "create"]),
    ],
  },

  licensinguser: {
    namespaces: ["licensify"],
    clusterRules: [readNamespaces],
    namespaceRules: [pods(READ), jobs(READ), exec],
  },

  dguengineer: {
    namespaces: ["datagovuk"],
    clusterRules: [readNamespaces],
    namespaceRules: [pods(WRITE), jobs(WRITE), exec],
  },

  ithctester: {
    policy: "AmazonEKSViewPolicy",
    clusterRules: [
      ...readWorkloads,
      allow(READ, ["argoproj.io", "external-secrets.io"], ["*"]),
      allow(["get", "list"], ["rbac.authorization.k8s.io"], ["clusterroles"]),
    ],
    namespaceRules: [],
  },

  readonly: {
    policy: "AmazonEKSViewPolicy",
    namespaces: ["apps", "licensify"],
    clusterRules: readWorkloads,
    namespaceRules: [jobRequests(READ)],
  },
};
