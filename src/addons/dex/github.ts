import type { HelmValues } from "../../constructs/helm-values";

/** Members of GitHub organisations, who may sign in. */
export interface GitHubSignIn {
  readonly kind: "github";
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

/**
 * The part of Dex's configuration that leaves signing in to GitHub.
 *
 * @see https://dexidp.io/docs/connectors/github
 */
export const gitHubConfig = (issuer: string, { organisations }: GitHubSignIn): HelmValues => ({
  connectors: [
    {
      type: "github",
      id: "github",
      name: "GitHub",
      config: {
        clientID: "$GITHUB_CLIENT_ID",
        clientSecret: "$GITHUB_CLIENT_SECRET",
        redirectURI: `${issuer}/callback`,
        orgs: organisations.map(({ name, teams }) => ({ name, ...(teams && { teams }) })),
        // Roles are given by a team's name as well as by its slug.
        teamNameField: "both",
        useLoginAsID: true,
      },
    },
  ],
});
