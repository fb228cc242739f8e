import { z } from "zod";
import { exactObject, listOf, namedValues } from "../checking/exact-object";
import { name, nameOf, repository } from "./fields";

/** Shape of a host: the cluster's certificate is for one label under its zone. */
const HOST = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

const application = exactObject({
  /** Namespace that it runs in: one that the team owns, or whose owner shares it with the team. */
  namespace: nameOf(63),

  /**
   * Repository of its source. Several applications may share one.
   *
   * @default - the organisation's of the application's name
   */
  repository: repository.optional(),

  /**
   * Names of the images that its repository builds, without registry and prefix.
   *
   * @default - one of the application's name
   */
  images: listOf(name)
    .refine((images) => images.length > 0, "at least one image")
    .optional(),

  /**
   * Has Sentry collect its exceptions, in a project of its name.
   *
   * @default - Sentry knows nothing of it
   */
  sentry: z.literal(true).optional(),

  /**
   * Says that no Service has its image's name, so that workflows ask none for its health after a deployment.
   *
   * @default true
   */
  hasService: z.literal(false).optional(),

  /**
   * Hosts of its Ingresses, as labels under the cluster's zone: `whitehall-admin`.
   *
   * @default - none
   */
  hosts: listOf(
    z.string().regex(HOST, "one DNS label under the cluster's zone, without the zone"),
  ).optional(),
});

/** Applications that run in namespaces of the platform, in every cluster, by name. */
export const applications = namedValues(application);

/** Namespaces of the platform that the product owns, by name. */
export const ownedNamespaces = namedValues(
  exactObject({
    /**
     * Other teams whose applications may run there. Everyone who deploys to a namespace reads its secrets.
     *
     * @default - none
     */
    sharedWith: listOf(name).optional(),
  }),
);
