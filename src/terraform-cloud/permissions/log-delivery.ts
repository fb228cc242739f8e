import type { Permission } from "../../constructs/iam-policy";
import { regional, rolesNamed, secretArns, type Territory } from "./territory";
import { logDeliveryName, logDeliveryRoleNames } from "../../names/cluster-names";

const stream = (territory: Territory): string =>
  regional(territory)("firehose", `deliverystream/${logDeliveryName(territory.clusterName)}`);

const logGroups = (territory: Territory): string =>
  regional(territory)("logs", `log-group:/aws/eks/${territory.clusterName}/*`);

/** Permissions of a plan to read the delivery of the control plane's logs. */
export const readLogDelivery = (territory: Territory): Permission[] => [
  {
    actions: ["firehose:DescribeDeliveryStream", "firehose:ListTagsForDeliveryStream"],
    resources: [stream(territory)],
  },
  { actions: ["logs:DescribeSubscriptionFilters"], resources: [logGroups(territory)] },
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
    resources: [stream(territory)],
  },
  {
    actions: ["logs:DeleteSubscriptionFilter", "logs:PutSubscriptionFilter"],
    resources: [logGroups(territory)],
  },
  {
    actions: ["iam:PassRole"],
    resources: rolesNamed(territory, logDeliveryRoleNames(territory.clusterName)),
    conditions: {
      StringEquals: { "iam:PassedToService": ["firehose.amazonaws.com", "logs.amazonaws.com"] },
    },
  },
];
