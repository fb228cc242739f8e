import type { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Environment } from "../../settings/environment/environment";
import type { Organisation } from "../../settings/organisation/organisation";
import {
  commonSentrySecret,
  sentryDsnKey,
  sentryDsnSecret,
  sentryProject,
} from "../../settings/external-services/sentry-names";
import type { ApplicationTeam } from "../../settings/products/application-teams";
import type { Tenants } from "../../settings/tenants/tenants";
import { RegistryProviderBlock } from "../../constructs/registry-provider";
import { SentryAlert, type SlackRecipient, type TeamRecipient } from "../../constructs/sentry/alert";
import { SentryKey } from "../../constructs/sentry/key";
import { SentryProject } from "../../constructs/sentry/project";
import { SENTRY } from "../../constructs/sentry/provider";
import { SentrySlackWorkspace } from "../../constructs/sentry/slack-workspace";
import { SentryTeam } from "../../constructs/sentry/team";
import { StoredSecret } from "../../constructs/stored-secret";

type SentryConfig = Exclude<Organisation["externalServices"]["sentry"], false>;

interface SentryProps extends Tenants {
  readonly sentry: SentryConfig;
}

/**
 * Adds a Sentry key for each application, stored for External Secrets; in one environment also the projects
 * and their alerts.
 */
export function addSentry(
  stack: TerraformStack,
  environment: Environment,
  { teams, applications, sentry: account }: SentryProps,
) {
  const { slug: organisation, environment: home } = account;
  new RegistryProviderBlock(stack, SENTRY);
  const reporting = applications.filter(({ sentry }) => sentry);
  const projects =
    environment.name === home ? addProjects(stack, { account, teams, reporting }) : new Map<string, string>();

  const scope = new Construct(stack, "sentry-keys");
  const keys = reporting.map(({ name, namespace }) => ({
    name,
    secret: commonSentrySecret(environment.organisation, namespace),
    key: new SentryKey(scope, name, {
      organisation,
      project: projects.get(name) ?? sentryProject(name),
      name: environment.name,
    }),
  }));
  storeKeys(scope, keys, environment);
}

interface ApplicationKey {
  readonly name: string;
  readonly key: SentryKey;

  /** Secret that the application's chart copies; `undefined` where the platform does. */
  readonly secret: string | undefined;
}

/** Stores keys in Secrets Manager: those that charts copy together, others each in a secret. */
function storeKeys(scope: Construct, keys: readonly ApplicationKey[], environment: Environment) {
  const { organisation, secretsRecoveryDays: recoveryDays } = environment;
  for (const { name, key } of keys.filter(({ secret }) => secret === undefined)) {
    new StoredSecret(scope, `${name}-dsn`, {
      name: sentryDsnSecret(organisation.secretsPrefix, name),
      value: { dsn: key.dsn },
      sources: [key],
      recoveryDays,
    });
  }
  const common = keys.filter(({ secret }) => secret !== undefined);
  if (common.length > 0) {
    new StoredSecret(scope, "common", {
      name: common[0]!.secret!,
      value: Object.fromEntries(common.map(({ name, key }) => [sentryDsnKey(name), key.dsn])),
      sources: common.map(({ key }) => key),
      recoveryDays,
    });
  }
}

interface ProjectsProps {
  readonly account: SentryConfig;
  readonly teams: readonly ApplicationTeam[];
  readonly reporting: Tenants["applications"];
}

/** Adds the projects, and returns the slug of each by its application's name. */
function addProjects(
  stack: TerraformStack,
  { account, teams, reporting }: ProjectsProps,
): ReadonlyMap<string, string> {
  const { slug: organisation, slackWorkspace, alertsAbout } = account;
  const responsible = teams.filter(({ name }) => reporting.some(({ team }) => team === name));
  const workspace =
    slackWorkspace !== undefined &&
    responsible.some(({ slackChannel }) => slackChannel !== undefined) &&
    new SentrySlackWorkspace(stack, "sentry-slack", { organisation, name: slackWorkspace });
  const sentryTeams = new Construct(stack, "sentry-teams");
  const made = new Map(
    responsible.map(({ name }) => [name, new SentryTeam(sentryTeams, name, { organisation, name })]),
  );
  const recipientOf = (team: string): SlackRecipient | TeamRecipient => {
    const { slackChannel } = responsible.find(({ name }) => name === team)!;
    return workspace !== false && slackChannel !== undefined
      ? { slackChannel, slackWorkspace: workspace.integrationId }
      : { team, teamId: made.get(team)!.internalId };
  };

  const scope = new Construct(stack, "sentry-projects");
  const alerts = new Construct(stack, "sentry-alerts");
  return new Map(
    reporting.map(({ name, team }) => {
      const project = new SentryProject(scope, name, {
        organisation,
        name,
        slug: sentryProject(name),
        teams: [made.get(team)?.slug ?? team],
      });
      new SentryAlert(alerts, name, {
        organisation,
        project: project.slug,
        environment: alertsAbout,
        recipient: recipientOf(team),
        repeatMinutes: 24 * 60,
      });
      return [name, project.slug];
    }),
  );
}
