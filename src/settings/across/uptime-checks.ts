import type { UptimeCheckConfig, UptimeConfig } from "../external-services/external-services";
import type { DnsConfig } from "../dns/dns";
import type { EnvironmentConfig } from "../environment/environment";
import { problem, show } from "../checking/problem";
import { SECRET_NAME } from "../checking/secret-path";
import { TEMPLATE_START } from "../checking/template-start";
import { problemsOfCheck } from "./uptime-check";

/** Name such as `www-example-org`. */
const NAME = /^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

const AT = ["externalServices", "uptime"];

/** Refuses checks that Pingdom or Route 53 cannot make, or that notify no receiver. */
export const uptimeChecksCanBeMade = ({ externalServices: { uptime }, dns }: EnvironmentConfig): string[] =>
  uptime === false ? [] : [...problemsOfChecks(uptime, dns), ...problemsOfDestinations(uptime)];

const problemsOfChecks = ({ checks }: UptimeConfig, dns: DnsConfig): string[] =>
  Object.entries(checks).flatMap(([name, check]) => {
    const at = [...AT, "checks", name];
    const same = Object.entries(checks).find(([, other]) => question(other) === question(check))![0];
    return [
      ...(NAME.test(name)
        ? []
        : [
            problem(
              at,
              "a name of at most 40 lower-case letters, digits and hyphens",
              show(name),
              "alarms are called after it",
            ),
          ]),
      ...problemsOfCheck(check, at, dns),
      ...(same === name
        ? []
        : [problem(at, "a host and path that no other check asks", `those of ${show(same)}`, "remove one")]),
    ];
  });

const question = ({ host, path = "/" }: UptimeCheckConfig): string => `${host}${path}`;

const problemsOfDestinations = ({ destinations, checks }: UptimeConfig): string[] => {
  const used = new Set(Object.values(checks).map(({ severity }) => severity));

  return [...used].flatMap((severity) => {
    const destination = destinations[severity];
    const at = [...AT, "destinations", severity];
    if (destination === undefined) {
      const fix = "add it here, or to organisation.externalServices.uptimeDestinations";
      return [problem(at, "a destination of outages", "nothing", fix)];
    }
    const { pingdomTeam, emailSecret } = destination;
    return [
      ...(pingdomTeam.trim() === "" || TEMPLATE_START.test(pingdomTeam)
        ? [
            problem(
              [...at, "pingdomTeam"],
              "the name of a team at Pingdom",
              show(pingdomTeam),
              "without one nobody hears of an outage",
            ),
          ]
        : []),
      ...(SECRET_NAME.test(emailSecret)
        ? []
        : [
            problem(
              [...at, "emailSecret"],
              'the name of a secret such as "example/pagerduty/uptime-email"',
              show(emailSecret),
              "use letters, digits and /_+=.@-",
            ),
          ]),
    ];
  });
};
