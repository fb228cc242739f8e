import { ACCOUNTS } from "../../platform/accounts";
import { ORGANISATION } from "../../platform/organisation";

/** A registry on the internet whose images clusters run. */
export interface UpstreamRegistry {
  /** As image names have it. Cached repositories begin with it. */
  readonly host: string;

  /**
   * Where it answers.
   *
   * @default - the host
   */
  readonly url?: string;

  /**
   * Name of the secret with `username` and `accessToken`, where it answers nobody else. Begins with
   * `ecr-pullthroughcache/`, or ECR cannot read it.
   *
   * @default - none: it answers everybody
   */
  readonly credentialsSecret?: string;
}

/** An image that applications are built from or the platform runs, and no team's application is. */
export interface BaseImage {
  readonly name: string;
  readonly repository: string;
}

/** The one registry that every cluster pulls from. */
export const CONTAINER_REGISTRY = {
  /** The environment whose account it is in, and with whose stacks it is applied. */
  environment: "production",
  region: "eu-west-1",

  /** What names of our own repositories begin with: `govuk/whitehall`. */
  prefix: ORGANISATION.name,

  /** The branch that images are built from. */
  branch: "main",

  /** KMS alias of the key that says an image is ours, without `alias/`. */
  signingKeyAlias: "container-signing-key",

  /** Tags that say which environment runs an image, and move from one image to the next. */
  deployedTagPrefix: "deployed-to-",

  /** Kubernetes service account of the workflow that moves them; its role is `<service account>-<cluster>`. */
  tagger: "add-tag-to-image-workflow",

  /** Name of the secret that holds the address that critical vulnerabilities are e-mailed to. */
  findingsEmailSecret: `${ORGANISATION.secretsPrefix}/ecr/findings-email`,
} as const;

export const BASE_IMAGES: readonly BaseImage[] = [
  { name: "govuk-ruby-base", repository: `${ORGANISATION.gitHub}/govuk-ruby-images` },
  { name: "govuk-ruby-builder", repository: `${ORGANISATION.gitHub}/govuk-ruby-images` },
  { name: "toolbox", repository: `${ORGANISATION.gitHub}/govuk-toolbox-image` },
  { name: "clamav", repository: `${ORGANISATION.gitHub}/govuk-infrastructure` },
  { name: "mongodb", repository: `${ORGANISATION.gitHub}/govuk-infrastructure` },
];

/**
 * The registries that the charts' images come from, of those that ECR can cache.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html
 */
export const UPSTREAM_REGISTRIES: readonly UpstreamRegistry[] = [
  {
    host: "docker.io",
    url: "registry-1.docker.io",
    credentialsSecret: "ecr-pullthroughcache/docker-hub",
  },
  { host: "ghcr.io", credentialsSecret: "ecr-pullthroughcache/github-packages" },
  { host: "public.ecr.aws" },
  { host: "quay.io" },
  { host: "registry.k8s.io" },
];

/** What images are pulled from, without a path. */
export const REGISTRY_HOST = `${ACCOUNTS[CONTAINER_REGISTRY.environment]}.dkr.ecr.${CONTAINER_REGISTRY.region}.amazonaws.com`;

/** The cache of each upstream registry, by its host. */
export const CACHED_REGISTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  UPSTREAM_REGISTRIES.map(({ host }) => [host, `${REGISTRY_HOST}/${host}`]),
);

/** ARNs of the repositories that copies are kept in. */
export const CACHED_REPOSITORIES: readonly string[] = UPSTREAM_REGISTRIES.map(
  ({ host }) =>
    `arn:aws:ecr:${CONTAINER_REGISTRY.region}:${ACCOUNTS[CONTAINER_REGISTRY.environment]}:repository/${host}/*`,
);

/** The accounts that may pull. */
export const PULLING_ACCOUNTS: readonly string[] = [...new Set(Object.values(ACCOUNTS))];
