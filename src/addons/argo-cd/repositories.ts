import type { Manifest } from "../../constructs/manifests";
import { externalSecret } from "../../constructs/external-secret";
import { isSsh } from "./transport";

/** Credentials for the repositories below an address. */
export interface RepositoryCredentials {
  /** Beginning of their addresses, such as `https://github.com/example` or `git@github.com:example`. */
  readonly url: string;

  /**
   * Path in Secrets Manager: of a GitHub App's `githubAppID`, `githubAppInstallationID` and `githubAppPrivateKey` for
   * `https://`, of an `sshPrivateKey` for `git@`.
   */
  readonly path: string;
}

/** Name of an object that belongs to an address. */
const nameOf = (url: string): string =>
  `argo-cd-${url
    .replace(/^(?:https:\/\/|git@)/, "")
    .replaceAll(/[^a-z0-9]+/gi, "-")
    .toLowerCase()}`;

/** Sorts of Secrets that Argo CD finds by their label. */
type SecretType = "repo-creds" | "repository";

/**
 * The credentials as Argo CD finds them: by the Secret's label. All keys of the secret are copied, so that its owner
 * decides between a GitHub App and a deploy key.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#repositories
 */
export const repositoryCredentials = (
  { url, path }: RepositoryCredentials,
  namespace: string,
  type: SecretType = "repo-creds",
): Manifest =>
  externalSecret({
    path,
    name: nameOf(url),
    namespace,
    template: {
      metadata: { labels: { "argocd.argoproj.io/secret-type": type } },
      mergePolicy: "Merge",
      data: { type: "git", url },
    },
  });

/**
 * A repository by its address for SSH, so that Argo CD clones it from there when an Application writes the address
 * another way, with the credentials of the address that it begins with.
 *
 * @default - none for HTTPS, which has one form
 */
export const repositoryByAddress = (
  url: string,
  credentials: readonly RepositoryCredentials[],
  namespace: string,
): Manifest[] =>
  isSsh(url)
    ? credentials
        .filter((one) => url.startsWith(one.url))
        .slice(0, 1)
        .map(({ path }) => repositoryCredentials({ url, path }, namespace, "repository"))
    : [];
