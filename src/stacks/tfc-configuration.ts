import { Project } from "@cdktf/provider-tfe/lib/project";
import type { App } from "cdktf";
import type { CloudBackendConfig } from "../settings/state/backend";
import type { Organisation } from "../settings/organisation/organisation";
import { pipelinesOf, terraformCloudOf, workspacesOf } from "../settings/organisation/terraform-cloud";
import { Member } from "../terraform-cloud/member";
import { teamSlug } from "../terraform-cloud/team";
import { type CloudEnvironment, OrganisationStack } from "./organisation-stack";
import { addEnvironmentWorkspaces } from "./tfc-configuration/environment-workspaces";
import { addPipelineTeams, addTeams, administeredBy } from "./tfc-configuration/teams";

/**
 * HCP Terraform itself: the projects, a workspace for each stack of each environment, and the teams that may
 * use them.
 */
export class TfcConfigurationStack extends OrganisationStack {
  constructor(
    app: App,
    organisation: Organisation,
    cloud: CloudBackendConfig,
    environments: readonly CloudEnvironment[],
  ) {
    const cloudSettings = terraformCloudOf(organisation);
    const { administrators, configurationProject, notify: emails } = cloudSettings;
    super(app, "tfc-configuration", organisation, cloud, { ...cloud, project: configurationProject });

    const teams = addTeams(this, [
      administeredBy(administrators),
      ...environments.map((environment) => workspacesOf(environment).teams),
    ]);
    const pipelineTeams = addPipelineTeams(this, pipelinesOf(cloudSettings));
    const notify = emails.map((email) => new Member(this, teamSlug(email), { email }).userId);
    const projects = new Map(
      [...new Set(environments.map(({ backend }) => backend.project))].map((name) => [
        name,
        new Project(this, `project-${teamSlug(name)}`, {
          name,
          description: `${organisation.displayName}'s Kubernetes platform`,
        }),
      ]),
    );

    for (const environment of environments) {
      addEnvironmentWorkspaces(this, environment, {
        projectId: projects.get(environment.backend.project)!.id,
        teams: [
          ...teams(workspacesOf(environment).teams),
          ...pipelineTeams(workspacesOf(environment).pipelines),
        ],
        administrators: teams(administeredBy(administrators)),
        notify,
      });
    }
  }
}
