import type { UptimeCheckConfig, UptimeConfig, UptimeSeverity } from "../external-services";
import type { DnsConfig } from "../dns";
import type { EnvironmentConfig } from "../environment";
import { isDomainName } from "./dns";
import { problem, show } from "./problem";

const NAME = /^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
const PATH = /^\/[\w./~%-]*$/;
const SECRET = /^[\w/+=.@-]{1,512}$/;

const AT = ["externalServices", "uptime"];

/** What is asked from outside can be asked, and somebody hears of it. */
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
      ...(isDomainName(check.host) || isMadeOf(check.host, dns)
        ? []
        : [
            problem(
              [...at, "host"],
              'a host such as "www.gov.uk"',
              show(check.host),
              "write it in lower case, without scheme, port or path",
            ),
          ]),
      ...(check.path === undefined || PATH.test(check.path)
        ? []
        : [
            problem(
              [...at, "path"],
              'a path such as "/healthz"',
              show(check.path),
              "begin with a slash; leave out queries and fragments",
            ),
          ]),
      ...(check.shouldContain === undefined || isSearchable(check.shouldContain)
        ? []
        : [
            problem(
              [...at, "shouldContain"],
              "a text of 1 to 255 characters",
              show(check.shouldContain),
              "Route 53 looks for no longer one; leave it out for any answer",
            ),
          ]),
      ...(same === name
        ? []
        : [problem(at, "a host and path that no other check asks", `those of ${show(same)}`, "remove one")]),
    ];
  });

/** What is wrong with such a host is wrong with a domain of the environment, whose own rule says so. */
const isMadeOf = (host: string, { clusterSubdomain, publicZone }: DnsConfig): boolean =>
  host.endsWith(`.${clusterSubdomain}.${publicZone}`);

const question = ({ host, path = "/" }: UptimeCheckConfig): string => `${host}${path}`;

const isSearchable = (text: string): boolean => text.length >= 1 && text.length <= 255;

const problemsOfDestinations = ({ destinations, checks }: UptimeConfig): string[] => {
  const used = new Set(Object.values(checks).map(({ severity }) => severity));

  return (Object.keys(destinations) as UptimeSeverity[])
    .filter((severity) => used.has(severity))
    .flatMap((severity) => {
      const { pingdomTeam, emailSecret } = destinations[severity];
      const at = [...AT, "destinations", severity];
      return [
        ...(pingdomTeam.trim() === ""
          ? [
              problem(
                [...at, "pingdomTeam"],
                "the name of a team at Pingdom",
                show(pingdomTeam),
                "without one nobody hears of an outage",
              ),
            ]
          : []),
        ...(SECRET.test(emailSecret)
          ? []
          : [
              problem(
                [...at, "emailSecret"],
                'the name of a secret such as "govuk/pagerduty/uptime-email"',
                show(emailSecret),
                "use letters, digits and /_+=.@-",
              ),
            ]),
      ];
    });
};
