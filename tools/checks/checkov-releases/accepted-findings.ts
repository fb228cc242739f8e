/** Finding of Checkov's about objects of a release that stays for a time. */
export interface AcceptedFinding {
  readonly check: string;

  /** Objects, as `<release>: <Kind>/<name>`, with `*` for any characters. */
  readonly on: readonly string[];
  readonly reason: string;

  /** Day on which to look again, such as `2027-05-31`. From then on it is a finding. */
  readonly until: string;
}

const EVERYTHING = ["*: *"];
const SEAL = "seal: CronJob/*";
const TEMPLATES_SERVED = "gatekeeper-templates: Job/gatekeeper-templates-served";

/** Every finding that is accepted. One that no longer occurs is an error, unless its release was not rendered. */
export const ACCEPTED_FINDINGS: readonly AcceptedFinding[] = [
  {
    check: "CKV_K8S_11",
    on: EVERYTHING,
    reason: "A CPU limit slows a pod down on an idle node; requests share the CPU of a busy one.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_15",
    on: EVERYTHING,
    reason: "Tags of the cache never move, and pods must start while a registry is down.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_35",
    on: [SEAL],
    reason: "Its one process reads the two tokens at its start and lives for seconds.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_38",
    on: [TEMPLATES_SERVED],
    reason: "It asks the Kubernetes API whether the templates are served.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_43",
    on: [SEAL, TEMPLATES_SERVED],
    reason: "Renovate writes the digest of Node's image; the one of the templates' job is Gatekeeper's own.",
    until: "2027-02-28",
  },
  {
    check: "CKV2_K8S_5",
    on: ["kube-prometheus-stack: RoleBinding/kube-prometheus-stack-admission"],
    reason:
      "The job of the operator's webhook writes one Secret of its own namespace; it is gone after the installation.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_155",
    on: [
      "external-secrets: ClusterRole/external-secrets-cert-controller",
      "gatekeeper: ClusterRole/gatekeeper-manager-role",
      "kube-prometheus-stack: ClusterRole/kube-prometheus-stack-admission",
    ],
    reason:
      "Each keeps the certificate in its own webhooks' configuration; Kubernetes cannot bound the right to one field.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_16",
    on: ["aws-ebs-csi-driver: DaemonSet/ebs-csi-node"],
    reason: "It formats devices of its node, and mounts them for pods.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_17",
    on: ["kube-prometheus-stack: DaemonSet/kube-prometheus-stack-prometheus-node-exporter"],
    reason: "It measures the processes of its node.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_19",
    on: ["kube-prometheus-stack: DaemonSet/kube-prometheus-stack-prometheus-node-exporter"],
    reason: "It measures the network of its node.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_20",
    on: ["aws-ebs-csi-driver: DaemonSet/ebs-csi-node"],
    reason: "A privileged container, which mounts volumes, cannot be without.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_23",
    on: ["aws-ebs-csi-driver: DaemonSet/ebs-csi-node", "fluent-bit: DaemonSet/fluent-bit"],
    reason: "Devices, sockets of the kubelet and logs of containers belong to root.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_25",
    on: ["fluent-bit: DaemonSet/fluent-bit"],
    reason: "It reads logs that belong to root, and has no other capability.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_28",
    on: ["aws-ebs-csi-driver: DaemonSet/ebs-csi-node"],
    reason: "A privileged container has every capability.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_29",
    on: [
      "alertmanager-oauth2-proxy: Deployment/alertmanager-oauth2-proxy",
      "external-secrets: Deployment/external-secrets",
      "external-secrets: Deployment/external-secrets-cert-controller",
      "external-secrets: Deployment/external-secrets-webhook",
      "gatekeeper: Job/gatekeeper-update-crds-hook",
      "metrics-server: Deployment/metrics-server",
      "prometheus-oauth2-proxy: Deployment/prometheus-oauth2-proxy",
    ],
    reason: "Their containers have all that the level restricted asks for; npm run charts holds it.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_31",
    on: ["aws-ebs-csi-driver: DaemonSet/ebs-csi-node"],
    reason: "A privileged container runs without a profile.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_35",
    on: [
      "alertmanager-oauth2-proxy: Deployment/alertmanager-oauth2-proxy",
      "aws-ebs-csi-driver: Deployment/ebs-csi-controller",
      "fluent-bit-events: Deployment/fluent-bit-events",
      "fluent-bit: DaemonSet/fluent-bit",
      "grafana: Deployment/grafana",
      "prometheus-oauth2-proxy: Deployment/prometheus-oauth2-proxy",
    ],
    reason:
      "Their programs read these from the environment alone; reading them takes exec, which no tenant has here.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_37",
    on: ["aws-ebs-csi-driver: DaemonSet/ebs-csi-node"],
    reason: "A privileged container has every capability.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_38",
    on: [
      "aws-ebs-csi-driver: DaemonSet/ebs-csi-node",
      "aws-ebs-csi-driver: Deployment/ebs-csi-controller",
      "aws-load-balancer-controller: Deployment/aws-load-balancer-controller",
      "cluster-autoscaler: Deployment/cluster-autoscaler-aws-cluster-autoscaler",
      "external-dns: Deployment/external-dns",
      "external-secrets: Deployment/external-secrets",
      "external-secrets: Deployment/external-secrets-cert-controller",
      "external-secrets: Deployment/external-secrets-webhook",
      "fluent-bit-events: Deployment/fluent-bit-events",
      "fluent-bit: DaemonSet/fluent-bit",
      "gatekeeper: Deployment/gatekeeper-audit",
      "gatekeeper: Deployment/gatekeeper-controller-manager",
      "gatekeeper: Job/gatekeeper-update-crds-hook",
      "grafana: Deployment/grafana",
      "kube-prometheus-stack: Deployment/kube-prometheus-stack-operator",
      "kube-prometheus-stack: Job/kube-prometheus-stack-admission-create",
      "kube-prometheus-stack: Job/kube-prometheus-stack-admission-patch",
      "metrics-server: Deployment/metrics-server",
      "reloader: Deployment/reloader-reloader",
    ],
    reason: "They ask the Kubernetes API; npm run charts finds tokens of accounts without a role.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_40",
    on: [
      "alertmanager-oauth2-proxy: Deployment/alertmanager-oauth2-proxy",
      "aws-ebs-csi-driver: DaemonSet/ebs-csi-node",
      "aws-ebs-csi-driver: Deployment/ebs-csi-controller",
      "aws-load-balancer-controller: Deployment/aws-load-balancer-controller",
      "external-secrets: Deployment/external-secrets",
      "external-secrets: Deployment/external-secrets-cert-controller",
      "external-secrets: Deployment/external-secrets-webhook",
      "fluent-bit: DaemonSet/fluent-bit",
      "gatekeeper: Deployment/gatekeeper-audit",
      "gatekeeper: Deployment/gatekeeper-controller-manager",
      "grafana: Deployment/grafana",
      "kube-prometheus-stack: Job/kube-prometheus-stack-admission-create",
      "kube-prometheus-stack: Job/kube-prometheus-stack-admission-patch",
      "metrics-server: Deployment/metrics-server",
      "prometheus-blackbox-exporter: Deployment/prometheus-blackbox-exporter",
      "prometheus-oauth2-proxy: Deployment/prometheus-oauth2-proxy",
    ],
    reason:
      "The image's own user, who owns nothing on a node: pods of these mount none of its files, but for the node agents.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_43",
    on: [
      "alertmanager-oauth2-proxy: Deployment/alertmanager-oauth2-proxy",
      "aws-ebs-csi-driver: DaemonSet/ebs-csi-node",
      "aws-ebs-csi-driver: Deployment/ebs-csi-controller",
      "aws-load-balancer-controller: Deployment/aws-load-balancer-controller",
      "cluster-autoscaler: Deployment/cluster-autoscaler-aws-cluster-autoscaler",
      "external-dns: Deployment/external-dns",
      "external-secrets: Deployment/external-secrets",
      "external-secrets: Deployment/external-secrets-cert-controller",
      "external-secrets: Deployment/external-secrets-webhook",
      "fluent-bit-events: Deployment/fluent-bit-events",
      "fluent-bit: DaemonSet/fluent-bit",
      "gatekeeper: Deployment/gatekeeper-audit",
      "gatekeeper: Deployment/gatekeeper-controller-manager",
      "gatekeeper: Job/gatekeeper-update-crds-hook",
      "grafana: Deployment/grafana",
      "kube-prometheus-stack: DaemonSet/kube-prometheus-stack-prometheus-node-exporter",
      "kube-prometheus-stack: Deployment/kube-prometheus-stack-operator",
      "kube-prometheus-stack: Job/kube-prometheus-stack-admission-create",
      "kube-prometheus-stack: Job/kube-prometheus-stack-admission-patch",
      "metrics-server: Deployment/metrics-server",
      "prometheus-blackbox-exporter: Deployment/prometheus-blackbox-exporter",
      "prometheus-oauth2-proxy: Deployment/prometheus-oauth2-proxy",
      "reloader: Deployment/reloader-reloader",
      "tempo: StatefulSet/tempo",
    ],
    reason:
      "Charts give tags, which never move in the registry's cache; npm run digests pins what no chart chooses.",
    until: "2027-02-28",
  },
  {
    check: "CKV_K8S_49",
    on: ["kube-prometheus-stack: ClusterRole/kube-prometheus-stack-operator"],
    reason:
      "The chart's role of the operator, which makes workloads and reads their configuration in every namespace.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_8",
    on: [
      "aws-ebs-csi-driver: DaemonSet/ebs-csi-node",
      "aws-ebs-csi-driver: Deployment/ebs-csi-controller",
      "grafana: Deployment/grafana",
    ],
    reason: "The main container is probed; accepted.ts of the charts says why its sidecars are not.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_9",
    on: [
      "aws-ebs-csi-driver: DaemonSet/ebs-csi-node",
      "aws-ebs-csi-driver: Deployment/ebs-csi-controller",
      "cluster-autoscaler: Deployment/cluster-autoscaler-aws-cluster-autoscaler",
      "grafana: Deployment/grafana",
    ],
    reason:
      "The main container is probed, or nothing sends it requests; accepted.ts of the charts has the reasons.",
    until: "2027-05-31",
  },
];
