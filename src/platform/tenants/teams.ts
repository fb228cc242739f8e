import type { TeamConfig } from "../../settings/tenants/tenants";

/** GitHub team whose members may deploy to production, whichever team of GOV.UK they are in. */
const DEPLOYERS = "alphagov:gov-uk-production-deploy";

/** Time before the stand-up. */
const digest = { schedule: "30 9 * * 1-5" } as const satisfies TeamConfig["digest"];

const apps = { namespaces: ["apps"] } as const satisfies TeamConfig["argoProject"];

/**
 * Teams and their channels as GOV.UK's developer documentation names them for repositories. Members of a team
 * without a public GitHub group sign in as deployers.
 *
 * @see https://docs.publishing.service.gov.uk/apps/by-team.html
 */
export const teams: readonly TeamConfig[] = [
  {
    name: "platform-engineering",
    gitHubTeam: "alphagov:gov-uk-platform-engineering",
    slackChannel: "#govuk-platform-engineering-team",
    argoProject: {
      namespaces: ["apps"],
      // It deploys the jobs of all teams, and the secrets that applications read.
      kinds: [
        { group: "argoproj.io", kind: "CronWorkflow" },
        { group: "argoproj.io", kind: "WorkflowTemplate" },
        { group: "external-secrets.io", kind: "ExternalSecret" },
      ],
    },
    digest,
  },
  {
    name: "content-apis",
    gitHubTeam: DEPLOYERS,
    slackChannel: "#govuk-content-apis",
    argoProject: apps,
    digest,
  },
  {
    name: "navigation",
    gitHubTeam: DEPLOYERS,
    slackChannel: "#govuk-navigation-tech",
    argoProject: apps,
    digest,
  },
  {
    name: "patterns-and-pages",
    gitHubTeam: DEPLOYERS,
    slackChannel: "#govuk-patterns-and-pages-tech",
    argoProject: apps,
    digest,
  },
  {
    name: "mainstream-experience",
    gitHubTeam: DEPLOYERS,
    slackChannel: "#govuk-publishing-mainstream-experience-tech",
    argoProject: apps,
    digest,
  },
  {
    name: "content-reuse",
    gitHubTeam: DEPLOYERS,
    slackChannel: "#govuk-publishing-content-reuse-dev",
    argoProject: apps,
    digest,
  },
  {
    name: "whitehall-experience",
    gitHubTeam: DEPLOYERS,
    slackChannel: "#govuk-whitehall-experience-tech",
    argoProject: apps,
    digest,
  },
  {
    name: "search",
    gitHubTeam: "alphagov:gov-uk-search",
    slackChannel: "#govuk-search",
    argoProject: apps,
    digest,
  },
  {
    name: "ai",
    gitHubTeam: DEPLOYERS,
    slackChannel: "#ai-govuk",
    argoProject: apps,
    digest,
  },
  {
    name: "classification-systems-metadata",
    gitHubTeam: DEPLOYERS,
    slackChannel: "#publishing-classification-systems-metadata",
    argoProject: apps,
    digest,
  },
  {
    name: "licensing",
    gitHubTeam: "alphagov:gov-uk-licensing-support",
    slackChannel: "#gds-apto-collaboration",
    argoProject: { namespaces: ["licensify"] },
  },
  {
    name: "datagovuk",
    gitHubTeam: "alphagov:national-data-library",
    slackChannel: "#govuk-datagovuk",
    argoProject: { namespaces: ["datagovuk"] },
  },
];
