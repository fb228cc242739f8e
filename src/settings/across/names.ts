import {
  type ClusterEnvironmentConfig,
  EPHEMERAL_NAME,
  type EnvironmentConfig,
} from "../environment/environment";
import { environmentIsKnown } from "../organisation/rules/known-environment";
import { problem, show } from "../checking/problem";

/**
 * Refuses an environment that the organisation has no account for, unless its name is that of an ephemeral
 * one.
 */
export const environmentNameIsKnown = ({ name, organisation }: EnvironmentConfig): string[] =>
  EPHEMERAL_NAME.test(name) ? [] : environmentIsKnown(["name"], name, organisation);

const ROLE_NAME_LIMIT = 64;

/** Longest service account with a role `<service account>-<cluster>`. */
const LONGEST_SERVICE_ACCOUNT = "aws-network-flow-monitor-agent-service-account";

const KEBAB_CASE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Refuses a cluster's name that does not fit into the names of its roles, database and alarms. */
export const clusterNamesFitTheirRoles = ({ clusters }: EnvironmentConfig): string[] =>
  clusters.flatMap(({ cluster }) => problemsOfClusterName(cluster.name));

function problemsOfClusterName(name: string): string[] {
  const path = ["clusters", name];
  const longest = ROLE_NAME_LIMIT - LONGEST_SERVICE_ACCOUNT.length - 1;

  if (!KEBAB_CASE.test(name)) {
    return [
      problem(path, "a kebab-case name", show(name), "use lower-case letters, digits and single hyphens"),
    ];
  }
  return name.length <= longest
    ? []
    : [
        problem(
          path,
          `${longest} characters at most`,
          `${show(name)}, which has ${name.length}`,
          `the IAM role ${LONGEST_SERVICE_ACCOUNT}-${show(name).slice(1, -1)} would have more than ${ROLE_NAME_LIMIT}`,
        ),
      ];
}

/** Characters of the longest prefix: EKS allows 63, of which Terraform appends 26. */
const LONGEST_NODE_GROUP_PREFIX = 37;

/**
 * Refuses names of node groups that EKS does not allow behind the cluster's, or that cannot be part of an
 * address.
 */
export const nodeGroupNamesAreReadable = ({ cluster }: ClusterEnvironmentConfig): string[] =>
  Object.keys(cluster.nodeGroups).flatMap((name) => {
    const path = ["nodeGroups", name];
    if (!KEBAB_CASE.test(name)) {
      return [problem(path, "a kebab-case name", show(name), 'call it something like "arm-green"')];
    }
    const longest = LONGEST_NODE_GROUP_PREFIX - `${cluster.name}--`.length;
    return name.length <= longest
      ? []
      : [
          problem(
            path,
            `${longest} characters at most after the cluster's name`,
            `${show(name)}, which has ${name.length}`,
            "shorten it",
          ),
        ];
  });

const LONGEST_SUBNET_NAME = 40;

/** Refuses names of subnets outside the cluster that cannot be part of an address. */
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
