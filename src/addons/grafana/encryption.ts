import { Construct } from "constructs";
import type { After, Ready } from "../../constructs/addon";
import { GeneratedSecret } from "../../constructs/generated-secret";
import { Manifests } from "../../constructs/manifests";
import { externalSecret } from "../../constructs/external-secret";

export interface GrafanaEncryptionProps {
  readonly namespace: string;

  /** Path of the secret in Secrets Manager. */
  readonly path: string;

  /** Days in which a deleted secret can be restored: 0 for not at all, or 7 to 30. */
  readonly recoveryDays: number;

  /** @default - nothing */
  readonly after?: After;
}

/** The Kubernetes Secret with the `key` that Grafana encrypts what it stores with. */
export const ENCRYPTION_SECRET = "grafana-encryption";

/**
 * The key that encrypts what Grafana stores of people's sessions. Grafana's default is the same all over the world.
 *
 * @see https://grafana.com/docs/grafana/latest/setup-grafana/configure-security/configure-database-encryption
 */
export class GrafanaEncryption extends Construct implements Ready {
  readonly ready: Ready["ready"];

  constructor(scope: Construct, id: string, props: GrafanaEncryptionProps) {
    super(scope, id);
    const { namespace, path, recoveryDays, after = [] } = props;

    const secret = new GeneratedSecret(this, "secret", {
      name: path,
      recoveryDays,
      value: (random) => ({ key: random("key", { length: 32 }) }),
    });

    this.ready = new Manifests(this, "copy", {
      namespace,
      releaseName: ENCRYPTION_SECRET,
      objects: [externalSecret({ path, name: ENCRYPTION_SECRET, namespace })],
      after: [secret, ...after],
    }).ready;
  }
}
