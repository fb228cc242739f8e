import { DataAwsSecretsmanagerSecret } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret";
import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { Construct } from "constructs";
import { policyDocument } from "../constructs/iam-policy";
import { agentsLogGroupName, agentsName, serviceRoleName, TERRAFORM_AGENTS } from "../names/cluster-names";
import { type ApiTarget, httpsToApi } from "./api-target";
import { EncryptedLogGroup, type EncryptedLogGroupProps } from "./encrypted-log-group";
import { ServiceRole } from "./service-role";
import { agentContainer, imagePermissions } from "./terraform-agent-container";

export interface TerraformAgentsProps extends Omit<EncryptedLogGroupProps, "name" | "contents"> {
  readonly target: ApiTarget;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];

  /** Image with its digest, as ECS pulls it. */
  readonly image: string;

  /** Name of the secret with the token of the agent pool. */
  readonly tokenSecret: string;

  /** Address of HCP Terraform. */
  readonly address: string;
  readonly count: number;
}

/** Share of a machine for one agent, which runs one Terraform at a time. */
const SIZE = { cpu: "1024", memory: "4096" };

/**
 * Agents of HCP Terraform in the private subnets of a cluster, on Fargate. They have no role: each run signs in to AWS as
 * runs at HCP Terraform do. They ask for work, and nothing connects to them.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/agents
 */
export class TerraformAgents extends Construct {
  constructor(scope: Construct, id: string, props: TerraformAgentsProps) {
    super(scope, id);
    const name = agentsName(props.target.clusterName);

    const cluster = new EcsCluster(this, "cluster", {
      name,
      setting: [{ name: "containerInsights", value: "enabled" }],
    });
    new EcsService(this, "service", {
      name,
      cluster: cluster.arn,
      taskDefinition: this.task(name, props).arn,
      desiredCount: props.count,
      launchType: "FARGATE",
      networkConfiguration: {
        subnets: [...props.subnetIds],
        securityGroups: [this.securityGroup(name, props).id],
        assignPublicIp: false,
      },
    });
  }

  private task(name: string, props: TerraformAgentsProps): EcsTaskDefinition {
    const { region, image, address, target } = props;
    const log = new EncryptedLogGroup(this, "log", {
      ...props,
      name: agentsLogGroupName(target.clusterName),
      contents: `Agents of HCP Terraform in ${target.clusterName}`,
    });
    const token = new DataAwsSecretsmanagerSecret(this, "token", { name: props.tokenSecret });
    const role = this.role(props, { secretArn: token.arn, logGroupArn: log.arn });

    return new EcsTaskDefinition(this, "task", {
      family: name,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      ...SIZE,
      executionRoleArn: role.arn,
      containerDefinitions: agentContainer({
        name,
        image,
        address,
        region,
        token: token.arn,
        logGroup: log.name,
      }),
      dependsOn: [...role.ready],
    });
  }

  /** Role by which ECS itself pulls the image, reads the token and writes logs. Agents do not have it. */
  private role(
    { target, accountId, image }: TerraformAgentsProps,
    { secretArn, logGroupArn }: { readonly secretArn: string; readonly logGroupArn: string },
  ): ServiceRole {
    return new ServiceRole(this, "role", {
      name: serviceRoleName(target.clusterName, TERRAFORM_AGENTS),
      description: `Start of Terraform's agents in ${target.clusterName}`,
      trust: policyDocument([
        {
          Effect: "Allow",
          Principal: { Service: "ecs-tasks.amazonaws.com" },
          Action: ["sts:AssumeRole"],
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
      ]),
      managedPolicies: [],
      permissions: [
        { actions: ["secretsmanager:GetSecretValue"], resources: [secretArn] },
        { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [`${logGroupArn}:*`] },
        ...imagePermissions(image),
      ],
    });
  }

  /** Security group without a rule for traffic in. */
  private securityGroup(name: string, { target, vpcId }: TerraformAgentsProps): SecurityGroup {
    const group = new SecurityGroup(this, "security-group", {
      name,
      description: `Terraform's agents in ${target.clusterName}`,
      vpcId,
    });
    httpsToApi(this, target, { name: "Terraform's agents", securityGroupId: group.id });
    new VpcSecurityGroupEgressRule(this, "https-out", {
      securityGroupId: group.id,
      description: "HTTPS to HCP Terraform, AWS and registries",
      cidrIpv4: "0.0.0.0/0",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
    });
    return group;
  }
}
