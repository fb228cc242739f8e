import type { TerraformStack } from "cdktf";
import type { Environment } from "../../config/environment";
import type { EksCluster } from "../../infrastructure/eks-cluster";
import { GrafanaDatabase } from "../../infrastructure/grafana-database";
import type { RootZones } from "../root-dns-outputs";
import type { Vpc } from "../vpc-outputs";

interface Surroundings {
  readonly vpc: Vpc;
  readonly cluster: EksCluster;
  readonly zone: RootZones["internal"];
}

/** Grafana's database, where the environment keeps one. */
export function addGrafanaDatabase(
  stack: TerraformStack,
  environment: Environment,
  around: Surroundings,
): GrafanaDatabase | undefined {
  const { grafanaDatabase, secretsRecoveryDays, deletionProtection } = environment;
  if (grafanaDatabase === false) {
    return undefined;
  }
  const subnets = Object.entries(around.vpc.privateSubnetIds).filter(([name]) => name.startsWith("rds_"));

  return new GrafanaDatabase(stack, "grafana-database", {
    ...grafanaDatabase,
    clusterName: environment.cluster.name,
    vpcId: around.vpc.id,
    subnetIds: subnets.map(([, id]) => id),
    clientSecurityGroupId: around.cluster.securityGroupId,
    zone: around.zone,
    secretsRecoveryDays,
    protected: deletionProtection === true,
  });
}
