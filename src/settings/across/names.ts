import {
  type ClusterEnvironmentConfig,
  EPHEMERAL_NAME,
  type EnvironmentConfig,
} from "../environment/environment";
import { environmentIsKnown } from "../organisation/rules/known-environment";
import { problem, show } from "../checking/problem";
import { LONGEST_CLUSTER_NAME, NAME_LIMITS } from "../../names/limits";
import { TENANT_SECRETS } from "../../names/tenant-resource-names";

/**
 * Refuses an environment that the organisation has no account for, unless its name is that of an ephemeral
 * one.
 */
export const environmentNameIsKnown = ({ name, organisation }: EnvironmentConfig): string[] =>
  EPHEMERAL_NAME.test(name) ? [] : environmentIsKnown(["name"], name, organisation);

const KEBAB_CASE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** S3 keeps these beginnings of buckets' names, which begin with the cluster's, for itself. */
const RESERVED_BY_S3 = /^(?:sthree-|amzn-s3-demo-)/;

/** Cluster's name can be part of the names of its roles, buckets, databases and alarms. */
export const clusterNamesAreAllowed = ({ clusters }: EnvironmentConfig): string[] =>
  clusters.flatMap(({ cluster }) => problemsOfClusterName(cluster.name));

function problemsOfClusterName(name: string): string[] {
  const path = ["clusters", name];
  if (!KEBAB_CASE.test(name)) {
    return [
      problem(path, "a kebab-case name", show(name), "use lower-case letters, digits and single hyphens"),
    ];
  }
  if (RESERVED_BY_S3.test(`${name}-`)) {
    const fix = "choose another: names of buckets begin with it, and S3 reserves that beginning";
    return [problem(path, "a name that can begin a bucket's", show(name), fix)];
  }
  if (name === TENANT_SECRETS) {
    const fix = "choose another: the platform reads all secrets whose names begin with the cluster's";
    return [problem(path, "a name that is no beginning of tenants' secrets", show(name), fix)];
  }
  return name.length <= LONGEST_CLUSTER_NAME
    ? []
    : [
        problem(
          path,
          `${LONGEST_CLUSTER_NAME} characters at most`,
          `${show(name)}, which has ${name.length}`,
          "shorten it: names of IAM roles, which may have 64, contain it",
        ),
      ];
}

/** Wildcard domain of each cluster fits the common name of its certificate. */
export const clusterDomainsFitCertificates = ({ clusters, name }: EnvironmentConfig): string[] =>
  clusters.flatMap(({ cluster, dns: { clusterSubdomain, publicZone } }) => {
    const domain = `*.${clusterSubdomain}.${publicZone}`;
    const longest = NAME_LIMITS.certificate - domain.length + clusterSubdomain.length;
    const fix =
      longest > 0
        ? `write a shorter one: ${domain} becomes the common name of a certificate, which has ${NAME_LIMITS.certificate} characters at most`
        : `shorten the environment's name ${show(name)} or dns.parentZone: ${domain} becomes the common name of a certificate, which has ${NAME_LIMITS.certificate} characters at most`;

    return domain.length <= NAME_LIMITS.certificate
      ? []
      : [
          problem(
            ["clusters", cluster.name, "subdomain"],
            longest > 0 ? `${longest} characters at most` : "a label for which there is room",
            `${show(clusterSubdomain)}, which has ${clusterSubdomain.length}`,
            fix,
          ),
        ];
  });

const LONGEST_NODE_GROUP_NAME = 40;

/** Node groups have names that can be part of an address and of an alarm's name. */
export const nodeGroupNamesAreReadable = ({ cluster }: ClusterEnvironmentConfig): string[] =>
  Object.keys(cluster.nodeGroups).flatMap((name) => {
    const path = ["nodeGroups", name];
    if (!KEBAB_CASE.test(name)) {
      return [problem(path, "a kebab-case name", show(name), 'call it something like "arm-green"')];
    }
    return name.length <= LONGEST_NODE_GROUP_NAME
      ? []
      : [
          problem(
            path,
            `${LONGEST_NODE_GROUP_NAME} characters at most`,
            `${show(name)}, which has ${name.length}`,
            "shorten it",
          ),
        ];
  });

const LONGEST_SUBNET_NAME = 40;

/** Subnets outside clusters have names that can be part of an address. */
export function privateSubnetNamesAreReadable({ network: { vpc } }: EnvironmentConfig): string[] {
  const [path, subnets] =
    "existing" in vpc
      ? [["network", "vpc", "existing", "privateSubnetIds"], vpc.existing.privateSubnetIds]
      : [["network", "vpc", "legacySubnets"], vpc.legacySubnets ?? {}];

  return Object.keys(subnets)
    .filter((name) => !/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/.test(name) || name.length > LONGEST_SUBNET_NAME)
    .map((name) =>
      problem(
        [...path, name],
        `a name of ${LONGEST_SUBNET_NAME} lower-case letters, digits, - and _ at most`,
        show(name),
        'call it something like "rds_a"',
      ),
    );
}
