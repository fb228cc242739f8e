import { AgentPool as TfeAgentPool } from "@cdktf/provider-tfe/lib/agent-pool";
import { AgentPoolAllowedWorkspaces } from "@cdktf/provider-tfe/lib/agent-pool-allowed-workspaces";
import { AgentToken } from "@cdktf/provider-tfe/lib/agent-token";
import { WorkspaceSettings } from "@cdktf/provider-tfe/lib/workspace-settings";
import { describe, expect, it } from "vitest";
import { AgentPool } from "../../src/terraform-cloud/agent-pool";
import { Workspace } from "../../src/terraform-cloud/workspace";
import { Terraform } from "../support/terraform";

const terraform = Terraform.of((scope) => {
  const pool = new AgentPool(scope, "agents", { name: "agents-prod" });
  new Workspace(scope, "services", {
    name: "cluster-services-prod",
    description: "cluster-services of prod",
    projectId: "prj-1",
    tags: [],
    terraformVersion: "1.11.4",
    execution: pool,
    autoApply: false,
    healthAssessments: false,
    stateReaders: [],
    teams: [],
    notify: [],
  });
});

describe("AgentPool", () => {
  it("admits the workspaces that use it, and no others of the organisation", () => {
    expect(terraform.only(TfeAgentPool).organization_scoped).toBe(false);
    expect(terraform.only(AgentPoolAllowedWorkspaces).allowed_workspace_ids).toEqual([
      "${tfe_workspace.services_workspace.id}",
    ]);
  });

  it("runs a workspace once it has admitted it", () => {
    expect(terraform.only(WorkspaceSettings)).toMatchObject({
      execution_mode: "agent",
      agent_pool_id: "${tfe_agent_pool_allowed_workspaces.agents_workspaces.agent_pool_id}",
    });
  });

  it("has no token in the state", () => {
    expect(terraform.all(AgentToken)).toEqual([]);
  });
});
