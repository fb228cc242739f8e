import type { ClusterDnsConfig, DnsConfig } from "./dns";
import { problem, show } from "../checking/problem";

/** Part of an environment that says which domains it has. */
interface OfDns<Dns = DnsConfig> {
  readonly dns: Dns;
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export function isDomainName(domain: string): boolean {
  const labels = domain.split(".");
  return domain.length <= 253 && labels.length >= 2 && labels.every((label) => LABEL.test(label));
}

/** Refuses a publishing domain that is no domain. */
export const publishingDomainIsADomain = ({ dns: { publishingDomain } }: OfDns): string[] =>
  publishingDomain === undefined || isDomainName(publishingDomain)
    ? []
    : [
        problem(
          ["dns", "publishingDomain"],
          'a domain name such as "publishing.example.org"',
          show(publishingDomain),
          "write it in lower case, without wildcard, scheme or final dot",
        ),
      ];

/** Refuses a certificate for a publishing domain that the environment does not have. */
export const publishingCertificateHasADomain = ({ dns }: OfDns<ClusterDnsConfig>): string[] =>
  dns.publishingCertificate && dns.publishingDomain === undefined
    ? [
        problem(
          ["publishingCertificate"],
          "false, since the environment has no publishing domain",
          "true",
          "add dns.publishingDomain to the environment, or leave publishingCertificate out",
        ),
      ]
    : [];

/** Refuses a challenge without a domain to prove, or with no host to ask. */
export function certificateChallengeIsAHost({ dns }: OfDns): string[] {
  const { certificateChallenge: host, publishingDomain } = dns;
  const path = ["dns", "certificateChallenge"];
  if (host === undefined) {
    return [];
  }
  if (publishingDomain === undefined) {
    const fix = "add dns.publishingDomain, whose certificates it is for, or leave it out";
    return [problem(path, "nothing, since the environment has no publishing domain", show(host), fix)];
  }
  const fix = "copy the name that the service shows, in lower case, without a final dot";
  return isDomainName(host)
    ? []
    : [problem(path, 'a host such as "abc123.fastly-validations.com"', show(host), fix)];
}

/** Checks the zone that the environment's is delegated from. */
export const parentZoneIsADomain = ({ dns: { parentZone } }: OfDns): string[] =>
  parentZone === undefined || isDomainName(parentZone)
    ? []
    : [
        problem(
          ["dns", "parentZone"],
          'a domain name such as "test.example.org"',
          show(parentZone),
          "write the name of a public zone of the account in lower case, without a final dot",
        ),
      ];

/** Refuses a cluster's zone that is not one level below the environment's. */
export const clusterSubdomainIsALabel = ({ dns: { clusterSubdomain } }: OfDns<ClusterDnsConfig>): string[] =>
  LABEL.test(clusterSubdomain)
    ? []
    : [
        problem(
          ["subdomain"],
          'one DNS label such as "eks"',
          show(clusterSubdomain),
          "use lower-case letters, digits and hyphens",
        ),
      ];
