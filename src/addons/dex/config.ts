import type { HelmValues } from "../../constructs/helm-values";
import { ARGO_CD_PROGRAM, clientSecretName, type DexClient, KUBERNETES_PROGRAM } from "./clients";
import { credentialVariables, type DexUsers, usersConfig, usersVariables } from "./users";

export interface DexConfigProps {
  /** The URL under which clients know Dex. */
  readonly issuer: string;

  readonly users: DexUsers;
  readonly clients: readonly DexClient[];

  /** True if people sign in to the Kubernetes API, too. */
  readonly kubernetes: boolean;
}

/**
 * Dex's own configuration. It names the environment variables of `dexEnvironment` where a credential belongs.
 *
 * @see https://dexidp.io/docs/configuration
 */
export const dexConfig = ({ issuer, users, clients, kubernetes }: DexConfigProps): HelmValues => ({
  issuer,
  storage: { type: "kubernetes", config: { inCluster: true } },
  oauth2: { skipApprovalScreen: true },
  ...usersConfig(issuer, users),
  staticClients: [
    ...clients.map((client) => ({
      name: client.name,
      idEnv: `${variablePrefix(client)}_CLIENT_ID`,
      secretEnv: `${variablePrefix(client)}_CLIENT_SECRET`,
      redirectURIs: [client.redirectUri],
    })),
    {
      name: ARGO_CD_PROGRAM.name,
      id: ARGO_CD_PROGRAM.id,
      public: true,
      redirectURIs: [ARGO_CD_PROGRAM.redirectUri],
    },
    ...(kubernetes ? [KUBERNETES_CLIENT] : []),
  ],
});

const KUBERNETES_CLIENT = {
  name: KUBERNETES_PROGRAM.name,
  id: KUBERNETES_PROGRAM.id,
  public: true,
  redirectURIs: [...KUBERNETES_PROGRAM.redirectUris],
};

/** The environment variables that hold the users' and the clients' credentials. */
export const dexEnvironment = ({ users, clients }: DexConfigProps) =>
  [
    ...usersVariables(users),
    ...clients.flatMap((client) => credentialVariables(variablePrefix(client), clientSecretName(client))),
  ].map(({ name, secret, key }) => ({ name, valueFrom: { secretKeyRef: { name: secret, key } } }));

const variablePrefix = ({ name }: DexClient): string => name.toUpperCase().replaceAll("-", "_");
