import { Construct } from "constructs";
import type { After, Ready } from "../../constructs/addon";
import { GeneratedSecret } from "../../constructs/generated-secret";
import { Manifests } from "../../constructs/manifests";
import { clientSecretName, type DexClient } from "./clients";

export interface DexClientSecretsProps {
  readonly clients: readonly DexClient[];

  /** The namespace of Dex, which knows every client. */
  readonly namespace: string;

  /** Path in Secrets Manager below which each client has its secret. */
  readonly path: string;

  /** Days in which a deleted secret can be restored: 0 for not at all, or 7 to 30. */
  readonly recoveryDays: number;

  /** Name of the ClusterSecretStore for AWS Secrets Manager. */
  readonly secretStore: string;

  /** @default - nothing */
  readonly after?: After;
}

const REFRESH_INTERVAL = "1h";

/**
 * The id, secret and cookie secret of each client: made up once, kept in AWS Secrets Manager, and copied by
 * External Secrets into the namespaces of Dex and of the client.
 */
export class DexClientSecrets extends Construct implements Ready {
  readonly ready: Ready["ready"];

  constructor(scope: Construct, id: string, props: DexClientSecretsProps) {
    super(scope, id);
    const { clients, namespace, path, recoveryDays, secretStore, after = [] } = props;

    const secrets = clients.map(
      ({ name }) =>
        new GeneratedSecret(this, name, { name: `${path}/${name}`, recoveryDays, value: credentials }),
    );

    this.ready = new Manifests(this, "copies", {
      namespace,
      releaseName: "dex-clients",
      objects: clients.flatMap((client) =>
        [...new Set([namespace, ...client.namespaces])].map((target) =>
          copyOf(client, { path, secretStore, namespace: target }),
        ),
      ),
      after: [...secrets, ...after],
    }).ready;
  }
}

type Random = Parameters<ConstructorParameters<typeof GeneratedSecret>[2]["value"]>[0];

const credentials = (random: Random) => ({
  clientID: random("id", { length: 16, characters: "hexadecimal" }),
  clientSecret: random("client-secret", { length: 32, characters: "lower-case-letters-and-digits" }),
  // oauth2-proxy takes exactly 16, 24 or 32.
  cookieSecret: random("cookie-secret", { length: 32, characters: "lower-case-letters-and-digits" }),
});

const copyOf = (
  client: DexClient,
  { path, secretStore, namespace }: { path: string; secretStore: string; namespace: string },
) => ({
  apiVersion: "external-secrets.io/v1",
  kind: "ExternalSecret",
  metadata: { name: clientSecretName(client), namespace },
  spec: {
    refreshInterval: REFRESH_INTERVAL,
    secretStoreRef: { kind: "ClusterSecretStore", name: secretStore },
    target: {
      name: clientSecretName(client),
      template: { metadata: { labels: client.labels ?? {} } },
    },
    dataFrom: [{ extract: { key: `${path}/${client.name}` } }],
  },
});
