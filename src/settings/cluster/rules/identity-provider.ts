import type { AccessFile } from "../../access/access-file";
import { matches } from "../../checking/matches";
import { problem, show } from "../../checking/problem";
import type { OfCluster } from "./of-cluster";

const AT = ["identityProvider"] as const;

/** Host and path of a provider; EKS refuses a query. */
const ISSUER = /^https:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d{1,5})?(?:\/[\w.~/-]*)?$/i;

const CLAIM = /^[\w.:/-]{1,255}$/;

interface OfAccess extends OfCluster {
  readonly access: AccessFile;
}

/** Refuses a provider that EKS would refuse, and groups of a provider that the cluster does not have. */
export function identityProvidersAreUsable({ cluster: { identityProvider }, access }: OfAccess): string[] {
  if (identityProvider === undefined) {
    return Object.entries(access.members)
      .filter(([, { groups }]) => groups.length > 0)
      .map(([level, { groups }]) =>
        problem(
          AT,
          `a provider of OpenID Connect, since ${access.path} or organisation.accessTemplates gives ${level} to groups`,
          `groups ${show(groups[0])}${groups.length > 1 ? " and others" : ""} without one`,
          `write { issuer, clientId }, or give ${level} to IAM roles`,
        ),
      );
  }
  const { issuer, clientId, usernameClaim, groupsClaim } = identityProvider;
  return [
    ...matches(
      issuer,
      ISSUER,
      [...AT, "issuer"],
      'an address such as "https://login.example.org"',
      "copy the issuer of the provider's .well-known/openid-configuration, without a query",
    ),
    ...matches(
      clientId,
      /^[\w.@:/-]{1,255}$/,
      [...AT, "clientId"],
      "the id of an application at the provider",
      "copy it from the provider's page of the application",
    ),
    ...Object.entries({ usernameClaim, groupsClaim }).flatMap(([name, claim]) =>
      matches(claim, CLAIM, [...AT, name], 'a claim such as "groups"', "write its name as tokens have it"),
    ),
  ];
}
