import { Project } from "@cdktf/provider-tfe/lib/project";
import type { App } from "cdktf";
import type { CloudBackendConfig } from "../settings/state/backend";
import type { Organisation } from "../settings/organisation/organisation";
import { terraformCloudOf } from "../settings/organisation/terraform-cloud";
import { Workspace } from "../terraform-cloud/workspace";
import { OrganisationStack } from "./organisation-stack";
import { addTeams, configurationAccess } from "./tfc-configuration/teams";

/** First workspace, which makes all the others. An engineer applies it once, from their own machine. */
export class TfcBootstrapStack extends OrganisationStack {
  constructor(app: App, organisation: Organisation, cloud: CloudBackendConfig) {
    super(app, "tfc-bootstrap", organisation, cloud, { type: "local" });
    const { configurationProject, administrators, configurationReaders, terraformVersion } =
      terraformCloudOf(organisation);
    const teams = configurationAccess(administrators, configurationReaders);

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
      // An administrator applies it with their own sign-in: no token that may change the organisation is kept.
      execution: "local",
      autoApply: false,
      healthAssessments: false,
      stateReaders: [],
      teams: addTeams(this, [teams])(teams),
      notify: [],
    });
  }
}
