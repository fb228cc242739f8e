import type { AccessTable } from "./table";

const GROUP = "arn:aws:logs:<region>:<account>:log-group:/aws/eks/<cluster>/cluster";
const CONTAINERS = "arn:aws:logs:<region>:<account>:log-group:/aws/eks/<cluster>/containers";
const WATCHDOG = "arn:aws:sns:<region>:<account>:<cluster>-watchdog";
const WORKSPACE = "arn:aws:aps:<region>:<account>:workspace/ws-0a1b2c3d-4e5f-4a6b-8c7d-8e9f0a1b2c3d";
const TRACES = "arn:aws:s3:::<cluster>-<environment>-tempo";

/** Roles of the add-ons that show metrics, logs and traces. */
export const OBSERVABILITY: AccessTable = {
  "fluent-bit-<cluster>": {
    may: [
      {
        actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        on: `${CONTAINERS}:log-stream:arm-1`,
      },
    ],
    mayNot: [
      {
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        on: `${GROUP}:log-stream:kube-apiserver-audit`,
        because: "the audit log of the control plane",
      },
      {
        actions: ["logs:DeleteLogGroup", "logs:PutRetentionPolicy"],
        on: CONTAINERS,
        because: "the group itself, which Terraform keeps",
      },
      { actions: ["logs:GetLogEvents"], on: `${CONTAINERS}:log-stream:arm-1`, because: "logs that it wrote" },
    ],
  },
  "kube-prometheus-stack-grafana-<cluster>": {
    may: [
      {
        actions: ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics", "logs:DescribeLogGroups"],
        on: "*",
      },
      { actions: ["logs:StartQuery"], on: GROUP },
      {
        actions: [
          "aps:QueryMetrics",
          "aps:GetLabels",
          "aps:GetSeries",
          "aps:GetMetricMetadata",
          "aps:ListRules",
        ],
        on: WORKSPACE,
        cluster: "hub",
      },
      { actions: ["oam:ListSinks"], on: "*", cluster: "hub" },
      { actions: ["logs:GetLogEvents"], on: `${GROUP}:log-stream:kube-apiserver` },
    ],
    mayNot: [
      {
        actions: ["aps:RemoteWrite", "aps:PutAlertManagerSilences", "aps:PutAlertManagerDefinition"],
        on: WORKSPACE,
        because: "any change to metrics and alerts of the fleet",
      },
      {
        actions: ["logs:StartQuery"],
        on: "arn:aws:logs:eu-west-1:333300003333:log-group:/aws/eks/store/cluster",
        because: "logs of a workload cluster's control plane",
      },
      ...[
        "/aws/rds/cluster/publishing-api/postgresql",
        "/aws/lambda/csp-reports",
        "/aws/eks/another/cluster",
      ].map((name) => ({
        actions: ["logs:StartQuery", "logs:GetLogGroupFields"],
        on: `arn:aws:logs:<region>:<account>:log-group:${name}`,
        because: "logs of another deployment",
      })),
      {
        actions: ["logs:StartQuery"],
        on: "arn:aws:logs:us-east-1:<account>:log-group:/aws/eks/<cluster>/cluster",
        because: "another region's logs",
      },
      {
        actions: ["logs:DeleteLogGroup", "logs:PutRetentionPolicy"],
        on: GROUP,
        because: "any change to logs",
      },
      {
        actions: ["cloudwatch:DeleteAlarms"],
        on: "arn:aws:cloudwatch:<region>:<account>:alarm:<cluster>-node-group-limit",
        because: "the alarms that it shows",
      },
      {
        actions: ["secretsmanager:GetSecretValue"],
        on: "arn:aws:secretsmanager:<region>:<account>:secret:<cluster>/grafana/database-AbCdEf",
        because: "its own database's password, which External Secrets hands it",
      },
    ],
  },
  "alertmanager-<cluster>": {
    may: [{ actions: ["sns:Publish"], on: WATCHDOG }],
    mayNot: [
      {
        actions: ["sns:Publish"],
        on: "arn:aws:sns:<region>:<account>:another",
        because: "other topics, such as that of CloudWatch's alarms",
      },
      { actions: ["sns:Subscribe", "sns:DeleteTopic"], on: WATCHDOG, because: "the topic itself" },
    ],
  },
  "tempo-<cluster>": {
    may: [
      { actions: ["s3:ListBucket"], on: TRACES },
      { actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], on: `${TRACES}/single-tenant/block` },
      {
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        on: "arn:aws:kms:<region>:<account>:key/<key traces-encryption_key>",
        when: {
          "aws:ResourceTag/<deploymentTag>": "cluster-services",
          "aws:ResourceTag/<environmentTag>": "<environment>",
        },
      },
    ],
    mayNot: [
      {
        actions: ["s3:GetObject", "s3:PutObject"],
        on: "arn:aws:s3:::<cluster>-<environment>-load-balancer-logs/log.gz",
        because: "another bucket",
      },
      {
        actions: ["s3:GetObject", "s3:PutObject"],
        on: `${TRACES}-another/block`,
        because: "a bucket whose name only begins like its own",
      },
      { actions: ["s3:DeleteBucket", "s3:PutBucketPolicy"], on: TRACES, because: "the bucket itself" },
      {
        actions: ["kms:Decrypt"],
        on: "arn:aws:kms:<region>:<account>:key/0a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789",
        because: "another key, such as that of the cluster's secrets",
      },
    ],
  },
};
