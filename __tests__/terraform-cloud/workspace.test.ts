import { NotificationConfiguration } from "@cdktf/provider-tfe/lib/notification-configuration";
import { TeamAccess } from "@cdktf/provider-tfe/lib/team-access";
import { Workspace as TfeWorkspace } from "@cdktf/provider-tfe/lib/workspace";
import { WorkspaceSettings } from "@cdktf/provider-tfe/lib/workspace-settings";
import { describe, expect, it } from "vitest";
import { Team, teamSlug } from "../../src/terraform-cloud/team";
import { Workspace, type WorkspaceProps } from "../../src/terraform-cloud/workspace";
import { Terraform } from "../support/terraform";

const defaults: WorkspaceProps = {
  name: "vpc-test",
  description: "vpc of test",
  projectId: "prj-1",
  tags: ["test", "vpc"],
  terraformVersion: "1.11.4",
  execution: "remote",
  autoApply: false,
  healthAssessments: true,
  stateReaders: [],
  teams: [],
  notify: ["user-1"],
};

const workspace = (props: Partial<WorkspaceProps> = {}) =>
  Terraform.of((scope) => new Workspace(scope, "vpc-test", { ...defaults, ...props }));

describe("Workspace", () => {
  it("is in its project, under its name, with one version of Terraform", () => {
    expect(workspace().only(TfeWorkspace)).toMatchObject({
      name: "vpc-test",
      description: "vpc of test",
      project_id: "prj-1",
      tag_names: ["test", "vpc"],
      terraform_version: "1.11.4",
    });
  });

  it("is tied to no repository and runs nothing that nobody has uploaded", () => {
    const { queue_all_runs, ...others } = workspace().only(TfeWorkspace);

    expect(queue_all_runs).toBe(false);
    expect(Object.keys(others)).not.toContain("vcs_repo");
    expect(Object.keys(others)).not.toContain("trigger_patterns");
    expect(Object.keys(others)).not.toContain("working_directory");
  });

  it.each([true, false])("applies by itself, or not: %s", (autoApply) => {
    expect(workspace({ autoApply }).only(TfeWorkspace).auto_apply).toBe(autoApply);
  });

  it.each([true, false])("says twice, so that neither resource undoes the other: %s", (value) => {
    const terraform = workspace({ autoApply: value, healthAssessments: value });

    for (const resource of [TfeWorkspace, WorkspaceSettings]) {
      expect(terraform.only(resource)).toMatchObject({ auto_apply: value, assessments_enabled: value });
    }
  });

  it.each(["remote", "local"] as const)("runs where it is told: %s", (execution) => {
    expect(workspace({ execution }).only(WorkspaceSettings)).toMatchObject({
      workspace_id: "${tfe_workspace.vpc-test_workspace.id}",
      execution_mode: execution,
    });
  });

  it("shows its state to nobody", () => {
    expect(workspace().only(WorkspaceSettings)).toMatchObject({
      global_remote_state: false,
      remote_state_consumer_ids: [],
    });
  });

  it("shows its state to the workspaces that read it", () => {
    const terraform = Terraform.of((scope) => {
      const reader = new Workspace(scope, "dns-test", defaults);
      new Workspace(scope, "vpc-test", { ...defaults, stateReaders: [reader] });
    });

    expect(terraform.named(WorkspaceSettings)["vpc-test_settings"]).toMatchObject({
      remote_state_consumer_ids: ["${tfe_workspace.dns-test_workspace.id}"],
    });
  });

  it("lets a team in under an address that can be read", () => {
    const terraform = Terraform.of((scope) => {
      const name = "GOV.UK Non-Production (r/o)";
      const team = new Team(scope, teamSlug(name), { name });
      new Workspace(scope, "vpc-test", { ...defaults, teams: [{ team, access: "write" }] });
    });

    expect(terraform.json.data.tfe_team["gov-uk-non-production-r-o_team"].name).toBe(
      "GOV.UK Non-Production (r/o)",
    );
    expect(terraform.named(TeamAccess)["vpc-test_gov-uk-non-production-r-o"]).toMatchObject({
      access: "write",
      team_id: "${data.tfe_team.gov-uk-non-production-r-o_team.id}",
      workspace_id: "${tfe_workspace.vpc-test_workspace.id}",
    });
  });

  it("writes e-mails about runs that fail or wait, and about drift", () => {
    expect(workspace().only(NotificationConfiguration)).toMatchObject({
      enabled: true,
      destination_type: "email",
      email_user_ids: ["user-1"],
      triggers: [
        "run:errored",
        "run:needs_attention",
        "assessment:drifted",
        "assessment:failed",
        "assessment:check_failure",
      ],
    });
  });

  it("asks for no assessments that HCP Terraform does not make", () => {
    const terraform = workspace({ healthAssessments: false });

    expect(terraform.only(TfeWorkspace).assessments_enabled).toBe(false);
    expect(terraform.only(NotificationConfiguration).triggers).toEqual([
      "run:errored",
      "run:needs_attention",
    ]);
  });

  it("writes to nobody where there is nobody to write to", () => {
    expect(workspace({ notify: [] }).all(NotificationConfiguration)).toEqual([]);
  });
});
