import { problemsOfReason } from "../../settings/checking/reason";
import { problem, show } from "../../settings/checking/problem";
import { isDomainName } from "../../settings/dns/rules";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";

/** external-dns keeps records of the cluster's own zone alone. */
export function domainsLieInTheZone({ addons: { externalDns }, dns }: ClusterEnvironmentConfig): string[] {
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

/** Problems of external-dns. */
export const problemsOfExternalDns = (config: ClusterEnvironmentConfig): string[] => [
  ...domainsLieInTheZone(config),
  ...servicesHaveTheirReason(config),
];

const servicesHaveTheirReason = ({ addons: { externalDns } }: ClusterEnvironmentConfig): string[] =>
  externalDns === false || externalDns.services === false
    ? []
    : problemsOfReason(
        externalDns.services.reason,
        ["addons", "externalDns", "services", "reason"],
        "say why a Service may take a name that an Ingress of another team could have",
      );
