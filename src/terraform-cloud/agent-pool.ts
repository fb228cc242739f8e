import { AgentPool as TfeAgentPool } from "@cdktf/provider-tfe/lib/agent-pool";
import { AgentPoolAllowedWorkspaces } from "@cdktf/provider-tfe/lib/agent-pool-allowed-workspaces";
import { Lazy } from "cdktf";
import { Construct } from "constructs";

export interface AgentPoolProps {
  /** Name, unique in the organisation. */
  readonly name: string;
}

/**
 * Pool of agents, for the workspaces that it admits and no others. A person makes its token: in a state, it would be a
 * secret that plans show.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/agents/agent-pools
 */
export class AgentPool extends Construct {
  private readonly workspaces: string[] = [];
  private readonly admitted: AgentPoolAllowedWorkspaces;

  constructor(scope: Construct, id: string, { name }: AgentPoolProps) {
    super(scope, id);

    const pool = new TfeAgentPool(this, "pool", { name, organizationScoped: false });
    this.admitted = new AgentPoolAllowedWorkspaces(this, "workspaces", {
      agentPoolId: pool.id,
      allowedWorkspaceIds: Lazy.listValue({ produce: () => this.workspaces }),
    });
  }

  /** Admits a workspace, and returns the id of the pool, which is known once the pool has admitted it. */
  admit(workspaceId: string): string {
    this.workspaces.push(workspaceId);
    return this.admitted.agentPoolId;
  }
}
