import { parseCidr } from "../../checking/cidr-block";
import { problemsOfCidr } from "../../checking/cidr";
import { DNS_LABEL } from "../../checking/dns-label";
import { oneOf, problem, show } from "../../checking/problem";
import type { ClientVpnSettings } from "../ways-in/schema";
import type { OfCluster } from "./of-cluster";

const RELAY = ["endpointAccess", "relay"];

/** Refuses settings of a Client VPN that AWS would refuse while it makes the endpoint. */
export const vpnsArePossible = ({ cluster: { endpointAccess } }: OfCluster): string[] => {
  const { relay } = endpointAccess;
  return relay?.kind === "client-vpn"
    ? [...clientCidrIsAllowed(relay), ...sessionsEnd(relay), ...signInIsComplete(relay)]
    : [];
};

/** Prefixes that a Client VPN takes. */
const CLIENT_PREFIXES = { longest: 22, shortest: 12 };

function clientCidrIsAllowed({ clientCidr }: ClientVpnSettings): string[] {
  const path = [...RELAY, "clientCidr"];
  const problems = problemsOfCidr(path, clientCidr);
  const block = parseCidr(clientCidr);
  if (problems.length > 0 || !block) {
    return problems;
  }
  return block.prefix <= CLIENT_PREFIXES.longest && block.prefix >= CLIENT_PREFIXES.shortest
    ? []
    : [
        problem(
          path,
          "a range of /22 to /12",
          show(clientCidr),
          "AWS takes no other: half of the addresses are the VPN's own",
        ),
      ];
}

/** Durations of sessions that a Client VPN takes. */
const HOURS = [8, 10, 12, 24];

const sessionsEnd = ({ sessionHours }: ClientVpnSettings): string[] =>
  sessionHours === undefined || HOURS.includes(sessionHours)
    ? []
    : [
        problem(
          [...RELAY, "sessionHours"],
          oneOf(HOURS.map(String)),
          show(sessionHours),
          "AWS takes no other",
        ),
      ];

const AUTHORITY = /^arn:aws:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/;
const PROVIDER = /^arn:aws:iam::\d{12}:saml-provider\/[\w.-]+$/;

/** Most rules of one VPN are 200. A group has one in each zone, of which a region has six at most. */
const MOST_GROUPS = 33;

function signInIsComplete({ signIn }: ClientVpnSettings): string[] {
  const path = [...RELAY, "signIn"];
  if ("certificates" in signIn) {
    const { authorityArn } = signIn.certificates;
    return AUTHORITY.test(authorityArn)
      ? []
      : [
          problem(
            [...path, "certificates", "authorityArn"],
            "the ARN of a certificate in ACM",
            show(authorityArn),
            "import the authority's certificate: aws acm import-certificate",
          ),
        ];
  }
  const { providerArn, groups } = signIn.saml;
  return [
    ...(PROVIDER.test(providerArn)
      ? []
      : [
          problem(
            [...path, "saml", "providerArn"],
            "the ARN of a SAML provider in IAM",
            show(providerArn),
            "make one of the provider's metadata: aws iam create-saml-provider",
          ),
        ]),
    ...groupsAreNamed(groups, [...path, "saml", "groups"]),
  ];
}

function groupsAreNamed(groups: Readonly<Record<string, string>>, path: readonly string[]): string[] {
  const entries = Object.entries(groups);
  return [
    ...(entries.length > 0 && entries.length <= MOST_GROUPS
      ? []
      : [
          problem(
            path,
            `one group to ${MOST_GROUPS}`,
            String(entries.length),
            'write <name>: "<id>" for each group that uses the API',
          ),
        ]),
    ...entries.flatMap(([name, id]) => [
      ...(DNS_LABEL.test(name)
        ? []
        : [problem([...path, name], "a kebab-case name", show(name), "the name is part of an address")]),
      ...(id.trim() === ""
        ? [problem([...path, name], "the group's id", show(id), "copy it from the provider")]
        : []),
    ]),
  ];
}
