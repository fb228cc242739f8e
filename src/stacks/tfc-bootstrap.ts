import { Project } from "@cdktf/provider-tfe/lib/project";
import type { App } from "cdktf";
import type { CloudBackendConfig } from "../settings/state/backend";
import type { Organisation } from "../settings/organisation/organisation";
import { terraformCloudOf } from "../settings/organisation/terraform-cloud";
import { Workspace } from "../terraform-cloud/workspace";
import { OrganisationStack } from "./organisation-stack";
import { addTeams } from "./tfc-configuration/teams";

/** First workspace, which makes all the others. An engineer applies it once, from their own machine. */
export class TfcBootstrapStack extends OrganisationStack {
  constructor(app: App, organisation: Organisation, cloud: CloudBackendConfig) {
    super(app, "tfc-bootstrap", organisation, cloud, { type: "local" });
    const { configurationProject, configurationTeams, terraformVersion } = terraformCloudOf(organisation);

    const project = new Project(this, "project", {
      name: configurationProject,
      description: "The workspace that makes all other workspaces",
    });
    new Workspace(this, "tfc-configuration", {
      name: "tfc-configuration",
      description: "Makes every other workspace, and says who may use it",
      projectId: project.id,
      tags: ["tfc", "configuration"],
      terraformVersion,
      execution: "remote",
      autoApply: false,
      healthAssessments: false,
      stateReaders: [],
      teams: addTeams(this, [configurationTeams])(configurationTeams),
      notify: [],
    });
  }
}
