import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { describe, expect, it } from "vitest";
import { platform as fleet } from "../../../examples/giant-swarm";
import { terraformCloud } from "../../../src/platform/terraform-cloud";
import { definePlatform } from "../../../src/settings/define-platform";
import { isAllowed, statementsOf } from "../../support/run-roles";
import { synthesisePlatform } from "../../support/synthesise";

const own = terraformCloud.environments.integration!;

/** Stacks of the example's fleet, whose states and runs are in HCP Terraform. */
const stacks = synthesisePlatform(
  definePlatform({
    organisation: {
      ...fleet.organisation,
      terraformCloud: {
        ...terraformCloud,
        environments: Object.fromEntries(
          fleet.environments.map(({ name }) => [
            name,
            { ...own, pipelines: { plan: `Pipelines plan ${name}`, apply: `Pipelines apply ${name}` } },
          ]),
        ),
        ephemeral: false,
      },
    },
    environments: fleet.environments.map((environment) => ({
      ...environment,
      backend: { type: "cloud", organization: "windfleet", project: terraformCloud.project },
    })),
  }),
);

const applies = (environment: string) => statementsOf(stacks[`tfc-aws-config-${environment}`]!, "apply");
const boundary = (environment: string) =>
  Object.entries(stacks[`tfc-aws-config-${environment}`]!.named(IamPolicy))
    .filter(([name]) => name.includes("boundary"))
    .flatMap(([, { policy }]) => (JSON.parse(policy as string) as { Statement: never[] }).Statement);

const HUB = "111100001111";
const WORKSPACE = `arn:aws:aps:eu-central-1:${HUB}:workspace/ws-1`;
const WRITER = `arn:aws:iam::${HUB}:role/hub-metrics-of-southwind`;

describe("runs of a management cluster", () => {
  it("make the workspace, its rules and its routes", () => {
    for (const action of ["aps:UpdateWorkspaceConfiguration", "aps:PutAlertManagerDefinition"]) {
      expect(isAllowed(applies("hub"), action, WORKSPACE)).toBe(true);
    }
    expect(isAllowed(applies("hub"), "aps:CreateWorkspace", "*")).toBe(true);
    expect(isAllowed(applies("hub"), "aps:QueryMetrics", WORKSPACE)).toBe(false);
  });

  it("make every role and topic of the fleet", () => {
    const infrastructure = stacks["cluster-infrastructure-hub"]!;
    const roles = infrastructure.all(IamRole).map(({ name }) => `arn:aws:iam::${HUB}:role/${name as string}`);
    const topics = infrastructure
      .all(SnsTopic)
      .map(({ name }) => `arn:aws:sns:eu-central-1:${HUB}:${name as string}`);

    expect(roles).toContain(WRITER);
    expect(topics.length).toBeGreaterThanOrEqual(5);
    expect(roles.filter((arn) => !isAllowed(applies("hub"), "iam:CreateRole", arn))).toEqual([]);
    expect(topics.filter((arn) => !isAllowed(applies("hub"), "sns:CreateTopic", arn))).toEqual([]);
  });

  it("make sinks of logs in any region, and no link", () => {
    expect(isAllowed(applies("hub"), "oam:PutSinkPolicy", `arn:aws:oam:eu-west-1:${HUB}:sink/1`)).toBe(true);
    expect(isAllowed(applies("hub"), "oam:CreateLink", `arn:aws:oam:eu-central-1:${HUB}:sink/1`)).toBe(false);
  });

  it("let its roles write to the workspace and read it", () => {
    expect(isAllowed(boundary("hub"), "aps:RemoteWrite", WORKSPACE)).toBe(true);
    expect(isAllowed(boundary("hub"), "aps:QueryMetrics", WORKSPACE)).toBe(true);
  });
});

describe("runs of a workload cluster", () => {
  it("link its logs, and make neither sinks nor workspaces", () => {
    const link = `arn:aws:oam:eu-west-1:${HUB}:sink/1`;

    expect(isAllowed(applies("southwind"), "oam:CreateLink", link)).toBe(true);
    expect(isAllowed(applies("southwind"), "oam:CreateSink", "*")).toBe(false);
    expect(isAllowed(applies("southwind"), "aps:CreateWorkspace", "*")).toBe(false);
  });

  it("let the role of its Prometheus take the one that writes", () => {
    expect(isAllowed(boundary("southwind"), "sts:AssumeRole", WRITER)).toBe(true);
    expect(
      isAllowed(boundary("southwind"), "sts:AssumeRole", `arn:aws:iam::${HUB}:role/terraform-apply`),
    ).toBe(false);
  });
});

describe.each(["hub", "northwind", "southwind"])("sign-in of runs of %s", (environment) => {
  const terraform = stacks[`tfc-aws-config-${environment}`]!;

  it("has policies within AWS's limits", () => {
    const lengths = Object.entries(terraform.named(IamPolicy)).map(([name, { policy }]) => [
      name,
      (policy as string).replaceAll(/\$\{[^}]*\}/g, "123456789012").length,
    ]);

    expect(lengths.filter(([, length]) => Number(length) > 6144)).toEqual([]);
    for (const role of ["plan_", "apply_"]) {
      const attached = Object.keys(terraform.named(IamRolePolicyAttachment)).filter((name) =>
        name.startsWith(role),
      );
      expect(attached.length).toBeLessThanOrEqual(10);
    }
  });
});
