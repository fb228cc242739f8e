import type { Manifest } from "../constructs/manifests";
import { SECRETS_MANAGER_STORE } from "./secret-stores";

/** A secret of AWS Secrets Manager that the cluster keeps a copy of. */
export interface CopiedSecret {
  /** Its path in Secrets Manager, such as `govuk/dex/github`. */
  readonly path: string;

  /** The Kubernetes Secret that holds the copy. */
  readonly name: string;
  readonly namespace: string;

  /**
   * The keys to copy of a secret that is a JSON object.
   *
   * @default - all of them
   */
  readonly keys?: readonly string[];
}

/**
 * Has External Secrets copy a secret and look for a new value every hour.
 *
 * @see https://external-secrets.io/latest/api/externalsecret
 */
export const externalSecret = ({ path, name, namespace, keys }: CopiedSecret): Manifest => ({
  apiVersion: "external-secrets.io/v1",
  kind: "ExternalSecret",
  metadata: { name, namespace },
  spec: {
    refreshInterval: "1h",
    secretStoreRef: { kind: "ClusterSecretStore", name: SECRETS_MANAGER_STORE },
    target: { name, creationPolicy: "Owner" },
    ...(keys
      ? { data: keys.map((key) => ({ secretKey: key, remoteRef: { key: path, property: key } })) }
      : { dataFrom: [{ extract: { key: path } }] }),
  },
});
