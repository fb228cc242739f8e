import type { Permission } from "../../constructs/iam-policy";
import { becomesOwned, isOwned } from "./ownership";
import { both, inRegion, regional, type Territory } from "./territory";

const workspaces = (territory: Territory): string => regional(territory)("aps", "workspace/*");

const namespaces = (territory: Territory): string => regional(territory)("aps", "rulegroupsnamespace/*");

/** Permissions to read the workspace with the metrics of a fleet, but no metrics; none without one. */
export const readMetricsWorkspace = (territory: Territory): Permission[] =>
  territory.metricsLogGroup === undefined
    ? []
    : [
        {
          actions: [
            "aps:DescribeAlertManagerDefinition",
            "aps:DescribeLoggingConfiguration",
            "aps:DescribeRuleGroupsNamespace",
            "aps:DescribeWorkspace",
            "aps:DescribeWorkspaceConfiguration",
            "aps:ListTagsForResource",
          ],
          resources: [workspaces(territory), namespaces(territory)],
        },
      ];

/**
 * Permissions to make, change and remove the workspace with the metrics of a fleet, its rules and its routes; none without one.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmanagedserviceforprometheus.html
 */
export const changeMetricsWorkspace = (territory: Territory): Permission[] =>
  territory.metricsLogGroup === undefined
    ? []
    : [
        {
          actions: ["aps:CreateWorkspace"],
          anyResourceBecause: "AWS makes up the ids of workspaces",
          conditions: both(inRegion(territory), becomesOwned(territory.owned)),
        },
        {
          actions: ["aps:CreateRuleGroupsNamespace", "aps:TagResource"],
          resources: [workspaces(territory), namespaces(territory)],
          conditions: becomesOwned(territory.owned),
        },
        {
          actions: [
            "aps:CreateAlertManagerDefinition",
            "aps:CreateLoggingConfiguration",
            "aps:DeleteAlertManagerDefinition",
            "aps:DeleteLoggingConfiguration",
            "aps:DeleteRuleGroupsNamespace",
            "aps:DeleteWorkspace",
            "aps:PutAlertManagerDefinition",
            "aps:PutRuleGroupsNamespace",
            "aps:UntagResource",
            "aps:UpdateLoggingConfiguration",
            "aps:UpdateWorkspaceAlias",
            "aps:UpdateWorkspaceConfiguration",
          ],
          resources: [workspaces(territory), namespaces(territory)],
          conditions: isOwned(territory.owned),
        },
        {
          // The service makes its grants on the key with the rights of its caller.
          actions: ["kms:Decrypt", "kms:GenerateDataKey"],
          resources: [regional(territory)("kms", "key/*")],
          conditions: both(isOwned(territory.owned), {
            StringEquals: { "kms:ViaService": `aps.${territory.region}.amazonaws.com` },
          }),
        },
        {
          actions: [
            "logs:AssociateKmsKey",
            "logs:CreateLogGroup",
            "logs:DeleteLogGroup",
            "logs:DisassociateKmsKey",
            "logs:PutRetentionPolicy",
            "logs:TagResource",
            "logs:UntagResource",
          ],
          resources: [territory.metricsLogGroup, `${territory.metricsLogGroup}:*`].map((name) =>
            regional(territory)("logs", `log-group:${name}`),
          ),
        },
        {
          actions: [
            "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:UpdateLogDelivery",
          ],
          anyResourceBecause: "the delivery of a service's logs and the policy that lets it in have no ARN",
          conditions: inRegion(territory),
        },
      ];

/** Bound of the roles that write to the workspace and read from it; none without one. */
export const boundMetricsWorkspace = (territory: Territory): Permission[] =>
  territory.metricsLogGroup === undefined
    ? []
    : [
        {
          actions: ["aps:Get*", "aps:List*", "aps:QueryMetrics", "aps:RemoteWrite"],
          resources: [workspaces(territory)],
        },
      ];
