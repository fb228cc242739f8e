import type { Permission } from "../constructs/iam-policy";

interface AgentContainer {
  readonly name: string;
  readonly image: string;

  /** Address of HCP Terraform. */
  readonly address: string;
  readonly region: string;

  /** ARN of the secret with the token of the agent pool. */
  readonly token: string;
  readonly logGroup: string;
}

/** Seconds that a run has to end once its agent is told to stop: the most that Fargate gives. */
const STOP_SECONDS = 120;

/**
 * Container of an agent, as ECS takes it. The image says which release runs: agents do not replace themselves. Each ends after
 * one run, and ECS starts another: code of a branch that a run planned is not there when a later run applies.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/agents/agents#operational-considerations
 */
export const agentContainer = ({ name, image, address, region, token, logGroup }: AgentContainer): string =>
  JSON.stringify([
    {
      name: "agent",
      image,
      essential: true,
      stopTimeout: STOP_SECONDS,
      environment: [
        { name: "TFC_ADDRESS", value: address },
        { name: "TFC_AGENT_AUTO_UPDATE", value: "disabled" },
        { name: "TFC_AGENT_NAME", value: name },
        { name: "TFC_AGENT_SINGLE", value: "true" },
      ],
      secrets: [{ name: "TFC_AGENT_TOKEN", valueFrom: token }],
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": logGroup,
          "awslogs-region": region,
          "awslogs-stream-prefix": "agent",
        },
      },
    },
  ]);

const ECR = /^(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com\/(?<repository>[^:@]+)/;

/** Permissions to pull an image from ECR; none for an image of another registry. */
export function imagePermissions(image: string): Permission[] {
  const { account, region, repository } = ECR.exec(image)?.groups ?? {};
  return account === undefined
    ? []
    : [
        { actions: ["ecr:GetAuthorizationToken"], anyResourceBecause: "the token is for the whole registry" },
        {
          actions: [
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            // Fills the pull-through cache at the first pull of an upstream image.
            "ecr:BatchImportUpstreamImage",
            "ecr:GetDownloadUrlForLayer",
          ],
          resources: [`arn:aws:ecr:${region}:${account}:repository/${repository}`],
        },
      ];
}
