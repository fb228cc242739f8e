import type { TempoStorage } from "../../addons/tempo/configuration";
import { SecureBucket } from "../../constructs/secure-bucket";
import { EncryptionKey } from "../../infrastructure/encryption-key";
import type { Platform } from "./platform";
import { bucketName } from "../../names/cluster-names";

/**
 * Days in which deleted traces can be restored. Tempo deletes and compacts all the time, so one day is enough
 * to notice a mistake.
 */
const RECOVERY_DAYS = 1;

/** Bucket for traces, and the key that encrypts them. */
export function addTraceStorage({ stack, environment, accountId }: Platform): TempoStorage {
  const { cluster, deletionProtection, forceDestroy, name } = environment;

  const { arn: keyArn } = new EncryptionKey(stack, "traces-encryption", {
    accountId,
    description: `Traces of ${cluster.name}`,
    protected: deletionProtection === true,
  });
  const { id: bucket } = new SecureBucket(stack, "traces", {
    name: bucketName(cluster.name, name, "tempo"),
    forceDestroy,
    recoveryDays: RECOVERY_DAYS,
    kmsKeyArn: keyArn,
  });
  return { bucket, keyArn };
}
