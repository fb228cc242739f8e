import type { TerraformStack } from "cdktf";
import {
  DATABASE_SUBNET_PREFIX,
  type DatabaseAddon,
  type DatabaseConfig,
  databaseNames,
  databasePort,
} from "../../settings/databases/database";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import type { EksCluster } from "../../infrastructure/eks-cluster";
import { PostgresDatabase } from "../../infrastructure/postgres-database";
import type { RootZones } from "../root-dns-outputs";
import type { Vpc } from "../vpc-outputs";

interface Surroundings {
  readonly accountId: string;
  readonly vpc: Vpc;
  readonly cluster: EksCluster;
  readonly zone: RootZones["internal"];
}

/** Databases of the environment, by the add-on that uses each. */
export type Databases = Readonly<Partial<Record<DatabaseAddon, PostgresDatabase>>>;

/** Adds the databases of Grafana and of Argo Workflows' archive, if the environment has them. */
export function addDatabases(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  around: Surroundings,
): Databases {
  const { grafanaDatabase, workflowsDatabase } = environment;
  const add = (addon: DatabaseAddon, settings: DatabaseConfig) =>
    new PostgresDatabase(stack, `${addon}-database`, {
      ...settings,
      ...propsOf(addon, environment, around),
      port: databasePort(settings),
    });

  return {
    ...(grafanaDatabase && { grafana: add("grafana", grafanaDatabase) }),
    ...(workflowsDatabase && {
      "argo-workflows": add("argo-workflows", workflowsDatabase),
    }),
  };
}

function propsOf(
  addon: DatabaseAddon,
  environment: ClusterEnvironment,
  { accountId, vpc, cluster, zone }: Surroundings,
) {
  const { region, secretsRecoveryDays, deletionProtection } = environment;
  const subnets = Object.entries(vpc.privateSubnetIds).filter(([name]) =>
    name.startsWith(DATABASE_SUBNET_PREFIX),
  );

  return {
    ...databaseNames(addon, environment),
    region,
    accountId,
    vpcId: vpc.id,
    subnetIds: subnets.map(([, id]) => id),
    clientSecurityGroupId: cluster.securityGroupId,
    zoneId: zone.id,
    secretsRecoveryDays,
    logRetentionDays: environment.cluster.logRetentionDays,
    protected: deletionProtection === true,
  };
}
