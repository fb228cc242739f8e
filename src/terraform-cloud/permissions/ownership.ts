import type { Conditions } from "../../constructs/iam-policy";

/** Tags by which AWS tells the resources of an environment's stacks from those of others in the account. */
export interface Ownership {
  /** Key of the tag that names the stack. */
  readonly deploymentTag: string;

  /** Values of that tag on what the stacks make. */
  readonly deployments: readonly string[];

  /** Key of the tag that names the environment. */
  readonly environmentTag: string;
  readonly environment: string;
}

const tagged = (where: "RequestTag" | "ResourceTag", owned: Ownership) => ({
  [`aws:${where}/${owned.deploymentTag}`]: owned.deployments,
  [`aws:${where}/${owned.environmentTag}`]: owned.environment,
});

/** Condition that the resource carries the tags. */
export const isOwned = (owned: Ownership): Conditions => ({ StringEquals: tagged("ResourceTag", owned) });

/** Condition that the resource gets the tags as it is made. */
export const becomesOwned = (owned: Ownership): Conditions => ({
  StringEquals: tagged("RequestTag", owned),
});

/** Condition that the resource gets the tags and has neither yet: another deployment's resource has one of them. */
export const isClaimed = (owned: Ownership): Conditions => ({
  ...becomesOwned(owned),
  Null: {
    [`aws:ResourceTag/${owned.deploymentTag}`]: "true",
    [`aws:ResourceTag/${owned.environmentTag}`]: "true",
  },
});
