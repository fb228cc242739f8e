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

/** Levels of access of GOV.UK. `access/` says who has them. */
export const accessLevels: OrganisationSettings["accessLevels"] = {
  fulladmin: ADMINISTRATOR,
  platformengineer: ADMINISTRATOR,
  tempadmin: ADMINISTRATOR,

  developer: {
    policy: "AmazonEKSAdminPolicy",
    namespaces: ["apps", "licensify"],
    clusterRules: [...readWorkloads, allow(READ, [""], ["secrets"])],
    namespaceRules: [pods(WRITE), jobs(WRITE), exec, jobRequests([...READ, "create"])],
  },

  licensinguser: {
    policy: "AmazonEKSAdminPolicy",
    namespaces: ["licensify"],
    clusterRules: [readNamespaces],
    namespaceRules: [pods(READ), jobs(READ), exec],
  },

  dguengineer: {
    policy: "AmazonEKSAdminPolicy",
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
    clusterRules: [...readWorkloads, allow(["list"], [""], ["secrets"])],
    namespaceRules: [jobRequests(READ)],
  },
};
