import { DataTfeOrganizationMembership } from "@cdktf/provider-tfe/lib/data-tfe-organization-membership";
import { NotificationConfiguration } from "@cdktf/provider-tfe/lib/notification-configuration";
import { Project } from "@cdktf/provider-tfe/lib/project";
import { Team } from "@cdktf/provider-tfe/lib/team";
import { TeamAccess } from "@cdktf/provider-tfe/lib/team-access";
import { Variable } from "@cdktf/provider-tfe/lib/variable";
import { Workspace } from "@cdktf/provider-tfe/lib/workspace";
import { WorkspaceSettings } from "@cdktf/provider-tfe/lib/workspace-settings";
import { WorkspaceVariableSet } from "@cdktf/provider-tfe/lib/workspace-variable-set";
import { describe, expect, it } from "vitest";
import { defineEnvironments, organisation } from "../support/organisation";
import { integration } from "../../src/platform/environments/integration";
import { production } from "../../src/platform/environments/production";
import { staging } from "../../src/platform/environments/staging";
import { stacksOf as stackIdsOf } from "../../src/settings/environment/stack-names";
import { terraformCloudOf } from "../../src/settings/organisation/terraform-cloud";
import { environments, environmentStacks, platform } from "../support/platform";
import { stacksOf } from "../support/stacks";
import type { Terraform } from "../support/terraform";

const configuration = platform["tfc-configuration"]!;
const bootstrap = platform["tfc-bootstrap"]!;
/** Names of stacks of an environment. */
const idsIn = (name: string): string[] =>
  stackIdsOf(environments.find((environment) => environment.name === name)!).map(({ id }) => id);

const names = (terraform: Terraform | undefined) =>
  (terraform?.all(Workspace) ?? []).map(({ name }) => name as string).sort();

describe("tfc-configuration", () => {
  it("makes a workspace for every stack of every environment, under the stack's id", () => {
    expect(names(configuration)).toEqual(environmentStacks.map(({ id }) => id).sort());
  });

  it("makes the workspaces of an environment with the environment", () => {
    const before = stacksOf(...defineEnvironments([integration]));
    const after = stacksOf(...defineEnvironments([integration, staging]));
    const added = names(after["tfc-configuration"]).filter(
      (name) => !names(before["tfc-configuration"]).includes(name),
    );

    expect(added).toEqual(idsIn("staging").sort());
  });

  it("makes none for a stack that an environment does without", () => {
    const cidr = "10.13.0.0/16";
    const vpc = {
      existing: {
        id: "vpc-1234abcd",
        cidr,
        internetGatewayId: "igw-1234abcd",
        privateSubnetIds: { rds_a: "subnet-1234abcd", rds_b: "subnet-1234abce" },
        privateRouteTableIds: ["rtb-1234abcd"],
      },
    };
    const stacks = stacksOf(...defineEnvironments([{ ...production, network: { vpc } }]));

    expect(names(stacks["tfc-configuration"])).toEqual([
      "cluster-access-production",
      "cluster-infrastructure-production",
      "cluster-services-production",
      "ecr-production",
      "external-services-production",
      "root-dns-production",
      "tfc-aws-config-production",
    ]);
  });

  it("leaves environments alone whose state is elsewhere", () => {
    const local = { ...staging, backend: { type: "local" } as const };
    const stacks = stacksOf(...defineEnvironments([integration, local]));

    expect(names(stacks["tfc-configuration"]).filter((name) => idsIn("staging").includes(name))).toEqual([]);
  });

  it("does not exist where nobody uses HCP Terraform", () => {
    const stacks = stacksOf(...defineEnvironments([{ ...integration, backend: { type: "local" } }]));

    expect(Object.keys(stacks).filter((id) => id.startsWith("tfc-"))).toEqual([]);
  });

  it("makes one project for each that the environments name, and puts their workspaces into it", () => {
    const backend = { type: "cloud", organization: "govuk", project: "Other project" } as const;
    const stacks = stacksOf(...defineEnvironments([integration, { ...staging, backend }]));
    const terraform = stacks["tfc-configuration"]!;

    expect(terraform.all(Project).map(({ name }) => name as string)).toEqual([
      "govuk-infrastructure",
      "Other project",
    ]);
    expect(terraform.named(Workspace)["vpc-staging_workspace"]!.project_id).toBe(
      "${tfe_project.project-other-project.id}",
    );
  });

  it("tags a workspace with its environment and its deployment", () => {
    expect(configuration.named(Workspace)["root-dns-staging_workspace"]!.tag_names).toEqual([
      "staging",
      "root-dns",
      "eks",
      "aws",
    ]);
  });

  it("has every workspace run the same Terraform", () => {
    const versions = [...configuration.all(Workspace), ...bootstrap.all(Workspace)].map(
      ({ terraform_version }) => terraform_version as string,
    );

    expect(new Set(versions)).toEqual(new Set([terraformCloudOf(organisation).terraformVersion]));
  });

  it("runs everything remotely, but for what gives the runs their roles", () => {
    const local = Object.entries(configuration.named(WorkspaceSettings))
      .filter(([, { execution_mode }]) => execution_mode !== "remote")
      .map(([name, { execution_mode }]) => [name, execution_mode as string]);

    expect(local.sort()).toEqual(
      environments.map(({ name }) => [`tfc-aws-config-${name}_settings`, "local"]).sort(),
    );
  });

  it("has agents run the stacks that call an API inside the VPC, and no others", () => {
    const agents = {
      image: `docker.io/hashicorp/tfc-agent@sha256:${"0".repeat(64)}`,
      tokenSecret: "govuk/terraform-agents",
    };
    const govuk = { ...production.clusters.govuk!, endpointAccess: { public: false, agents } } as const;
    const inside = stacksOf(...defineEnvironments([{ ...production, clusters: { govuk } }]));
    const settings = inside["tfc-configuration"]!.named(WorkspaceSettings);
    const onAgents = Object.keys(settings).filter((name) => settings[name]!.execution_mode === "agent");

    expect(onAgents.sort()).toEqual([
      "cluster-access-production_settings",
      "cluster-services-production_settings",
    ]);
  });

  it("leaves every apply to the workflow that deploys", () => {
    expect(configuration.all(Workspace).filter(({ auto_apply }) => auto_apply !== false)).toEqual([]);
    expect(configuration.json.resource).not.toHaveProperty("tfe_run_trigger");
  });

  it("gives the runs of an environment the roles of its account, and no others", () => {
    const workspaces = Object.keys(configuration.named(WorkspaceVariableSet)).filter((name) =>
      name.startsWith("aws-credentials-staging_"),
    );
    const values = Object.entries(configuration.named(Variable))
      .filter(([name]) => name.startsWith("aws-credentials-staging_"))
      .map(([, { value }]) => value as string);

    expect(workspaces).toEqual([
      "aws-credentials-staging_cluster-access-staging",
      "aws-credentials-staging_cluster-infrastructure-staging",
      "aws-credentials-staging_cluster-services-staging",
      "aws-credentials-staging_external-services-staging",
      "aws-credentials-staging_root-dns-staging",
      "aws-credentials-staging_vpc-staging",
    ]);
    expect(values).toEqual([
      "arn:aws:iam::696911096973:role/terraform-apply",
      "arn:aws:iam::696911096973:role/terraform-plan",
      "true",
    ]);
  });

  const access = configuration.named(TeamAccess);
  const workspacesOfTeam = (team: string) =>
    Object.keys(access).flatMap((name) => (name.endsWith(`_${team}`) ? [name.split("_")[0]!] : []));
  const applied = names(configuration).filter((name) => !name.startsWith("tfc-"));

  it("lets the production team write wherever runs apply, and the other only in integration", () => {
    expect(workspacesOfTeam("gov-uk-production").sort()).toEqual(applied);
    expect(workspacesOfTeam("gov-uk-non-production-r-o")).toEqual(
      applied.filter((name) => idsIn("integration").includes(name)),
    );
  });

  it("lets administrators alone change, and read the state of, what a person applies", () => {
    const byHand = Object.entries(access).filter(([name]) => name.startsWith("tfc-"));

    expect(byHand.map(([name, { access: level }]) => [name, level as string]).sort()).toEqual(
      environments.map(({ name }) => [`tfc-aws-config-${name}_gov-uk-senior-tech`, "admin"]).sort(),
    );
  });

  it.each(["plan", "apply"])(
    "has a team of workflows for each environment that may %s there, and nothing else",
    (phase) => {
      for (const environment of organisation.promotion) {
        const team = `pipelines-${phase}-${environment}`;

        expect(workspacesOfTeam(team).sort()).toEqual(
          applied.filter((name) => idsIn(environment).includes(name)),
        );
        for (const name of workspacesOfTeam(team)) {
          expect(access[`${name}_${team}`]!.permissions).toEqual([
            {
              run_tasks: false,
              runs: phase,
              sentinel_mocks: "none",
              state_versions: "none",
              variables: "none",
              workspace_locking: false,
            },
          ]);
        }
      }
    },
  );

  it("makes the teams of workflows without members, and no token that a state would keep", () => {
    expect(configuration.all(Team).map(({ name }) => name as string)).toContain("Pipelines apply ephemeral");
    expect(configuration.all(Team).filter(({ visibility }) => visibility !== "secret")).toEqual([]);
    expect(Object.keys(configuration.json.resource)).not.toContain("tfe_team_token");
  });

  it("tells the platform's engineers of every run that fails", () => {
    expect(configuration.only(DataTfeOrganizationMembership).email).toBe(
      "govuk-platform-engineering@digital.cabinet-office.gov.uk",
    );
    expect(configuration.all(NotificationConfiguration)).toHaveLength(
      Object.keys(configuration.named(WorkspaceVariableSet)).length,
    );
  });

  it("keeps its own state in the workspace that tfc-bootstrap makes", () => {
    expect(configuration.json.terraform.cloud).toEqual({
      organization: "govuk",
      workspaces: { name: "tfc-configuration", project: "tfc-configuration" },
    });
    expect(names(bootstrap)).toEqual(["tfc-configuration"]);
    expect(bootstrap.only(Project).name).toBe("tfc-configuration");
  });
});

describe("tfc-bootstrap", () => {
  it("keeps its state on the machine of whoever applies it", () => {
    expect(bootstrap.json.terraform.backend).toEqual({
      local: { path: "../../../terraform-state/tfc-bootstrap.tfstate" },
    });
  });

  it("lets seniors alone change the workspace of workspaces", () => {
    expect(bootstrap.named(TeamAccess)["tfc-configuration_gov-uk-senior-tech"]!.access).toBe("admin");
    expect(bootstrap.named(TeamAccess)["tfc-configuration_gov-uk-production"]!.access).toBe("read");
  });

  it("has it applied by an administrator's own sign-in, so that no token of the organisation is kept", () => {
    expect(bootstrap.only(WorkspaceSettings).execution_mode).toBe("local");
    expect(Object.keys({ ...bootstrap.json.resource, ...configuration.json.resource })).not.toContain(
      "tfe_organization_token",
    );
  });

  it("needs no AWS account", () => {
    expect(Object.keys(bootstrap.json.provider)).toEqual(["tfe"]);
    expect(Object.keys(configuration.json.provider)).toEqual(["tfe"]);
  });
});
