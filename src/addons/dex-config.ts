import type { HelmValues } from "../constructs/helm-values";
import { clientSecretName, type DexClient } from "./dex-clients";

/** Who may sign in: members of GitHub organisations. */
export interface GitHubSignIn {
  readonly organisations: readonly GitHubOrganisation[];

  /** The Kubernetes Secret with the `clientID` and `clientSecret` of the OAuth app at GitHub. */
  readonly credentialsSecret: string;
}

export interface GitHubOrganisation {
  readonly name: string;

  /**
   * The teams whose members may sign in.
   *
   * @default - every member of the organisation
   */
  readonly teams?: readonly string[];
}

export interface DexConfigProps {
  /** The URL under which clients know Dex. */
  readonly issuer: string;
  readonly github: GitHubSignIn;
  readonly clients: readonly DexClient[];
}

/**
 * Dex's own configuration. It names the environment variables of `dexEnvironment` where a credential belongs.
 *
 * @see https://dexidp.io/docs/configuration
 */
export const dexConfig = ({ issuer, github, clients }: DexConfigProps): HelmValues => ({
  issuer,
  storage: { type: "kubernetes", config: { inCluster: true } },
  oauth2: { skipApprovalScreen: true },
  connectors: [
    {
      type: "github",
      id: "github",
      name: "GitHub",
      config: {
        clientID: "$GITHUB_CLIENT_ID",
        clientSecret: "$GITHUB_CLIENT_SECRET",
        redirectURI: `${issuer}/callback`,
        orgs: github.organisations.map(({ name, teams }) => ({ name, ...(teams && { teams }) })),
        // Roles are given by a team's name as well as by its slug.
        teamNameField: "both",
        useLoginAsID: true,
      },
    },
  ],
  staticClients: clients.map((client) => ({
    name: client.name,
    idEnv: `${variablePrefix(client)}_CLIENT_ID`,
    secretEnv: `${variablePrefix(client)}_CLIENT_SECRET`,
    redirectURIs: [client.redirectUri],
  })),
});

/** The environment variables that hold GitHub's and the clients' credentials. */
export const dexEnvironment = ({ github, clients }: DexConfigProps) => [
  ...credentialVariables("GITHUB", github.credentialsSecret),
  ...clients.flatMap((client) => credentialVariables(variablePrefix(client), clientSecretName(client))),
];

const credentialVariables = (prefix: string, secret: string) => [
  { name: `${prefix}_CLIENT_ID`, valueFrom: { secretKeyRef: { name: secret, key: "clientID" } } },
  { name: `${prefix}_CLIENT_SECRET`, valueFrom: { secretKeyRef: { name: secret, key: "clientSecret" } } },
];

const variablePrefix = ({ name }: DexClient): string => name.toUpperCase().replaceAll("-", "_");
