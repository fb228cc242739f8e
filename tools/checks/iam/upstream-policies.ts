/**
 * A policy published by the project of an add-on, and the differences of the role of its service account; or
 * the reason why there is none to compare with.
 */
export type UpstreamSource = UpstreamPolicy | { readonly none: string };

/** Actions of upstream's policy, and the differences of ours. */
export interface UpstreamPolicy {
  /** Name and version of the chart that the policy was compared for. */
  readonly chart: { readonly name: string; readonly version: string };

  /** Address at which the project publishes it. */
  readonly source: string;

  /**
   * Actions: those of its copy in the folder of policies that some machines have or, for a page, those listed
   * here.
   */
  readonly actions: { readonly file: string } | { readonly files: readonly string[] } | readonly string[];

  /** Actions that the role has and upstream's policy lacks, each with the reason. */
  readonly more: Readonly<Record<string, string>>;

  /** Actions that upstream's policy has and the role lacks, each with the reason. */
  readonly less: Readonly<Record<string, string>>;
}

const ABANDONED_UPLOADS = "what is left of an upload that failed would be paid for";
const NO_WAF_CLASSIC = "the add-on switches WAF Classic off";
const NO_S3_FILES = "the class names a file system of EFS";
const NO_TAGS = "the objects that it writes are given no tags";
const OWN_KEY = "the bucket is encrypted with a key of its own";
const BY_STORES = "the operator reads as the role of each store, which it assumes";
const OWN_PROFILE = "the instance profile is Terraform's, so that the controller has no rights over others";
const BY_NAME = "secrets are asked for by name: it need not know what others there are";
const OF_HUBS = "upstream says which roles take part, and each fleet which clusters";
const METRICS_OF_FLEETS = "the Grafana of a management cluster reads the workspace of its fleet as well";
const LOGS_OF_FLEETS = "the Grafana of a management cluster finds the accounts that share logs with it";
const OF_READERS = "it takes the platform's own roles of readers, and may do nothing else";
const OF_PRODUCT = "a product's own program uses the resources of its file";

const ARTIFACTS: UpstreamPolicy = {
  chart: { name: "argo-workflows", version: "1.0.23" },
  source: "https://argo-workflows.readthedocs.io/en/latest/configure-artifact-repository",
  actions: ["s3:GetObject", "s3:PutObject"],
  more: { "s3:AbortMultipartUpload": ABANDONED_UPLOADS },
  less: {},
};

/** Policies by the name of the role, with `<cluster>` as placeholder. */
export const UPSTREAM_POLICIES: Readonly<Record<string, UpstreamSource>> = {
  "aws-load-balancer-controller-<cluster>": {
    chart: { name: "aws-load-balancer-controller", version: "3.5.0" },
    source:
      "https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/install/iam_policy.json",
    actions: { file: "aws-load-balancer-controller.json" },
    more: {},
    less: {
      "waf-regional:AssociateWebACL": NO_WAF_CLASSIC,
      "waf-regional:DisassociateWebACL": NO_WAF_CLASSIC,
      "waf-regional:GetWebACL": NO_WAF_CLASSIC,
      "waf-regional:GetWebACLForResource": NO_WAF_CLASSIC,
    },
  },
  "cert-manager-<cluster>": {
    chart: { name: "cert-manager", version: "v1.21.1" },
    source: "https://cert-manager.io/docs/configuration/acme/dns01/route53/",
    actions: { file: "cert-manager-route53.json" },
    more: {},
    less: { "route53:ListHostedZonesByName": "the issuers have the id of the zone" },
  },
  "efs-csi-controller-sa-<cluster>": {
    chart: { name: "aws-efs-csi-driver", version: "4.4.1" },
    source: "https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/iam-policy-example.json",
    actions: { file: "efs-csi-iam-policy-example.json" },
    more: {},
    less: {
      "s3files:CreateAccessPoint": NO_S3_FILES,
      "s3files:DeleteAccessPoint": NO_S3_FILES,
      "s3files:ListAccessPoints": NO_S3_FILES,
      "s3files:ListFileSystems": NO_S3_FILES,
      "s3files:TagResource": NO_S3_FILES,
    },
  },
  "efs-csi-node-sa-<cluster>": {
    none: "upstream's nodes mount by the network alone; ours by the file system's policy",
  },
  "aws-node-<cluster>": {
    none: "AWS has a managed policy for IPv4, and prints one for IPv6 in a page of its user guide",
  },
  "cluster-autoscaler-<cluster>": {
    chart: { name: "cluster-autoscaler", version: "9.59.0" },
    source:
      "https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md",
    actions: { file: "cluster-autoscaler-full.json" },
    more: {},
    less: {},
  },
  "karpenter-<cluster>": {
    chart: { name: "karpenter", version: "1.14.1" },
    source: "https://karpenter.sh/docs/reference/cloudformation/",
    actions: {
      files: [
        "karpenter-ControllerEKSIntegrationPolicy.json",
        "karpenter-ControllerIAMIntegrationPolicy.json",
        "karpenter-ControllerInterruptionPolicy.json",
        "karpenter-ControllerNodeLifecyclePolicy.json",
        "karpenter-ControllerResourceDiscoveryPolicy.json",
        "karpenter-ControllerZonalShiftPolicy.json",
      ],
    },
    more: {},
    less: {
      "iam:AddRoleToInstanceProfile": OWN_PROFILE,
      "iam:CreateInstanceProfile": OWN_PROFILE,
      "iam:DeleteInstanceProfile": OWN_PROFILE,
      "iam:RemoveRoleFromInstanceProfile": OWN_PROFILE,
      "iam:TagInstanceProfile": OWN_PROFILE,
    },
  },
  "external-dns-<cluster>": {
    chart: { name: "external-dns", version: "1.21.1" },
    source: "https://github.com/kubernetes-sigs/external-dns/blob/master/docs/tutorials/aws.md",
    actions: { file: "external-dns.json" },
    more: {},
    less: {},
  },
  "external-secrets-<cluster>": {
    chart: { name: "external-secrets", version: "2.9.0" },
    source: "https://external-secrets.io/latest/provider/aws-secrets-manager",
    actions: { file: "external-secrets-secretsmanager-read.json" },
    more: { "sts:AssumeRole": BY_STORES, "sts:TagSession": BY_STORES },
    less: {
      "secretsmanager:BatchGetSecretValue": BY_NAME,
      "secretsmanager:DescribeSecret": BY_STORES,
      "secretsmanager:GetResourcePolicy": BY_STORES,
      "secretsmanager:GetSecretValue": BY_STORES,
      "secretsmanager:ListSecretVersionIds": BY_STORES,
      "secretsmanager:ListSecrets": BY_NAME,
    },
  },
  "fluent-bit-<cluster>": {
    chart: { name: "fluent-bit", version: "0.58.1" },
    source: "https://docs.fluentbit.io/manual/pipeline/outputs/cloudwatch",
    actions: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
    more: {},
    less: { "logs:CreateLogGroup": "Terraform makes the group" },
  },
  "kube-prometheus-stack-grafana-<cluster>": {
    chart: { name: "kube-prometheus-stack", version: "88.5.3" },
    source: "https://grafana.com/docs/grafana/latest/datasources/aws-cloudwatch/configure",
    actions: [
      "cloudwatch:DescribeAlarmHistory",
      "cloudwatch:DescribeAlarms",
      "cloudwatch:DescribeAlarmsForMetric",
      "cloudwatch:GetInsightRuleReport",
      "cloudwatch:GetMetricData",
      "cloudwatch:ListMetrics",
      "ec2:DescribeInstances",
      "ec2:DescribeRegions",
      "ec2:DescribeTags",
      "logs:DescribeLogGroups",
      "logs:GetLogEvents",
      "logs:GetLogGroupFields",
      "logs:GetQueryResults",
      "logs:StartQuery",
      "logs:StopQuery",
      "pi:GetResourceMetrics",
      "tag:GetResources",
    ],
    more: {
      "aps:GetLabels": METRICS_OF_FLEETS,
      "aps:GetMetricMetadata": METRICS_OF_FLEETS,
      "aps:GetSeries": METRICS_OF_FLEETS,
      "aps:ListAlerts": METRICS_OF_FLEETS,
      "aps:ListRules": METRICS_OF_FLEETS,
      "aps:QueryMetrics": METRICS_OF_FLEETS,
      "oam:ListAttachedLinks": LOGS_OF_FLEETS,
      "oam:ListSinks": LOGS_OF_FLEETS,
    },
    less: { "pi:GetResourceMetrics": "no dashboard shows what Performance Insights measures" },
  },
  "tempo-<cluster>": {
    chart: { name: "tempo", version: "2.2.4" },
    source: "https://grafana.com/docs/tempo/latest/configuration/hosted-storage/s3",
    actions: { file: "tempo.json" },
    more: {
      "kms:Decrypt": OWN_KEY,
      "kms:GenerateDataKey": OWN_KEY,
      "s3:AbortMultipartUpload": ABANDONED_UPLOADS,
    },
    less: { "s3:GetObjectTagging": NO_TAGS, "s3:PutObjectTagging": NO_TAGS },
  },
  "cilium-operator-<cluster>": {
    chart: { name: "cilium", version: "1.19.6" },
    source: "https://docs.cilium.io/en/v1.19/network/concepts/ipam/eni/#required-privileges",
    actions: [
      "ec2:AssignPrivateIpAddresses",
      "ec2:AttachNetworkInterface",
      "ec2:CreateNetworkInterface",
      "ec2:CreateTags",
      "ec2:DeleteNetworkInterface",
      "ec2:DescribeInstanceTypes",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeRouteTables",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeTags",
      "ec2:DescribeVpcs",
      "ec2:ModifyNetworkInterfaceAttribute",
      "ec2:UnassignPrivateIpAddresses",
    ],
    more: {},
    less: {
      "ec2:DescribeTags":
        "the tags of its network interfaces are written down, so it need not look for the cluster's name",
      "ec2:UnassignPrivateIpAddresses": "a node keeps its prefixes until it goes",
    },
  },
  "velero-<cluster>": {
    chart: { name: "velero", version: "12.1.0" },
    source: "https://github.com/vmware-tanzu/velero-plugin-for-aws#set-permissions-for-velero",
    actions: { file: "velero.json" },
    more: { "kms:Decrypt": OWN_KEY, "kms:GenerateDataKey": OWN_KEY },
    less: { "s3:PutObjectTagging": NO_TAGS },
  },
  "add-tag-to-image-workflow-<cluster>": { none: "the workflow is our own" },
  "alertmanager-<cluster>": {
    chart: { name: "kube-prometheus-stack", version: "88.5.3" },
    source: "https://prometheus.io/docs/alerting/latest/configuration/#sns_config",
    actions: ["sns:Publish"],
    more: {},
    less: {},
  },
  "argo-workflow-<cluster>": ARTIFACTS,
  "argo-workflow-delivery-<cluster>": ARTIFACTS,
  "argo-workflows-server-<cluster>": {
    ...ARTIFACTS,
    more: { "s3:ListBucket": "it tells a folder of artifacts from a single one" },
    less: { "s3:PutObject": "it shows artifacts and makes none" },
  },
  "renovate-irsa-<cluster>": {
    none: "Argo CD installs Renovate, and the page of its data source names the one action",
  },
  "kyverno-admission-controller-<cluster>": {
    none: "Kyverno names AWS's managed policy for reading every repository, which is more than our own images; the key is ours",
  },
  "kyverno-admission-controller-<cluster with a replica>": {
    none: "Kyverno names AWS's managed policy for reading every repository, which is more than our own images",
  },
  "argocd-application-controller-<cluster>": { none: OF_HUBS },
  "argocd-server-<cluster>": { none: OF_HUBS },
  "kube-prometheus-stack-prometheus-<cluster>": { none: OF_HUBS },
  "departure-board-assumer": { none: OF_READERS },
  "release-assumer": { none: OF_READERS },
  "synthetic-test-assumer": { none: OF_READERS },
  "tenant-flood-warnings-dev--sender--<cluster>": { none: OF_PRODUCT },
  "tenant-flood-warnings-live--gauge-reader--<cluster>": { none: OF_PRODUCT },
  "tenant-flood-warnings-live--sender--<cluster>": { none: OF_PRODUCT },
  "tenant-river-maps-dev--renderer--<cluster>": { none: OF_PRODUCT },
  "tenant-river-maps-dev--tiler--<cluster>": { none: OF_PRODUCT },
  "tenant-river-maps-live--renderer--<cluster>": { none: OF_PRODUCT },
};
