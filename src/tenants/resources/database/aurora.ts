import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance";
import { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group";
import type { Construct } from "constructs";
import type { AuroraConfig, PostgresConfig } from "../../../settings/products/resources/postgres";
import { auroraDefaults } from "../../../settings/products/resources/postgres-defaults";
import { capacityAlarm, connectionsAlarm, processorAlarm } from "./alarms";
import { commonOf, type CommonProps, DATABASE_NAME, MASTER, WINDOWS } from "./common";
import { ENGINES } from "./engines";
import type { MadeDatabase } from "./made-database";

interface AuroraProps extends CommonProps {
  readonly settings: PostgresConfig;
  readonly aurora: AuroraConfig;
}

const ENGINE = "aurora-postgresql";

/** Gibibytes of memory of a capacity unit. */
const UNIT_GIB = 2;

/** Connections, two thirds of what Aurora takes at most where its least capacity is small. */
const MOST_CONNECTIONS = 1_300;

/**
 * Database in a cluster of Aurora Serverless v2.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.html
 */
export function auroraDatabase(scope: Construct, props: AuroraProps): MadeDatabase {
  const { name, settings, live } = props;
  const { minCapacity, maxCapacity, readers } = auroraDefaults(props.aurora, live);

  const cluster = new RdsCluster(scope, "cluster", {
    ...commonOf(props),
    clusterIdentifier: name,
    engine: ENGINE,
    engineMode: "provisioned",
    engineVersion: String(settings.version),
    dbClusterParameterGroupName: parameters(scope, props).name,
    databaseName: DATABASE_NAME,
    masterUsername: MASTER,
    serverlessv2ScalingConfiguration: {
      minCapacity,
      maxCapacity,
      ...(minCapacity === 0 ? { secondsUntilAutoPause: 300 } : {}),
    },
    preferredBackupWindow: WINDOWS.backup,
    preferredMaintenanceWindow: WINDOWS.maintenance,
  });
  const instances = Array.from({ length: 1 + readers }, (_, index) =>
    instanceOf(scope, props, cluster, index + 1),
  );
  const dimensions = { DBClusterIdentifier: name };
  return {
    host: cluster.endpoint,
    readerHost: cluster.readerEndpoint,
    resourceId: cluster.clusterResourceId,
    secretArn: cluster.masterUserSecret.get(0).secretArn,
    alarms: [
      processorAlarm(dimensions),
      capacityAlarm(dimensions),
      connectionsAlarm(
        dimensions,
        Math.min(ENGINES.postgres.connectionsPerGib * UNIT_GIB * maxCapacity, MOST_CONNECTIONS),
      ),
    ],
    ready: instances,
  };
}

const instanceOf = (
  scope: Construct,
  { name, keyArn, live, settings: { insights = false } }: AuroraProps,
  { id }: RdsCluster,
  number: number,
): RdsClusterInstance =>
  new RdsClusterInstance(scope, `instance-${number}`, {
    identifier: `${name}-${number}`,
    clusterIdentifier: id,
    engine: ENGINE,
    instanceClass: "db.serverless",
    autoMinorVersionUpgrade: true,
    applyImmediately: !live,
    publiclyAccessible: false,
    ...(insights
      ? {
          performanceInsightsEnabled: true,
          performanceInsightsKmsKeyId: keyArn,
          performanceInsightsRetentionPeriod: 7,
        }
      : {}),
  });

const parameters = (
  scope: Construct,
  { name, settings: { version } }: AuroraProps,
): RdsClusterParameterGroup =>
  new RdsClusterParameterGroup(scope, "parameters", {
    name: `${name}-${version}`,
    family: `${ENGINE}${version}`,
    parameter: [{ ...ENGINES.postgres.overTls }],
    lifecycle: { createBeforeDestroy: true },
  });
