import type { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { UptimeConfig, UptimeSeverity } from "../../settings/external-services/external-services";
import type { Organisation } from "../../settings/organisation/organisation";
import { PingdomCheck } from "../../constructs/pingdom/check";
import { PINGDOM } from "../../constructs/pingdom/provider";
import { PingdomTeam } from "../../constructs/pingdom/team";
import { RegistryProviderBlock } from "../../constructs/registry-provider";
import { EmailTopic } from "../../infrastructure/email-topic";
import { HEALTH_CHECK_REGION, HealthCheck } from "../../infrastructure/health-check";
import { topicName } from "../../names/alarm-names";

interface UptimeProps {
  readonly organisation: Pick<Organisation, "name" | "displayName">;
  readonly clusterName: string;

  /** Name of the environment. */
  readonly label: string;
  readonly accountId: string;
  readonly uptime: UptimeConfig;
}

/** Minutes between two requests of Pingdom. */
const INTERVAL_MINUTES: Readonly<Record<UptimeSeverity, number>> = { page: 1, warning: 5 };

/** Has Pingdom and Route 53, which fail independently, check that the public hosts answer. */
export function addUptime(stack: TerraformStack, props: UptimeProps): void {
  const { organisation, clusterName, label, uptime } = props;
  new RegistryProviderBlock(stack, PINGDOM);
  const scope = new Construct(stack, "uptime");
  const destinations = new Destinations(scope, props);

  for (const [name, { host, path = "/", shouldContain, severity }] of Object.entries(uptime.checks)) {
    const question = { host, path, shouldContain };
    const { teamId, topicArn } = destinations.of(severity);

    new PingdomCheck(scope, `pingdom-${name}`, {
      ...question,
      name: `${label}: ${name}`,
      intervalMinutes: INTERVAL_MINUTES[severity],
      teamIds: [teamId],
      tags: [organisation.name, label],
    });
    new HealthCheck(scope, `health-${name}`, { ...question, clusterName, name, topicArn });
  }
}

/** Receivers of outages, made once for each severity that a check has. */
class Destinations {
  private readonly made = new Map<UptimeSeverity, { readonly teamId: number; readonly topicArn: string }>();

  constructor(
    private readonly scope: Construct,
    private readonly props: UptimeProps,
  ) {}

  of(severity: UptimeSeverity) {
    const known = this.made.get(severity) ?? this.make(severity);
    this.made.set(severity, known);
    return known;
  }

  private make(severity: UptimeSeverity) {
    const { organisation, clusterName, label, accountId, uptime } = this.props;
    const { pingdomTeam, emailSecret } = uptime.destinations[severity]!;

    const topic = new EmailTopic(this.scope, severity, {
      name: topicName.uptime(clusterName, severity),
      displayName: `${organisation.displayName} from outside (${label})`,
      description: `Outages of ${label} that people hear of as a ${severity}`,
      accountId,
      region: HEALTH_CHECK_REGION,
      emailSecret,
      publisher: {
        service: "cloudwatch.amazonaws.com",
        conditions: { StringEquals: { "aws:SourceAccount": accountId } },
      },
    });
    const team = new PingdomTeam(this.scope, `pingdom-team-${severity}`, pingdomTeam);
    return { teamId: team.teamId, topicArn: topic.arn };
  }
}
