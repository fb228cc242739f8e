import type { TerraformStack } from "cdktf";
import type { DatabaseAddon } from "../../settings/databases/database";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import type { NodePlace, PublishedFileSystem, PublishedWorkspace } from "../cluster-outputs";
import type { ChartVersions } from "../../constructs/chart";
import type { Cluster } from "../../constructs/cluster";
import type { Registries } from "../../constructs/registries";

/** Stack that add-ons are installed in, and the props that all of them take. */
export interface Platform {
  readonly stack: TerraformStack;
  readonly environment: ClusterEnvironment;

  /** Id of the AWS account, known when Terraform runs. */
  readonly accountId: string;

  /** Host of an add-on's database, known when Terraform runs. */
  readonly databaseHost: (addon: DatabaseAddon) => string;

  /** File system of the cluster, known when Terraform runs. */
  readonly fileSystem: () => PublishedFileSystem;

  /** Workspace with the metrics of a fleet, known when Terraform runs. */
  readonly metricsWorkspace: () => PublishedWorkspace;

  /** Ids of the subnets of load balancers, known when Terraform runs. */
  readonly publicSubnetIds: () => readonly string[];

  /** Ids of the fixed addresses of load balancers, by name, known when Terraform runs. */
  readonly loadBalancerAddresses: () => Readonly<Record<string, readonly string[]>>;

  /** Ids of the place of the cluster's nodes, known when Terraform runs. */
  readonly nodePlace: () => NodePlace;

  /** Props that add-ons share. */
  readonly shared: {
    readonly cluster: Cluster;
    readonly namespace: string;
    readonly replicas: number;
    readonly registries: Registries;
    readonly chartVersions: ChartVersions;
  };
}
