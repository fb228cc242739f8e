import type { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { backupDaysOf } from "../../../settings/products/resources/database";
import type { ResourceParts } from "../resource-parts";

/** Name of the only database of an instance. */
export const DATABASE_NAME = "app";

/** Name of the master, as whom nothing signs in but the Job that makes the pods' user. */
export const MASTER = "platform";

/** Times, in UTC, of the daily backup and of the weekly maintenance. */
export const WINDOWS = { backup: "02:00-03:00", maintenance: "sun:04:00-sun:05:00" };

export interface CommonProps extends Pick<ResourceParts, "keyArn" | "kept" | "live"> {
  /** Identifier in AWS. */
  readonly name: string;
  readonly port: number;
  readonly subnetGroupName: string;
  readonly securityGroup: SecurityGroup;
}

/**
 * Settings that an instance and a cluster of Aurora share. RDS makes the master's password, keeps it in Secrets Manager and
 * renews it every seven days; Terraform never sees it.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
 */
export const commonOf = (
  props: CommonProps & { readonly settings: { readonly backupDays?: number | undefined } },
) => ({
  port: props.port,
  manageMasterUserPassword: true,
  masterUserSecretKmsKeyId: props.keyArn,
  iamDatabaseAuthenticationEnabled: true,
  dbSubnetGroupName: props.subnetGroupName,
  vpcSecurityGroupIds: [props.securityGroup.id],
  storageEncrypted: true,
  kmsKeyId: props.keyArn,
  backupRetentionPeriod: backupDaysOf(props.settings, props.live),
  copyTagsToSnapshot: true,
  // The team asks for a new major version in its file.
  allowMajorVersionUpgrade: true,
  // Elsewhere than on a live cluster, a restart disturbs the team alone.
  applyImmediately: !props.live,
  skipFinalSnapshot: false,
  // A name of its own for each life of the database: AWS keeps a snapshot, and refuses a second of its name.
  finalSnapshotIdentifier: `${props.name}-final-${props.securityGroup.id}`,
  deletionProtection: props.kept,
  lifecycle: { preventDestroy: props.kept },
});
