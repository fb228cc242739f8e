import type { AcceptedFinding } from "./accepted-finding";

/** Containers without probes of their own. */
export const PROBES: readonly AcceptedFinding[] = [
  {
    check: "CKV_K8S_8",
    on: [
      "aws-ebs-csi-driver: DaemonSet/ebs-csi-node",
      "aws-ebs-csi-driver: Deployment/ebs-csi-controller",
      "grafana: Deployment/grafana",
      "argo-cd: StatefulSet/argocd-application-controller",
      "kyverno: Deployment/kyverno-reports-controller",
      "cert-manager: Deployment/cert-manager-cainjector",
      "aws-efs-csi-driver: DaemonSet/efs-csi-node",
      "aws-efs-csi-driver: Deployment/efs-csi-controller",
    ],
    reason:
      "The main container is probed, or nothing sends it requests; the list of npm run charts has the reasons.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_9",
    on: [
      "aws-ebs-csi-driver: DaemonSet/ebs-csi-node",
      "aws-ebs-csi-driver: Deployment/ebs-csi-controller",
      "cluster-autoscaler: Deployment/cluster-autoscaler-aws-cluster-autoscaler",
      "grafana: Deployment/grafana",
      "argo-workflows: Deployment/argo-workflows-workflow-controller",
      "kyverno: Deployment/kyverno-reports-controller",
      "cert-manager: Deployment/cert-manager",
      "cert-manager: Deployment/cert-manager-cainjector",
      "aws-efs-csi-driver: DaemonSet/efs-csi-node",
      "aws-efs-csi-driver: Deployment/efs-csi-controller",
    ],
    reason:
      "The main container is probed, or nothing sends it requests; the list of npm run charts has the reasons.",
    until: "2027-05-31",
  },
];
