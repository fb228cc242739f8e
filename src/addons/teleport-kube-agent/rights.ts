import type { Manifest } from "../../constructs/manifests";
import { TELEPORT_ACCOUNT, TELEPORT_USER } from "../../names/teleport-names";

/** ClusterRole of the agent, and its binding. */
const SPEAKER = "teleport-speaker";

const API = "rbac.authorization.k8s.io";

/** Group of everyone whom Kubernetes knows. Teleport adds it to every request: kubectl asks for kinds by it. */
const EVERYONE = "system:authenticated";

/**
 * Rights to speak for one user without rights, in groups of access levels. No group of Kubernetes itself is among them, and no service
 * account: the chart's own rights are for all of them. The rest is as upstream has it.
 *
 * @see https://goteleport.com/docs/enroll-resources/kubernetes-access/controls/
 */
export const rightsOf = (namespace: string, levels: readonly string[]): Manifest[] => [
  {
    apiVersion: `${API}/v1`,
    kind: "ClusterRole",
    metadata: { name: SPEAKER },
    rules: [
      { apiGroups: [""], resources: ["users"], resourceNames: [TELEPORT_USER], verbs: ["impersonate"] },
      {
        apiGroups: [""],
        resources: ["groups"],
        resourceNames: [...levels, EVERYONE],
        verbs: ["impersonate"],
      },
      { apiGroups: [""], resources: ["pods"], verbs: ["get"] },
      { apiGroups: ["authorization.k8s.io"], resources: ["selfsubjectaccessreviews"], verbs: ["create"] },
    ],
  },
  {
    apiVersion: `${API}/v1`,
    kind: "ClusterRoleBinding",
    metadata: { name: SPEAKER },
    roleRef: { apiGroup: API, kind: "ClusterRole", name: SPEAKER },
    subjects: [{ kind: "ServiceAccount", name: TELEPORT_ACCOUNT, namespace }],
  },
];
