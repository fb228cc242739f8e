import type { Organisation } from "../organisation/organisation";

/** Urgency of an outage: a page wakes the engineer on call, a warning waits for the working day. */
export type UptimeSeverity = "page" | "warning";

/** A host that is checked from outside, over HTTPS. */
export interface UptimeCheckConfig {
  readonly host: string;

  /**
   * Path of the request.
   *
   * @default "/"
   */
  readonly path?: string;

  /**
   * Text that the answer contains.
   *
   * @default - any answer with a status from 200 to 399 passes
   */
  readonly shouldContain?: string;

  readonly severity: UptimeSeverity;
}

/** Receivers of outages. Alertmanager is none of them, since it may be part of the outage. */
export interface UptimeDestinationConfig {
  /** Name of the Pingdom team that is notified. Pingdom holds its members' contact details. */
  readonly pingdomTeam: string;

  /**
   * Name of the secret in AWS Secrets Manager with the e-mail address that is notified. It must exist before
   * the first apply.
   */
  readonly emailSecret: string;
}

export interface UptimeConfig {
  /** Destinations by severity. Every severity that a check has needs one. */
  readonly destinations: Readonly<Partial<Record<UptimeSeverity, UptimeDestinationConfig>>>;

  /** Checks by name, a DNS label. */
  readonly checks: Readonly<Record<string, UptimeCheckConfig>>;
}

/** Services outside AWS and the cluster. */
export interface ExternalServicesConfig {
  /** Has Sentry collect the exceptions of applications. */
  readonly sentry: boolean;

  /** Checks from outside; `false` for none. */
  readonly uptime: UptimeConfig | false;
}

/** Settings that differ from production's. */
export interface ExternalServicesSettings {
  /** @default - true if the organisation has Sentry */
  readonly sentry?: boolean;

  /** @default - the platform's own applications: outside production the public site asks for a password */
  readonly uptime?: Partial<UptimeConfig> | false;
}

/** Facts about an environment that the defaults depend on. */
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
