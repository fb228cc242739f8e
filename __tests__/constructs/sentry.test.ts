import { TerraformOutput } from "cdktf";
import { describe, expect, it } from "vitest";
import { SentryAlert } from "../../src/constructs/sentry/alert";
import { SentryKey } from "../../src/constructs/sentry/key";
import { SentryProject } from "../../src/constructs/sentry/project";
import { SentrySlackWorkspace } from "../../src/constructs/sentry/slack-workspace";
import { SentryTeam } from "../../src/constructs/sentry/team";
import { Terraform } from "../support/terraform";

const organisation = "govuk";

const { json } = Terraform.of((scope) => {
  const team = new SentryTeam(scope, "team", { organisation, name: "search" });
  const { slug: project } = new SentryProject(scope, "project", {
    organisation,
    name: "search-api",
    slug: "app-search-api",
    teams: [team.slug],
  });
  const key = new SentryKey(scope, "key", { organisation, project, name: "production" });
  new TerraformOutput(scope, "dsn", { value: key.dsn });
  new SentryAlert(scope, "search-api", {
    organisation,
    project,
    environment: "production",
    recipient: {
      slackChannel: "#govuk-search",
      slackWorkspace: new SentrySlackWorkspace(scope, "slack", { organisation, name: "GOV.UK" })
        .integrationId,
    },
    repeatMinutes: 60,
  });
  new SentryAlert(scope, "floods", {
    organisation,
    project,
    environment: "production",
    recipient: { team: "search", teamId: team.internalId },
    repeatMinutes: 60,
  });
});
const { resource } = json;

describe("Sentry", () => {
  it("has a project for a team, without a key or an alert that nobody manages", () => {
    expect(resource.sentry_project.project).toEqual({
      organization: organisation,
      name: "search-api",
      slug: "app-search-api",
      teams: ["${sentry_team.team.slug}"],
      default_key: false,
      default_rules: false,
    });
  });

  it("gives a key whose address has no secret half, which clients no longer need", () => {
    expect(resource.sentry_key.key).toEqual({
      organization: organisation,
      project: "${sentry_project.project.slug}",
      name: "production",
    });
    expect(json.output.dsn.value).toBe('${sentry_key.key.dsn["public"]}');
  });

  it("tells the team's channel of an exception that is new or has come back, not of each again", () => {
    const {
      trigger_conditions: triggers,
      action_filters: filters,
      ...alert
    } = resource.sentry_alert["search-api_alert"];

    expect(triggers).toEqual([{ first_seen_event: {} }, { regression_event: {} }, { reappeared_event: {} }]);
    expect(alert).toMatchObject({ environment: "production", frequency_minutes: 60 });
    expect(filters[0].actions).toEqual([
      {
        slack: {
          integration_id: "${data.sentry_organization_integration.slack.id}",
          channel_name: "#govuk-search",
          tags: "environment, release",
        },
      },
    ]);
  });

  it("e-mails the members of a team without a channel", () => {
    const { name, action_filters: filters } = resource.sentry_alert.floods_alert;

    expect(name).toBe("floods: tell search of production");
    expect(filters[0].actions).toEqual([
      { email: { target_type: "team", target_id: "${sentry_team.team.internal_id}" } },
    ]);
  });

  it("watches the issues of the very project", () => {
    expect(resource.sentry_alert["search-api_alert"].monitor_ids).toEqual([
      "${data.sentry_project_issue_stream_monitor.search-api_monitor.id}",
    ]);
    expect(json.data.sentry_project_issue_stream_monitor["search-api_monitor"].project).toBe(
      "${sentry_project.project.slug}",
    );
  });
});
