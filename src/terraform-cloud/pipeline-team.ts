import { Team as TfeTeam } from "@cdktf/provider-tfe/lib/team";
import type { TeamAccessPermissions } from "@cdktf/provider-tfe/lib/team-access";
import { Construct } from "constructs";

export interface PipelineTeamProps {
  readonly name: string;
}

/**
 * Team without members: a workflow has its token, which an administrator makes with an end date. Terraform makes no
 * token, because its state would keep it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/tfe/0.71.0/docs/resources/team
 */
export class PipelineTeam extends Construct {
  readonly id: string;

  constructor(scope: Construct, id: string, { name }: PipelineTeamProps) {
    super(scope, id);
    this.id = new TfeTeam(this, "team", {
      name,
      visibility: "secret",
      allowMemberTokenManagement: false,
    }).id;
  }
}

const NOTHING_BUT_RUNS = {
  variables: "none",
  stateVersions: "none",
  sentinelMocks: "none",
  workspaceLocking: false,
  runTasks: false,
};

/** Starts runs and reads their plans. Applies none, and reads no state and no variable. */
export const PLANS: TeamAccessPermissions = { ...NOTHING_BUT_RUNS, runs: "plan" };

/** Starts and applies runs. Reads no state and no variable. */
export const APPLIES: TeamAccessPermissions = { ...NOTHING_BUT_RUNS, runs: "apply" };
