import type { ITerraformDependable, TerraformStack } from "cdktf";
import { ClusterReader } from "../../access/cluster-reader";
import type { Kinds } from "../../access/group-rights";
import { ClusterReaderRole } from "../../infrastructure/cluster-reader-role";
import { clusterReaders } from "../../settings/environment/cluster-readers";
import type { ClusterReaderConfig } from "../../settings/access/cluster-readers-schema";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { assumedName, assumerName } from "../../names/reader-names";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { clusterArn } from "../cluster-arn";
import type { ProgramMapping } from "../../constructs/aws-auth-roles";
import type { Cluster } from "../../constructs/cluster";

interface Props {
  readonly cluster: Cluster;

  /** Dependencies of an object in a namespace. */
  readonly readyFor: (namespace: string) => readonly ITerraformDependable[];
}

/**
 * Lets the organisation's applications that read clusters read this one, and gives their pods here a role.
 *
 * @returns their roles and groups
 */
export function admitReaders(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { cluster, readyFor }: Props,
): ProgramMapping[] {
  return clusterReaders(environment).map(({ name, namespace, assumes, assumedBy, ...reads }) => {
    const group = assumedName(name);
    const { arn: roleArn } = new ClusterReaderRole(stack, `reader-${name}-assumed`, {
      name: group,
      clusterArn: clusterArn(environment),
      assumedBy,
    });
    new ClusterReader(stack, `reader-${name}`, {
      cluster,
      account: assumerName(name),
      group,
      roleArn,
      namespace,
      reads: kindsOf(reads),
      assumes,
      byEntry: environment.cluster.authenticationMode !== "CONFIG_MAP",
      readyFor,
    });
    return { roleArn, group };
  });
}

const WORKLOADS: readonly Kinds[] = [
  { apiGroup: "", resources: ["pods"] },
  { apiGroup: "apps", resources: ["deployments"] },
];

const APPLICATIONS: readonly Kinds[] = [{ apiGroup: "argoproj.io", resources: ["applications"] }];

const kindsOf = ({ reads, readsApplications }: Pick<ClusterReaderConfig, "reads" | "readsApplications">) => ({
  ...Object.fromEntries(reads.map((namespace) => [namespace, WORKLOADS])),
  ...(readsApplications ? { [PLATFORM_NAMESPACES.services]: APPLICATIONS } : {}),
});
