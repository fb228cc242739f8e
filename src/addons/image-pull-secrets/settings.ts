import { z } from "zod";
import type { AddonDefinition } from "../../settings/addon-definition/definition";
import { off, section } from "../../settings/addon-definition/section";
import { needsOfPullSecrets, problemsOfPullSecrets } from "./rules";

/** A registry that needs a password. */
const PRIVATE_REGISTRY = section({
  /** Host of the registry, such as `ghcr.io`. */
  registry: z.string(),

  /** Repositories in it that these namespaces may use, whole names without host and tag: `example/forms`. */
  repositories: z.array(z.string()).readonly(),

  /** Path in Secrets Manager of its `username` and `password`. */
  path: z.string(),

  /** Namespaces in which pods pull images from it. */
  namespaces: z.array(z.string()).readonly(),
});

export type PrivateRegistryConfig = Readonly<z.infer<typeof PRIVATE_REGISTRY>>;

type Registries = readonly PrivateRegistryConfig[] | false;

/** Registries whose credentials pods find as Secret `pull-<host, with hyphens for dots>`; `false` for none. */
export const imagePullSecrets = {
  settings: z.union([z.array(PRIVATE_REGISTRY).readonly(), off]).optional(),
  configure: (registries: Registries = []): Registries => registries,
  needsAsSet: needsOfPullSecrets,
  rules: problemsOfPullSecrets,
} satisfies AddonDefinition;
