import type { Permission } from "../../constructs/iam-policy";
import { regional, secretArns, type Territory } from "./territory";

const streams = (territory: Territory): string =>
  regional(territory)("firehose", `deliverystream/${territory.clusterName}-*`);

const logGroups = (territory: Territory): string =>
  regional(territory)("logs", `log-group:/aws/eks/${territory.clusterName}/*`);

/** What a plan reads of what sends the control plane's logs on. */
export const readLogDelivery = (territory: Territory, receiverSecret: string): Permission[] => [
  {
    actions: ["firehose:DescribeDeliveryStream", "firehose:ListTagsForDeliveryStream"],
    resources: [streams(territory)],
  },
  { actions: ["logs:DescribeSubscriptionFilters"], resources: [logGroups(territory)] },
  {
    // Its ARN, and not what it holds, which only Data Firehose reads.
    actions: ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"],
    resources: secretArns(territory, [receiverSecret]),
  },
];

/** Makes what sends the control plane's logs on. */
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
    resources: [streams(territory)],
  },
  {
    actions: ["logs:DeleteSubscriptionFilter", "logs:PutSubscriptionFilter"],
    resources: [logGroups(territory)],
  },
  {
    actions: ["iam:PassRole"],
    resources: [`arn:aws:iam::${territory.accountId}:role/${territory.clusterName}-control-plane-logs-*`],
    conditions: {
      StringEquals: { "iam:PassedToService": ["firehose.amazonaws.com", "logs.amazonaws.com"] },
    },
  },
];
