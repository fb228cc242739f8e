import { NotificationConfiguration } from "@cdktf/provider-tfe/lib/notification-configuration";
import { TeamAccess, type TeamAccessPermissions } from "@cdktf/provider-tfe/lib/team-access";
import { Workspace as TfeWorkspace } from "@cdktf/provider-tfe/lib/workspace";
import { WorkspaceSettings } from "@cdktf/provider-tfe/lib/workspace-settings";
import { Construct, type Node } from "constructs";
import type { AgentPool } from "./agent-pool";

/** Access of a team to a workspace. */
export interface WorkspaceTeam {
  readonly team: NamedTeam;

  /** One of HCP Terraform's fixed levels, or permissions one by one. */
  readonly access: "read" | "plan" | "write" | "admin" | TeamAccessPermissions;
}

/** A team that is looked up, or one that is made. */
interface NamedTeam {
  readonly node: Node;
  readonly id: string;
}

export interface WorkspaceProps {
  /** Name, unique in the organisation: the id of the stack whose state it keeps. */
  readonly name: string;
  readonly description: string;
  readonly projectId: string;
  readonly tags: readonly string[];

  /** Exact version, such as `1.11.4`. */
  readonly terraformVersion: string;

  /** Place of its runs: HCP Terraform, its agents, or the machine of the engineer who types `terraform apply`. */
  readonly execution: "remote" | "local" | AgentPool;

  /** Applies a successful plan without confirmation. */
  readonly autoApply: boolean;

  /** Has HCP Terraform look for drift between runs. */
  readonly healthAssessments: boolean;

  /** Workspaces that alone may read its state. */
  readonly stateReaders: readonly Workspace[];
  readonly teams: readonly WorkspaceTeam[];

  /** User ids of members who get an e-mail when a run fails or waits for confirmation. */
  readonly notify: readonly string[];
}

const RUN_TRIGGERS = ["run:errored", "run:needs_attention"];
const HEALTH_TRIGGERS = ["assessment:drifted", "assessment:failed", "assessment:check_failure"];

/**
 * A workspace of HCP Terraform: one stack's state, its runs, and the teams with access. Engineers and
 * workflows upload the configuration (CLI or API); no repository and no other workspace starts a run.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/workspaces
 */
export class Workspace extends Construct {
  readonly id: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: WorkspaceProps,
  ) {
    super(scope, id);
    const { name, description, projectId, tags, terraformVersion } = props;

    this.id = new TfeWorkspace(this, "workspace", {
      name,
      description,
      projectId,
      tagNames: [...tags],
      terraformVersion,
      autoApply: props.autoApply,
      assessmentsEnabled: props.healthAssessments,
      // Without a repository there is nothing to run before the first upload.
      queueAllRuns: false,
    }).id;

    // The provider takes what this resource leaves out for false, also where the workspace says true: both say it.
    new WorkspaceSettings(this, "settings", {
      workspaceId: this.id,
      ...executionOf(props.execution, this.id),
      autoApply: props.autoApply,
      assessmentsEnabled: props.healthAssessments,
      globalRemoteState: false,
      remoteStateConsumerIds: props.stateReaders.map((reader) => reader.id),
    });

    props.teams.forEach(({ team, access }) => {
      new TeamAccess(this, team.node.id, {
        workspaceId: this.id,
        teamId: team.id,
        ...(typeof access === "string" ? { access } : { permissions: [access] }),
      });
    });
    if (props.notify.length > 0) {
      this.sendNotifications();
    }
  }

  private sendNotifications(): void {
    const { name, notify, healthAssessments } = this.props;

    new NotificationConfiguration(this, "notifications", {
      name,
      workspaceId: this.id,
      enabled: true,
      destinationType: "email",
      emailUserIds: [...notify],
      triggers: [...RUN_TRIGGERS, ...(healthAssessments ? HEALTH_TRIGGERS : [])],
    });
  }
}

/** Mode of runs. A pool admits the workspace first, without which it runs nothing. */
const executionOf = (execution: WorkspaceProps["execution"], workspaceId: string) =>
  typeof execution === "string"
    ? { executionMode: execution }
    : { executionMode: "agent", agentPoolId: execution.admit(workspaceId) };
