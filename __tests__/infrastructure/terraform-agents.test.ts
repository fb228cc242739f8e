import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { describe, expect, it } from "vitest";
import { TerraformAgents } from "../../src/infrastructure/terraform-agents";
import { FREIGHT } from "../support/freight-cluster";
import { type Block, Terraform } from "../support/terraform";

const agentsOf = (image: string) =>
  Terraform.of((scope) => {
    new TerraformAgents(scope, "agents", {
      ...FREIGHT,
      subnetIds: ["subnet-a"],
      image,
      tokenSecret: "acme/terraform-agents",
      address: "https://app.terraform.io",
      count: 2,
    });
  });

const terraform = agentsOf("docker.io/hashicorp/tfc-agent@sha256:0");
const actionsOf = (one: Terraform): string[] =>
  JSON.parse(one.only(IamRolePolicy).policy).Statement.flatMap(({ Action }: Block) => Action as string[]);

describe("TerraformAgents", () => {
  it("run without a role, with a token that ECS reads", () => {
    const { task_role_arn: role, container_definitions: containers } = terraform.only(EcsTaskDefinition);

    expect(role).toBeUndefined();
    expect(JSON.parse(containers)[0].secrets).toEqual([
      { name: "TFC_AGENT_TOKEN", valueFrom: "${data.aws_secretsmanager_secret.agents_token.arn}" },
    ]);
  });

  it("are of one release until another is written", () => {
    const { environment } = JSON.parse(terraform.only(EcsTaskDefinition).container_definitions)[0];

    expect(environment).toContainEqual({ name: "TFC_AGENT_AUTO_UPDATE", value: "disabled" });
  });

  it("run one run each, so that none meets what code of another left behind", () => {
    const { environment } = JSON.parse(terraform.only(EcsTaskDefinition).container_definitions)[0];

    expect(environment).toContainEqual({ name: "TFC_AGENT_SINGLE", value: "true" });
  });

  it("admit no connection, and have no address on the internet", () => {
    expect(terraform.all(VpcSecurityGroupIngressRule).map((rule) => rule.security_group_id)).toEqual([
      "sg-cluster",
    ]);
    expect(terraform.only(EcsService).network_configuration.assign_public_ip).toBe(false);
  });

  it("start by a role that tasks of this account alone assume", () => {
    const [statement] = JSON.parse(terraform.only(IamRole).assume_role_policy).Statement;

    expect(statement.Condition).toEqual({ StringEquals: { "aws:SourceAccount": "123456789012" } });
  });

  it("may be pulled from the repository in ECR that their image names, and from no other", () => {
    const fromEcr = agentsOf("123456789012.dkr.ecr.eu-central-1.amazonaws.com/copies/tfc-agent@sha256:0");
    const pull = JSON.parse(fromEcr.only(IamRolePolicy).policy).Statement.find(({ Action }: Block) =>
      (Action as string[]).includes("ecr:BatchGetImage"),
    );

    expect(pull.Resource).toEqual(["arn:aws:ecr:eu-central-1:123456789012:repository/copies/tfc-agent"]);
    expect(actionsOf(terraform).filter((action) => action.startsWith("ecr:"))).toEqual([]);
  });
});
