import type { Permission } from "../../constructs/iam-policy";
import { inRegion, regional, rolesNamed, secretArns, type Territory } from "./territory";

/** Parts of a territory in which HCP Terraform's agents run. */
export interface AgentsTerritory {
  /** Name of their cluster and service in ECS, of their tasks and of the role that starts them. */
  readonly name: string;
  readonly logGroup: string;

  /** Name of the secret with their token, which runs find and do not read. */
  readonly tokenSecret: string;
}

const partsOf = (territory: Territory, { name }: AgentsTerritory): string[] =>
  [`cluster/${name}`, `service/${name}/${name}`, `task-definition/${name}:*`].map((part) =>
    regional(territory)("ecs", part),
  );

/** Permissions to read the settings of agents. */
export function readAgents(territory: Territory): Permission[] {
  const { agents } = territory;
  return agents === undefined
    ? []
    : [
        {
          actions: ["ecs:DescribeClusters", "ecs:DescribeServices", "ecs:ListTagsForResource"],
          resources: partsOf(territory, agents),
        },
        {
          actions: ["ecs:DescribeTaskDefinition"],
          anyResourceBecause: "ECS knows no resources for it",
          conditions: inRegion(territory),
        },
        {
          actions: ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"],
          resources: secretArns(territory, [agents.tokenSecret]),
        },
      ];
}

/** Permissions to make, change and remove agents. */
export function changeAgents(territory: Territory): Permission[] {
  const { agents } = territory;
  return agents === undefined
    ? []
    : [
        {
          actions: ["ecs:CreateCluster", "ecs:DeregisterTaskDefinition"],
          anyResourceBecause: "ECS knows no resources for them",
          conditions: inRegion(territory),
        },
        {
          actions: [
            "ecs:CreateService",
            "ecs:DeleteCluster",
            "ecs:DeleteService",
            "ecs:RegisterTaskDefinition",
            "ecs:TagResource",
            "ecs:UntagResource",
            "ecs:UpdateCluster",
            "ecs:UpdateClusterSettings",
            "ecs:UpdateService",
          ],
          resources: partsOf(territory, agents),
        },
        {
          actions: ["iam:PassRole"],
          resources: rolesNamed(territory, [agents.name]),
          conditions: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
        },
      ];
}
