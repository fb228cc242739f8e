import type { HelmValues } from "./helm-values";
import { PLATFORM_STORE } from "../names/store-names";
import type { Manifest } from "./manifests";

/** A secret of AWS Secrets Manager that the cluster keeps a copy of. */
export interface CopiedSecret {
  /** Path in Secrets Manager, such as `example/dex/github`. */
  readonly path: string;

  /** Name of the Kubernetes Secret that holds the copy. */
  readonly name: string;
  readonly namespace: string;

  /**
   * Name of the ClusterSecretStore, which must serve the namespace.
   *
   * @default - the platform's own
   */
  readonly store?: string;

  /**
   * Keys to copy from a secret that is a JSON object.
   *
   * @default - all of them
   */
  readonly keys?: readonly string[];

  /**
   * Other fields of the Kubernetes Secret: type, labels, data made from the keys.
   *
   * @default - an Opaque one with the keys as they are
   */
  readonly template?: HelmValues;

  /**
   * `Owner` makes the Kubernetes Secret for the copy; `Merge` adds the keys to one that exists.
   *
   * @default "Owner"
   */
  readonly creationPolicy?: "Owner" | "Merge";

  /**
   * `never` keeps the value that the copy was made with.
   *
   * @default "hourly"
   */
  readonly refresh?: "hourly" | "never";
}

/**
 * Has External Secrets copy a secret and, unless told otherwise, look for a new value every hour.
 *
 * @see https://external-secrets.io/latest/api/externalsecret
 */
export const externalSecret = ({
  path,
  name,
  namespace,
  store = PLATFORM_STORE,
  keys,
  template,
  creationPolicy = "Owner",
  refresh = "hourly",
}: CopiedSecret): Manifest => ({
  apiVersion: "external-secrets.io/v1",
  kind: "ExternalSecret",
  metadata: { name, namespace },
  spec: {
    refreshInterval: "1h",
    ...(refresh === "never" && { refreshPolicy: "CreatedOnce" }),
    secretStoreRef: { kind: "ClusterSecretStore", name: store },
    target: { name, creationPolicy, ...(template && { template }) },
    ...(keys
      ? { data: keys.map((key) => ({ secretKey: key, remoteRef: { key: path, property: key } })) }
      : { dataFrom: [{ extract: { key: path } }] }),
  },
});
