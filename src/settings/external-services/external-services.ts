import type { Organisation } from "../organisation/organisation";

/** Who hears of an outage: a page wakes somebody, a warning waits for the working day. */
export type UptimeSeverity = "page" | "warning";

/** A host that is asked from outside, over HTTPS, whether it answers. */
export interface UptimeCheckConfig {
  readonly host: string;

  /**
   * What is asked for.
   *
   * @default "/"
   */
  readonly path?: string;

  /**
   * Text that the answer contains.
   *
   * @default - any answer of status 200 to 399 will do
   */
  readonly shouldContain?: string;

  readonly severity: UptimeSeverity;
}

/** How people hear of outages. Not through Alertmanager, which may be part of the outage. */
export interface UptimeDestinationConfig {
  /** Name of the team at Pingdom that hears of it, which says there how. */
  readonly pingdomTeam: string;

  /** Name of the AWS Secrets Manager secret with the e-mail address that does. It must exist before the first apply. */
  readonly emailSecret: string;
}

export interface UptimeConfig {
  /** Destinations by severity. Every severity that a check has needs one. */
  readonly destinations: Readonly<Partial<Record<UptimeSeverity, UptimeDestinationConfig>>>;

  /** Checks by name, a DNS label. */
  readonly checks: Readonly<Record<string, UptimeCheckConfig>>;
}

/** What services outside AWS and the cluster do for the environment. */
export interface ExternalServicesConfig {
  /** Whether Sentry collects the exceptions of applications. */
  readonly sentry: boolean;

  /** `false`: nobody looks from outside. */
  readonly uptime: UptimeConfig | false;
}

/** What differs from production's. */
export interface ExternalServicesSettings {
  /** @default - true where the organisation has Sentry */
  readonly sentry?: boolean;

  /**
   * @default - the platform's own applications, where the organisation has destinations of outages: the public site
   * asks for a password, but for production's
   */
  readonly uptime?: Partial<UptimeConfig> | false;
}

/** What differs from one environment to the next of what the defaults depend on. */
export interface ExternalServicesSurroundings {
  readonly organisation: Organisation;
  readonly clusterZone: string;
}

/** Settings over production's. */
export function externalServicesWithDefaults(
  settings: ExternalServicesSettings = {},
  surroundings: ExternalServicesSurroundings,
): ExternalServicesConfig {
  const { sentry: account, uptimeDestinations } = surroundings.organisation.externalServices;
  const { sentry, uptime = uptimeDestinations === undefined ? false : {} } = settings;

  return {
    sentry: sentry ?? account !== false,
    uptime: uptime && {
      destinations: uptime.destinations ?? uptimeDestinations ?? {},
      checks: uptime.checks ?? checks(surroundings),
    },
  };
}

const checks = ({ clusterZone }: ExternalServicesSurroundings): UptimeConfig["checks"] => ({
  dex: { host: `dex.${clusterZone}`, path: "/healthz", severity: "warning" },
  argo: { host: `argo.${clusterZone}`, path: "/healthz", severity: "warning" },
  grafana: { host: `grafana.${clusterZone}`, path: "/api/health", severity: "warning" },
});
