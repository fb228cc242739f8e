import { DNS_LABEL } from "../../settings/checking/dns-label";
import { EMAIL } from "../../settings/checking/email";
import { oneOf, type Path, problem, show } from "../../settings/checking/problem";
import { isDomainName } from "../../settings/dns/rules";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { namespaceIsKnown } from "../../settings/namespaces/known-namespace";
import { applicationNamespaces } from "../../settings/namespaces/namespaces";
import { type CertificateConfig, type IssuerConfig, USUAL_ISSUER } from "./certificates";

const PATH = ["addons", "certManager"];

/** Most names in one certificate of Let's Encrypt. @see https://letsencrypt.org/docs/rate-limits/ */
const MOST_NAMES = 100;

/** Refuses issuers that no authority accepts, and certificates that none of them could issue. */
export function problemsOfCertificates({
  organisation,
  addons: { certManager },
  dns,
}: ClusterEnvironmentConfig): string[] {
  if (certManager === false) {
    return [];
  }
  const { issuers, certificates } = certManager;
  const surroundings = {
    zone: `${dns.clusterSubdomain}.${dns.publicZone}`,
    issuers: Object.keys(issuers),
  };

  return [
    ...Object.entries(issuers).flatMap(([name, issuer]) => problemsOfIssuer(name, issuer)),
    ...Object.entries(certificates).flatMap(([namespace, own]) => {
      const path = [...PATH, "certificates", namespace];
      return [
        ...namespaceIsKnown(path, namespace, applicationNamespaces(organisation)),
        ...Object.entries(own).flatMap(([secret, certificate]) => [
          ...isLabel(secret, [...path, secret], "a name of a Secret"),
          ...problemsOfCertificate(certificate, [...path, secret], surroundings),
        ]),
      ];
    }),
  ];
}

const problemsOfIssuer = (name: string, { email }: IssuerConfig): string[] => {
  const path = [...PATH, "issuers", name];
  return [
    ...isLabel(name, path, "a name of an issuer"),
    ...(EMAIL.test(email)
      ? []
      : [problem([...path, "email"], "an address such as team@example.org", show(email), "name a mailbox")]),
  ];
};

const isLabel = (name: string, path: Path, what: string): string[] =>
  DNS_LABEL.test(name)
    ? []
    : [problem(path, `${what} in kebab-case`, show(name), "write lower-case letters, digits and hyphens")];

/** Surroundings of a certificate. */
interface Surroundings {
  readonly zone: string;
  readonly issuers: readonly string[];
}

const problemsOfCertificate = (
  { names, issuer = USUAL_ISSUER }: CertificateConfig,
  path: Path,
  { zone, issuers }: Surroundings,
): string[] => [
  ...(issuers.includes(issuer)
    ? []
    : [
        problem(
          [...path, "issuer"],
          oneOf(issuers),
          show(issuer),
          "name an issuer of addons.certManager.issuers, or add it there",
        ),
      ]),
  ...(names.length > 0 && names.length <= MOST_NAMES
    ? []
    : [
        problem(
          [...path, "names"],
          `from 1 to ${MOST_NAMES} names`,
          names.length === 0 ? "none" : String(names.length),
          "write the names at which its pods are called, or more than one certificate",
        ),
      ]),
  ...names.flatMap((name, index) =>
    isInZone(name.replace(/^\*\./, ""), zone)
      ? []
      : [
          problem(
            [...path, "names", index],
            `a name in the cluster's zone ${zone}`,
            show(name),
            "cert-manager may prove no other: it writes records in no other zone",
          ),
        ],
  ),
];

const isInZone = (name: string, zone: string): boolean =>
  name === zone || (name.endsWith(`.${zone}`) && isDomainName(name));
