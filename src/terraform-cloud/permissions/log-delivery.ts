import type { Permission } from "../../constructs/iam-policy";
import { regional, rolesNamed, secretArns, type Territory } from "./territory";
import { logDeliveryName, logDeliveryRoleNames } from "../../names/cluster-names";

const streams = (territory: Territory): string[] =>
  territory.clusterNames.map((name) =>
    regional(territory)("firehose", `deliverystream/${logDeliveryName(name)}`),
  );

const logGroups = (territory: Territory): string[] =>
  territory.clusterNames.map((name) => regional(territory)("logs", `log-group:/aws/eks/${name}/*`));

/** Permissions of a plan to read the delivery of the control plane's logs. */
export const readLogDelivery = (territory: Territory): Permission[] => [
  {
    actions: ["firehose:DescribeDeliveryStream", "firehose:ListTagsForDeliveryStream"],
    resources: streams(territory),
  },
  { actions: ["logs:DescribeSubscriptionFilters"], resources: logGroups(territory) },
  {
    // The secret's ARN. Only Data Firehose reads its value.
    actions: ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"],
    resources: secretArns(territory, territory.logReceiverSecrets),
  },
];

/** Permissions to make the delivery of the control plane's logs. */
export const changeLogDelivery = (territory: Territory): Permission[] => [
  {
    actions: [
      "firehose:CreateDeliveryStream",
      "firehose:DeleteDeliveryStream",
      "firehose:StartDeliveryStreamEncryption",
      "firehose:StopDeliveryStreamEncryption",
      "firehose:TagDeliveryStream",
      "firehose:UntagDeliveryStream",
      "firehose:UpdateDestination",
    ],
    resources: streams(territory),
  },
  {
    actions: ["logs:DeleteSubscriptionFilter", "logs:PutSubscriptionFilter"],
    resources: logGroups(territory),
  },
  {
    actions: ["iam:PassRole"],
    resources: rolesNamed(territory, territory.clusterNames.flatMap(logDeliveryRoleNames)),
    conditions: {
      StringEquals: { "iam:PassedToService": ["firehose.amazonaws.com", "logs.amazonaws.com"] },
    },
  },
];
