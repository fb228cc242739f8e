import type { HelmValues } from "../../constructs/helm-values";
import { ADMINISTRATOR_SECRET, type Administrator, administratorConfig } from "./administrator";
import { ARGO_CD_PROGRAM, clientSecretName, type DexClient } from "./clients";
import { gitHubConfig, type GitHubSignIn } from "./github";

export interface DexConfigProps {
  /** The URL under which clients know Dex. */
  readonly issuer: string;

  /** Users who sign in: members of GitHub organisations, or one administrator with a password. */
  readonly users: GitHubSignIn | Administrator;
  readonly clients: readonly DexClient[];
}

/**
 * Dex's own configuration. It names the environment variables of `dexEnvironment` where a credential belongs.
 *
 * @see https://dexidp.io/docs/configuration
 */
export const dexConfig = ({ issuer, users, clients }: DexConfigProps): HelmValues => ({
  issuer,
  storage: { type: "kubernetes", config: { inCluster: true } },
  oauth2: { skipApprovalScreen: true },
  ...("email" in users ? administratorConfig(users) : gitHubConfig(issuer, users)),
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
  ],
});

/** The environment variables that hold the users' and the clients' credentials. */
export const dexEnvironment = ({ users, clients }: DexConfigProps) => [
  ...("email" in users
    ? [variable("ADMINISTRATOR_PASSWORD_HASH", ADMINISTRATOR_SECRET, "hash")]
    : credentialVariables("GITHUB", users.credentialsSecret)),
  ...clients.flatMap((client) => credentialVariables(variablePrefix(client), clientSecretName(client))),
];

const credentialVariables = (prefix: string, secret: string) => [
  variable(`${prefix}_CLIENT_ID`, secret, "clientID"),
  variable(`${prefix}_CLIENT_SECRET`, secret, "clientSecret"),
];

const variable = (name: string, secret: string, key: string) => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
});

const variablePrefix = ({ name }: DexClient): string => name.toUpperCase().replaceAll("-", "_");
