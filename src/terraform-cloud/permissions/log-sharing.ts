import type { Permission } from "../../constructs/iam-policy";
import { becomesOwned, isOwned } from "./ownership";
import { regional, type Territory } from "./territory";

/** Sinks of an account: a management cluster has one in each region of its workload clusters. */
const sinks = ({ accountId }: Territory): string => `arn:aws:oam:*:${accountId}:sink/*`;

const links = (territory: Territory): string => regional(territory)("oam", "link/*");

/** Permissions to read the sinks or the link of logs; none without. */
export const readLogSharing = (territory: Territory): Permission[] => [
  ...(territory.metricsLogGroup === undefined
    ? []
    : [
        {
          actions: ["oam:GetSink", "oam:GetSinkPolicy", "oam:ListTagsForResource"],
          resources: [sinks(territory)],
        },
      ]),
  ...(territory.linksLogs
    ? [{ actions: ["oam:GetLink", "oam:ListTagsForResource"], resources: [links(territory)] }]
    : []),
];

/**
 * Permissions to make, change and remove the sinks or the link of logs; none without.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Unified-Cross-Account-Setup.html
 */
export const changeLogSharing = (territory: Territory): Permission[] => [
  ...(territory.metricsLogGroup === undefined ? [] : changeSinks(territory)),
  ...(territory.linksLogs ? changeLink(territory) : []),
];

const changeSinks = (territory: Territory): Permission[] => [
  {
    actions: ["oam:CreateSink"],
    anyResourceBecause: "AWS makes up the ids of sinks",
    conditions: becomesOwned(territory.owned),
  },
  { actions: ["oam:TagResource"], resources: [sinks(territory)], conditions: becomesOwned(territory.owned) },
  {
    actions: ["oam:DeleteSink", "oam:PutSinkPolicy", "oam:UntagResource"],
    resources: [sinks(territory)],
    conditions: isOwned(territory.owned),
  },
];

const changeLink = (territory: Territory): Permission[] => [
  {
    // The policy of the sink, in the account of the hub, says which accounts may.
    actions: ["oam:CreateLink"],
    resources: [`arn:aws:oam:${territory.region}:*:sink/*`],
    conditions: becomesOwned(territory.owned),
  },
  { actions: ["oam:TagResource"], resources: [links(territory)], conditions: becomesOwned(territory.owned) },
  {
    actions: ["oam:DeleteLink", "oam:UntagResource", "oam:UpdateLink"],
    resources: [links(territory)],
    conditions: isOwned(territory.owned),
  },
  { actions: ["logs:Link"], anyResourceBecause: "log groups are shared by the filter of the link" },
];

/** Bound of the role that reads shared logs, in the regions where they are; none without sinks. */
export const boundLogSharing = (territory: Territory): Permission[] =>
  territory.metricsLogGroup === undefined
    ? []
    : [
        {
          actions: ["logs:Describe*", "logs:Get*", "logs:StartQuery", "logs:StopQuery", "oam:List*"],
          anyResourceBecause: "it bounds what other policies allow by name, and allows nothing by itself",
        },
      ];
