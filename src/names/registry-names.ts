/** Name of the topic of images' vulnerabilities. */
export const FINDINGS_TOPIC = "container-image-findings";

/** Name of the rule that sends critical vulnerabilities to the topic. */
export const FINDINGS_RULE = "container-image-critical-findings";

/** Name of the role that makes a repository for the first copy of an image. */
export const COPIES_ROLE = "ecr-repository-creation";

/** Name of the role that makes a repository for the first image that another registry sends. */
export const REPLICA_ROLE = "ecr-replica-creation";

/**
 * Name of the role by which a repository's workflows push images or sign them. It matches neither `<cluster>-…` nor
 * `…-<cluster>`, which are the clusters' roles.
 */
export const publisherRoleName = (repository: string, purpose: "push" | "sign"): string =>
  `github-${repository.split("/").at(-1)!}_${purpose}`;
