import type { Permission } from "../../constructs/iam-policy";
import { changeAlarms, changeEventRules, changeTopics } from "./lifecycles";
import { inRegion, regional, type Territory } from "./territory";

/** Permissions to change logs, the topic of alarms, and the monitors of network and access. */
export function changeObservability(territory: Territory): Permission[] {
  const { accountId, clusterName, organisation } = territory;
  const arn = regional(territory);

  return [
    {
      actions: [
        "logs:AssociateKmsKey",
        "logs:CreateLogGroup",
        "logs:DeleteLogGroup",
        "logs:DeleteMetricFilter",
        "logs:DeleteRetentionPolicy",
        "logs:DisassociateKmsKey",
        "logs:PutMetricFilter",
        "logs:PutRetentionPolicy",
        "logs:TagResource",
        "logs:UntagResource",
      ],
      resources: [
        `/aws/eks/${clusterName}/*`,
        ...(territory.relay ? [territory.relay.logGroup] : []),
        ...(territory.agents ? [territory.agents.logGroup] : []),
        ...territory.databases.map((name) => `/aws/rds/cluster/${name}/postgresql`),
      ]
        .flatMap((name) => [name, `${name}:*`])
        .map((name) => arn("logs", `log-group:${name}`)),
    },
    {
      actions: ["logs:CreateLogDelivery", "logs:DeleteLogDelivery"],
      anyResourceBecause: "the delivery of flow logs to a bucket has no ARN",
      conditions: inRegion(territory),
    },
    {
      actions: [
        "guardduty:CreateDetector",
        "guardduty:DeleteDetector",
        "guardduty:TagResource",
        "guardduty:UntagResource",
        "guardduty:UpdateDetector",
      ],
      anyResourceBecause: "GuardDuty makes up the id of the region's only detector",
      conditions: inRegion(territory),
    },
    {
      actions: ["logs:DeleteQueryDefinition", "logs:PutQueryDefinition"],
      anyResourceBecause: "saved queries have no ARN",
      conditions: inRegion(territory),
    },
    changeTopics(territory.topics.map((name) => arn("sns", name))),
    ...changeEventRules(territory.eventRules.map((name) => arn("events", `rule/${name}`))),
    {
      actions: [
        "networkflowmonitor:CreateMonitor",
        "networkflowmonitor:CreateScope",
        "networkflowmonitor:DeleteMonitor",
        "networkflowmonitor:DeleteScope",
        "networkflowmonitor:TagResource",
        "networkflowmonitor:UntagResource",
        "networkflowmonitor:UpdateMonitor",
        "networkflowmonitor:UpdateScope",
      ],
      anyResourceBecause: "a scope is the whole account and has no name",
      conditions: inRegion(territory),
    },
    {
      actions: [
        "access-analyzer:CreateAnalyzer",
        "access-analyzer:DeleteAnalyzer",
        "access-analyzer:TagResource",
        "access-analyzer:UntagResource",
      ],
      // Every region has an analyzer.
      resources: [`arn:aws:access-analyzer:*:${accountId}:analyzer/${organisation}-*`],
    },
  ];
}

/** Permissions to change alarms: a policy of their own, since each cluster has dozens with long names. */
export const changeAlarmsOfCluster = (territory: Territory): Permission[] => [
  changeAlarms(territory.alarms.map((name) => regional(territory)("cloudwatch", `alarm:${name}`))),
];
