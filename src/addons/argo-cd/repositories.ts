import type { Manifest } from "../../constructs/manifests";
import { externalSecret } from "../../constructs/external-secret";

/** Credentials for the repositories below an address. */
export interface RepositoryCredentials {
  /** Beginning of their addresses, such as `https://github.com/example`. */
  readonly url: string;

  /** Path in Secrets Manager of a GitHub App's `githubAppID`, `githubAppInstallationID` and `githubAppPrivateKey`. */
  readonly path: string;
}

/**
 * The credentials as Argo CD finds them: by the Secret's label.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#repositories
 */
export const repositoryCredentials = ({ url, path }: RepositoryCredentials, namespace: string): Manifest =>
  externalSecret({
    path,
    name: `argo-cd-${url
      .replace(/^https:\/\//, "")
      .replaceAll(/[^a-z0-9]+/gi, "-")
      .toLowerCase()}`,
    namespace,
    template: {
      metadata: { labels: { "argocd.argoproj.io/secret-type": "repo-creds" } },
      mergePolicy: "Merge",
      data: { type: "git", url },
    },
  });
