import type { AcceptedFinding } from "./accepted-finding";

/** Rights in the Kubernetes API. */
export const API_RIGHTS: readonly AcceptedFinding[] = [
  {
    check: "CKV2_K8S_5",
    on: ["kube-prometheus-stack: RoleBinding/kube-prometheus-stack-admission"],
    reason:
      "The job of the operator's webhook writes one Secret of its own namespace; it is gone after the installation.",
    until: "2027-05-31",
  },
  {
    check: "CKV2_K8S_5",
    on: ["teleport-kube-agent: RoleBinding/teleport-kube-agent"],
    reason:
      "It keeps its identity in Secrets whose names end in those of its pods, and its namespace has no others.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_155",
    on: [
      "external-secrets: ClusterRole/external-secrets-cert-controller",
      "gatekeeper: ClusterRole/gatekeeper-manager-role",
      "kube-prometheus-stack: ClusterRole/kube-prometheus-stack-admission",
      "argo-cd: ClusterRole/argocd-application-controller",
      "argo-cd: ClusterRole/argocd-server",
      "kyverno: ClusterRole/kyverno:admission-controller:core",
    ],
    reason:
      "They keep certificates of their own webhooks; Argo CD makes what applications consist of, which its projects bound.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_155",
    on: ["cert-manager: ClusterRole/cert-manager-cainjector"],
    reason:
      "It writes the authority of certificates into webhooks, cert-manager's own first; its chart gives this right no names.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_49",
    on: [
      "kube-prometheus-stack: ClusterRole/kube-prometheus-stack-operator",
      "argo-cd: ClusterRole/argocd-application-controller",
      "argo-cd: ClusterRole/argocd-server",
      "dex: Role/dex",
      "kyverno: ClusterRole/kyverno:migrate-resources",
    ],
    reason:
      "Roles that charts bring: operators make workloads everywhere, Dex owns its group, projects bound Argo CD.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_49",
    on: ["velero-rights: ClusterRole/velero-reader"],
    reason:
      "It copies objects of every kind, which it may only read; it writes those of its own group, and others only while a restore goes on.",
    until: "2027-05-31",
  },
  {
    check: "CKV2_K8S_1",
    on: ["dex: RoleBinding/dex"],
    reason: "Dex keeps its own objects in its namespace, and its role is for those alone.",
    until: "2027-05-31",
  },
  {
    check: "CKV2_K8S_2",
    on: ["dex: RoleBinding/dex"],
    reason: "Dex keeps its own objects in its namespace, and its role is for those alone.",
    until: "2027-05-31",
  },
  {
    check: "CKV2_K8S_3",
    on: ["dex: RoleBinding/dex"],
    reason: "Dex keeps its own objects in its namespace, and its role is for those alone.",
    until: "2027-05-31",
  },
  {
    check: "CKV2_K8S_4",
    on: ["dex: RoleBinding/dex"],
    reason: "Dex keeps its own objects in its namespace, and its role is for those alone.",
    until: "2027-05-31",
  },
  {
    check: "CKV2_K8S_5",
    on: ["dex: RoleBinding/dex"],
    reason: "Dex keeps its own objects in its namespace, and its role is for those alone.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_156",
    on: ["argo-cd: ClusterRole/argocd-application-controller"],
    reason:
      "Argo CD's controller makes every object of applications; its projects bound which, and npm run verify -- reach holds them.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_157",
    on: ["argo-cd: ClusterRole/argocd-application-controller"],
    reason:
      "Argo CD's controller makes every object of applications; its projects bound which, and npm run verify -- reach holds them.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_158",
    on: ["argo-cd: ClusterRole/argocd-application-controller"],
    reason:
      "Argo CD's controller makes every object of applications; its projects bound which, and npm run verify -- reach holds them.",
    until: "2027-05-31",
  },
];
