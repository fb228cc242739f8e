import type { TerraformStack } from "cdktf";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import type { Cluster } from "../../constructs/cluster";
import type { Registries } from "../../constructs/registries";

/** Where add-ons are installed, and what all of them are given. */
export interface Platform {
  readonly stack: TerraformStack;
  readonly environment: ClusterEnvironment;

  /** Id of the AWS account, known when Terraform runs. */
  readonly accountId: string;

  /** The props that add-ons share. */
  readonly shared: {
    readonly cluster: Cluster;
    readonly namespace: string;
    readonly replicas: number;
    readonly registries: Registries;
  };
}
