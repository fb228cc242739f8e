import { DataAwsRdsEngineVersion } from "@cdktf/provider-aws/lib/data-aws-rds-engine-version";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import { GeneratedSecret } from "../constructs/generated-secret";
import { POSTGRES_PORT } from "../constructs/postgres-port";
import { SecretValue } from "../constructs/secret-value";
import { postgresSecurityGroup } from "./postgres-security-group";
import { databaseInstanceName } from "../names/cluster-names";

export interface PostgresDatabaseProps {
  /** What AWS calls it. */
  readonly name: string;

  /** The one database in it. */
  readonly databaseName: string;

  /** Name that clients connect to, in the zone of `zoneId`. */
  readonly host: string;

  /** Name in Secrets Manager of what clients connect with. */
  readonly secretName: string;
  readonly vpcId: string;

  /** At least two, in different availability zones. */
  readonly subnetIds: readonly string[];

  /** The only security group that may connect. */
  readonly clientSecurityGroupId: string;

  /** A private zone. */
  readonly zoneId: string;
  readonly applyImmediately: boolean;
  readonly backupRetentionDays: number;
  readonly skipFinalSnapshot: boolean;
  readonly autoPause: boolean;

  /** In Aurora capacity units. */
  readonly maxCapacity: number;

  /** Raise it to give the database a new password at the next apply. */
  readonly passwordVersion: number;

  /** Days a deleted password can be recovered. */
  readonly secretsRecoveryDays: number;

  /** Whether AWS and Terraform refuse to destroy it. */
  readonly protected: boolean;
}

const ENGINE = "aurora-postgresql";
const USERNAME = "root";

/**
 * A PostgreSQL database of an add-on, and the secret that the add-on connects with: `engine`, `host`, `port`, `dbname`,
 * `username` and `password`.
 *
 * The password is made and kept in Secrets Manager; Terraform hands it to the database without writing it down.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.html
 */
export class PostgresDatabase extends Construct {
  /** What AWS calls the cluster and its one instance. */
  readonly clusterIdentifier: string;
  readonly instanceIdentifier: string;

  constructor(scope: Construct, id: string, props: PostgresDatabaseProps) {
    super(scope, id);

    const secret = new GeneratedSecret(this, "secret", {
      name: props.secretName,
      version: props.passwordVersion,
      recoveryDays: props.secretsRecoveryDays,
      value: (random) => ({
        engine: "postgres",
        host: props.host,
        username: USERNAME,
        password: random("password", { length: 32 }),
        dbname: props.databaseName,
        port: String(POSTGRES_PORT),
      }),
    });

    const stored = new SecretValue(this, "stored", { secretId: secret.id, after: secret.ready });

    const cluster = this.cluster(stored.key("password"), props);
    this.clusterIdentifier = cluster.clusterIdentifier;
    this.instanceIdentifier = this.instance(cluster, props).identifier;

    new Route53Record(this, "record", {
      zoneId: props.zoneId,
      name: props.host,
      type: "CNAME",
      ttl: 300,
      records: [cluster.endpoint],
    });
  }

  private cluster(password: string, props: PostgresDatabaseProps): RdsCluster {
    const { name } = props;
    const engineVersion = new DataAwsRdsEngineVersion(this, "engine", {
      engine: ENGINE,
      version: "16",
      latest: true,
    });
    const subnets = new DbSubnetGroup(this, "subnets", { name, subnetIds: [...props.subnetIds] });

    return new RdsCluster(this, "cluster", {
      clusterIdentifier: name,
      engine: ENGINE,
      engineMode: "provisioned",
      engineVersion: engineVersion.version,
      allowMajorVersionUpgrade: true,
      databaseName: props.databaseName,
      port: POSTGRES_PORT,
      masterUsername: USERNAME,
      masterPasswordWo: password,
      masterPasswordWoVersion: props.passwordVersion,
      dbSubnetGroupName: subnets.name,
      vpcSecurityGroupIds: [postgresSecurityGroup(this, props).id],
      storageEncrypted: true,
      serverlessv2ScalingConfiguration: props.autoPause
        ? { minCapacity: 0, maxCapacity: props.maxCapacity, secondsUntilAutoPause: 300 }
        : { minCapacity: 0.5, maxCapacity: props.maxCapacity },
      applyImmediately: props.applyImmediately,
      backupRetentionPeriod: props.backupRetentionDays,
      preferredBackupWindow: "02:00-03:00",
      preferredMaintenanceWindow: "sun:04:00-sun:05:00",
      copyTagsToSnapshot: true,
      enabledCloudwatchLogsExports: ["postgresql"],
      skipFinalSnapshot: props.skipFinalSnapshot,
      finalSnapshotIdentifier: `${name}-final`,
      deletionProtection: props.protected,
      lifecycle: { preventDestroy: props.protected },
    });
  }

  private instance(
    { id }: RdsCluster,
    { name, applyImmediately }: PostgresDatabaseProps,
  ): RdsClusterInstance {
    return new RdsClusterInstance(this, "instance", {
      identifier: databaseInstanceName(name),
      clusterIdentifier: id,
      engine: ENGINE,
      instanceClass: "db.serverless",
      applyImmediately,
      autoMinorVersionUpgrade: true,
    });
  }
}
