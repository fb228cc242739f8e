import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import { GeneratedSecret } from "../constructs/generated-secret";
import { SecretValue } from "../constructs/secret-value";
import { EncryptionKey } from "./encryption-key";
import { postgresSecurityGroup } from "./postgres-security-group";
import { databaseInstanceName } from "../names/cluster-names";

export interface PostgresDatabaseProps {
  /** Identifier in AWS. */
  readonly name: string;

  /** Name of its only database. */
  readonly databaseName: string;

  /** Name that clients connect to, in the zone of `zoneId`. */
  readonly host: string;

  /** Name in Secrets Manager of the master user's credentials. */
  readonly secretName: string;

  /** Name in Secrets Manager of the credentials of the add-on's own user, which a Job of the cluster makes. */
  readonly userSecretName: string;
  readonly port: number;
  readonly region: string;
  readonly accountId: string;
  readonly vpcId: string;

  /** Subnets, at least two, in different availability zones. */
  readonly subnetIds: readonly string[];

  /** Security group that alone may connect. */
  readonly clientSecurityGroupId: string;

  /** Id of a private zone. */
  readonly zoneId: string;

  /** Exact version of PostgreSQL, such as `16.13`. */
  readonly engineVersion: string;
  readonly applyImmediately: boolean;
  readonly backupRetentionDays: number;
  readonly skipFinalSnapshot: boolean;
  readonly autoPause: boolean;

  /** Most Aurora capacity units. */
  readonly maxCapacity: number;

  /** Counter. Raise it to give both users new passwords at the next apply. */
  readonly passwordVersion: number;

  /** Days in which a deleted password can be restored. */
  readonly secretsRecoveryDays: number;

  /** Days that CloudWatch keeps the database's log. */
  readonly logRetentionDays: number;

  /** AWS and Terraform refuse to destroy it and its log. */
  readonly protected: boolean;
}

const ENGINE = "aurora-postgresql";
const MASTER = "root";

/**
 * A PostgreSQL database of an add-on, and the secrets of its master and of the add-on's own user, each with `engine`,
 * `host`, `port`, `dbname`, `username` and `password`.
 *
 * Secrets Manager generates and keeps the passwords; Terraform hands the master's to the database without writing it
 * down. The add-on's user has the name of the database.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.html
 */
export class PostgresDatabase extends Construct {
  /** Identifier of the cluster and its one instance. */
  readonly clusterIdentifier: string;
  readonly instanceIdentifier: string;

  /** Host that the database's certificate names, unlike `host`. */
  readonly endpoint: string;

  constructor(scope: Construct, id: string, props: PostgresDatabaseProps) {
    super(scope, id);

    const secret = this.credentials("secret", props.secretName, MASTER, props);
    this.credentials("user-secret", props.userSecretName, props.databaseName, props);

    const stored = new SecretValue(this, "stored", { secretId: secret.id, after: secret.ready });

    const cluster = this.cluster(stored.key("password"), props);
    this.clusterIdentifier = cluster.clusterIdentifier;
    this.endpoint = cluster.endpoint;
    this.instanceIdentifier = this.instance(cluster, props).identifier;

    new Route53Record(this, "record", {
      zoneId: props.zoneId,
      name: props.host,
      type: "CNAME",
      ttl: 300,
      records: [cluster.endpoint],
    });
  }

  private credentials(
    id: string,
    name: string,
    username: string,
    props: PostgresDatabaseProps,
  ): GeneratedSecret {
    return new GeneratedSecret(this, id, {
      name,
      version: props.passwordVersion,
      recoveryDays: props.secretsRecoveryDays,
      value: (random) => ({
        engine: "postgres",
        host: props.host,
        username,
        password: random("password", { length: 32 }),
        dbname: props.databaseName,
        port: String(props.port),
      }),
    });
  }

  private cluster(password: string, props: PostgresDatabaseProps): RdsCluster {
    const { name } = props;
    const subnets = new DbSubnetGroup(this, "subnets", { name, subnetIds: [...props.subnetIds] });

    const securityGroup = postgresSecurityGroup(this, props);
    const logs = this.logGroup(props);

    return new RdsCluster(this, "cluster", {
      clusterIdentifier: name,
      engine: ENGINE,
      engineMode: "provisioned",
      engineVersion: props.engineVersion,
      databaseName: props.databaseName,
      port: props.port,
      masterUsername: MASTER,
      masterPasswordWo: password,
      masterPasswordWoVersion: props.passwordVersion,
      dbSubnetGroupName: subnets.name,
      vpcSecurityGroupIds: [securityGroup.id],
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
      // A name of its own for each life of the database: AWS keeps a snapshot, and refuses a second of its name.
      finalSnapshotIdentifier: `${name}-final-${securityGroup.id}`,
      deletionProtection: props.protected,
      lifecycle: { preventDestroy: props.protected },
      dependsOn: [logs],
    });
  }

  /** Log group of the database. RDS would make it without retention or key the moment it has something to log. */
  private logGroup({ name, region, accountId, ...props }: PostgresDatabaseProps): CloudwatchLogGroup {
    const group = `/aws/rds/cluster/${name}/postgresql`;
    const key = new EncryptionKey(this, "log-encryption", {
      accountId,
      description: `Log of database ${name}`,
      protected: props.protected,
      users: [
        {
          service: `logs.${region}.amazonaws.com`,
          conditions: {
            ArnEquals: {
              "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${accountId}:log-group:${group}`,
            },
          },
        },
      ],
    });
    return new CloudwatchLogGroup(this, "logs", {
      name: group,
      retentionInDays: props.logRetentionDays,
      kmsKeyId: key.arn,
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
      // AWS would raise it, and the next apply would ask to go back, which AWS refuses.
      autoMinorVersionUpgrade: false,
    });
  }
}
