import type { ClusterEnvironmentConfig } from "../../environment/environment";
import { problemsOfDashboards } from "./dashboards";
import { problemsOfAlerting } from "../../alerting/rules";
import { problemsOfDelivery } from "./delivery";
import { isDomainName } from "../../dns/rules";
import { problemsOfLogs } from "./logs";
import { problemsOfMetrics } from "./metrics";
import { isWhole } from "../../checking/numbers";
import { problemsOfPolicy } from "./policy";
import { neededSecretsAreCopied } from "./needed-copies";
import { problem, show } from "../../checking/problem";
import { servicesHaveWhatTheyNeed } from "./needs";
import { copiedSecretsCanBeRead } from "./secrets";
import { overriddenValuesExist } from "./values";
import { problemsOfSignIn } from "./sign-in";

/** What is wrong with an environment's add-ons. */
export const problemsOfServices = (config: ClusterEnvironmentConfig): string[] =>
  [
    replicasAreEnough,
    registriesAreHosts,
    servicesHaveWhatTheyNeed,
    copiedSecretsCanBeRead,
    neededSecretsAreCopied,
    domainsLieInTheZone,
    problemsOfSignIn,
    problemsOfDelivery,
    problemsOfMetrics,
    problemsOfLogs,
    problemsOfAlerting,
    problemsOfPolicy,
    problemsOfDashboards,
    overriddenValuesExist,
  ].flatMap((rule) => rule(config));

const replicasAreEnough = ({ addons: { replicas } }: ClusterEnvironmentConfig): string[] =>
  isWhole(replicas, 1, 9)
    ? []
    : [
        problem(
          ["addons", "replicas"],
          "a whole number from 1 to 9",
          show(replicas),
          "switch an add-on off with false instead of running none of it",
        ),
      ];

const HOST = /^(?=.*[.:])[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;
const MIRROR = /^(?:oci:\/\/)?(?=[^/]*[.:])[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:\/[a-z0-9._-]+)*$/;

const registriesAreHosts = ({ addons: { registries } }: ClusterEnvironmentConfig): string[] =>
  Object.entries(registries).flatMap(([host, mirror]) => {
    const path = ["addons", "registries", host];
    return [
      ...(HOST.test(host)
        ? []
        : [
            problem(
              path,
              'an upstream host such as "ghcr.io"',
              show(host),
              "leave out the scheme and whatever comes after the host",
            ),
          ]),
      ...(MIRROR.test(mirror)
        ? []
        : [
            problem(
              path,
              'a mirror such as "registry.example/github"',
              show(mirror),
              "write host and path in lower case without a final slash; oci:// may come first, no other scheme",
            ),
          ]),
    ];
  });

function domainsLieInTheZone({ addons: { externalDns }, dns }: ClusterEnvironmentConfig): string[] {
  const zone = `${dns.clusterSubdomain}.${dns.publicZone}`;
  const domains = externalDns === false ? [] : externalDns.domains;

  return domains.flatMap((domain, index) =>
    domain === zone || (domain.endsWith(`.${zone}`) && isDomainName(domain))
      ? []
      : [
          problem(
            ["addons", "externalDns", "domains", index],
            `the cluster's zone ${zone} or a domain under it`,
            show(domain),
            "external-dns may change no other zone",
          ),
        ],
  );
}
