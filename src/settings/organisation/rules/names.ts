import { EMAIL } from "../../checking/email";
import { matches } from "../../checking/matches";
import { nearest } from "../../checking/nearest";
import { type Path, problem, show } from "../../checking/problem";
import { isTimeZone } from "../../checking/time-zone";
import { isDomainName } from "../../dns/rules";
import { REGIONS } from "../../network/regions";
import { TENANT_SECRETS } from "../../../names/tenant-resource-names";
import type { OrganisationConfig } from "../schema";

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const GITHUB_NAME = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;
const GITHUB_REPOSITORY = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
/** Beginning of the names of secrets, without a slash at either end. */
export const SECRETS_PREFIX = /^[\w+=.@-]+(?:\/[\w+=.@-]+)*$/;
const VERSION_RANGE = /^(?:(?:>=|~>|=) )?\d+\.\d+(?:\.\d+)?$/;

/** Checks names, domains and defaults. */
export const problemsOfNames = (organisation: OrganisationConfig): string[] => {
  const { name, gitHub, repository, contact, terraformVersion, secretsPrefix, timeZone, defaults } =
    organisation;
  const at = (...keys: readonly string[]) => ["organisation", ...keys];

  return [
    ...matches(
      name,
      NAME,
      at("name"),
      "a kebab-case name",
      "use lower-case letters, digits and single hyphens",
    ),
    ...organisation.organisations.flatMap((one, index) =>
      matches(
        one,
        NAME,
        ["organisation", "organisations", index],
        "a kebab-case name",
        "use lower-case letters, digits and single hyphens",
      ),
    ),
    ...matches(
      gitHub,
      GITHUB_NAME,
      at("gitHub"),
      "a GitHub organisation",
      "copy it from its address on GitHub",
    ),
    ...matches(
      repository,
      GITHUB_REPOSITORY,
      at("repository"),
      "the name of a repository",
      "leave out the organisation",
    ),
    ...matches(
      contact,
      EMAIL,
      at("contact"),
      "an e-mail address",
      "write the address of the platform's team",
    ),
    ...matches(
      terraformVersion,
      VERSION_RANGE,
      at("terraformVersion"),
      'versions of Terraform such as ">= 1.11.0"',
      "write one comparison and one version",
    ),
    ...matches(
      secretsPrefix,
      SECRETS_PREFIX,
      at("secretsPrefix"),
      "the beginning of secrets' names",
      "write it without a slash at either end; clusters may read every secret below it",
    ),
    ...(secretsPrefix.split("/")[0] === TENANT_SECRETS
      ? [
          problem(
            at("secretsPrefix"),
            "a beginning that is not tenants' secrets'",
            show(secretsPrefix),
            "choose another: the platform reads every secret below it",
          ),
        ]
      : []),
    ...(isTimeZone(timeZone)
      ? []
      : [
          problem(
            at("timeZone"),
            "a time zone such as Europe/Paris",
            show(timeZone),
            "take its name from the tz database",
          ),
        ]),
    ...domains(organisation).flatMap(([path, domain]) => problemsOfDomain(path, domain)),
    ...matches(
      defaults.clusterName,
      NAME,
      at("defaults", "clusterName"),
      "a kebab-case name",
      "use lower-case letters, digits and single hyphens",
    ),
    ...problemsOfRegion(at("defaults", "region"), defaults.region),
  ];
};

const domains = ({
  publicDomain,
  internalDomain,
  certificateAuthorities,
  ephemeral,
}: OrganisationConfig): [Path, string][] => [
  [["organisation", "publicDomain"], publicDomain],
  [["organisation", "internalDomain"], internalDomain],
  ...certificateAuthorities.map((authority, index): [Path, string] => [
    ["organisation", "certificateAuthorities", index],
    authority,
  ]),
  ...(ephemeral === false
    ? []
    : (["parentZone", "publishingParent"] as const).flatMap((key): [Path, string][] =>
        ephemeral[key] === undefined ? [] : [[["organisation", "ephemeral", key], ephemeral[key]]],
      )),
];

const problemsOfDomain = (path: Path, domain: string): string[] =>
  isDomainName(domain)
    ? []
    : [problem(path, "a domain", show(domain), "write it in lower case, without a final dot")];

/** Refuses a region that EKS does not run in. */
export function problemsOfRegion(path: Path, region: string): string[] {
  if (REGIONS.includes(region)) {
    return [];
  }
  const meant = nearest(region, REGIONS);
  const fix = meant ? `did you mean ${show(meant)}?` : "see src/settings/network/regions.ts";
  return [problem(path, "a region of EKS", show(region), fix)];
}
