import { Velero } from "../../addons/velero/velero";
import type { Ready } from "../../constructs/addon";
import { SecureBucket } from "../../constructs/secure-bucket";
import { EncryptionKey } from "../../infrastructure/encryption-key";
import { bucketName } from "../../names/cluster-names";
import { applicationNamespaces, namespaceNamesOn } from "../../settings/namespaces/namespaces";
import type { Platform } from "./platform";

/** Namespaces of Kubernetes itself, whose objects a new cluster has by itself. */
const OF_KUBERNETES = ["kube-node-lease", "kube-public", "kube-system"];

/** Installs the add-on that copies what a cluster alone has, with the bucket and the key of its copies; nothing without it. */
export function installBackups(
  { stack, environment, shared, accountId }: Platform,
  after: Ready | false,
): void {
  const { addons, cluster, deletionProtection, forceDestroy, name, organisation } = environment;
  if (addons.velero === false) {
    return;
  }
  const { arn: keyArn } = new EncryptionKey(stack, "backups-encryption", {
    accountId,
    description: `Backups of ${cluster.name}`,
    protected: deletionProtection === true,
  });
  const { id: bucket } = new SecureBucket(stack, "backups", {
    name: bucketName(cluster.name, name, "velero"),
    forceDestroy,
    kmsKeyArn: keyArn,
  });
  const applications = applicationNamespaces(organisation);
  new Velero(stack, "velero", {
    ...shared,
    ...addons.velero,
    storage: { bucket, keyArn },
    leftOut: [
      ...namespaceNamesOn(environment).filter((one) => !applications.includes(one)),
      ...OF_KUBERNETES,
    ].sort(),
    after: [after],
  });
}
