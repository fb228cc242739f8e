import { z } from "zod";
import { exactObject, listOf } from "../checking/exact-object";

const text = z.string();

const upstream = exactObject({
  /** Host as image names have it. Cached repositories begin with it. */
  host: text,

  /**
   * Host that answers.
   *
   * @default - the same
   */
  url: text.optional(),

  /**
   * Name of the secret with `username` and `accessToken`, for a registry that needs them. It begins with
   * `ecr-pullthroughcache/`, or ECR cannot read it.
   *
   * @default - none: the registry needs no credentials
   */
  credentialsSecret: text.optional(),
});

const baseImage = exactObject({
  name: text,

  /** Repository of its source, such as `example/base-images`. */
  repository: text,

  /**
   * Lets Lambda pull it for functions of the organisation's accounts.
   *
   * @default - false
   * @see https://repost.aws/knowledge-center/lambda-ecr-image
   */
  lambda: z.boolean().optional(),
});

/** Copies of the registry, so that a cluster starts while the account or the region of the registry cannot be reached. */
const replication = exactObject({
  /**
   * Environments that get a replica: copies of the organisation's own images and a cache of others', in the account and
   * the region of each. Each gets a stack `ecr`, and its clusters pull from there.
   */
  environments: listOf(text),

  /**
   * Public half of the key that signs images, as PEM: output `signing_public_key` of the registry's stack. Clusters with
   * a replica verify signatures with it, so that they need no KMS of another account or region.
   */
  publicKey: text,
});

/** Registry that every cluster pulls from. */
export const CONTAINER_REGISTRY_SETTINGS = exactObject({
  /** Environment with the registry in its account and among its stacks. */
  environment: text,
  region: text,

  /** Prefix of the names of the organisation's own repositories. */
  prefix: text,

  /** Branch that images are built from. */
  branch: text,

  /** KMS alias of the key that signs the organisation's own images, without `alias/`. */
  signingKeyAlias: text,

  /** Prefix of tags that say which environment runs an image, and move from one image to the next. */
  deployedTagPrefix: text,

  /**
   * Kubernetes service account of the workflow that moves them. Its role is `<service account>-<cluster>`.
   */
  tagger: text,

  /** Name of the secret with the address that receives critical vulnerabilities by e-mail. */
  findingsEmailSecret: text,

  /**
   * Images that applications are built from or that the platform runs, and that are no team's application.
   */
  baseImages: listOf(baseImage),

  /**
   * Registries of the charts' images, as far as ECR can cache them.
   *
   * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html
   */
  upstreams: listOf(upstream),

  /**
   * Replicas of the registry in other accounts.
   *
   * @default - none: every cluster pulls from the registry itself
   * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html
   */
  replication: z.union([replication, z.literal(false)]).optional(),
});

/** Container registry as its author writes it. */
export type ContainerRegistrySettings = z.infer<typeof CONTAINER_REGISTRY_SETTINGS>;

/** Registry on the internet whose images clusters run. */
export type UpstreamRegistry = z.infer<typeof upstream>;

/** Image that is no team's application. */
export type BaseImage = z.infer<typeof baseImage>;
