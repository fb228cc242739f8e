import { z } from "zod";
import { exactObject, listOf } from "../checking/exact-object";
import { date, name, repository, sentence } from "./fields";

/** Roles that a team may have in a namespace. */
const ROLES = ["view", "edit", "admin"] as const;

/** Access of a team to one namespace. */
export const access = exactObject({
  team: name,
  role: z.enum(ROLES),

  /**
   * Reason to change a live namespace by hand. Live namespaces require it for `edit` and `admin`.
   *
   * @default - none
   */
  justification: sentence.optional(),

  /**
   * Last day of the access.
   *
   * @default - it stays
   */
  until: date.optional(),
});

/** Fields of every pipeline. */
const pipeline = {
  repository,

  /**
   * Branches that deploy; Argo CD or Flux reads the first. Live namespaces require one, and those that Flux delivers to.
   * They are to be set on GitHub too, unless the platform makes its environments there.
   *
   * @default - none agreed; Argo CD reads the repository's default branch
   */
  branches: listOf(z.string().regex(/^[\w][\w./-]{0,99}$/, "a branch such as main")).optional(),

  /**
   * Teams, a member of which approves each deployment. Live namespaces require one. Where the platform makes no
   * environments on GitHub, set them there too.
   *
   * @default - none agreed
   */
  reviewers: listOf(name).optional(),
};

/** Workflows of the repository deploy. */
const push = exactObject({
  mode: z.literal("push"),
  ...pipeline,

  /** GitHub environment that the workflows run in. Its name is part of the identity that AWS trusts. */
  gitHubEnvironment: z
    .string()
    .regex(
      /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/,
      "a name of letters, digits, dots and hyphens",
    ),
});

/** Argo CD, or Flux where it delivers to the cluster, deploys what the repository says. */
const gitops = exactObject({
  mode: z.literal("gitops"),
  ...pipeline,

  /**
   * Folder of the repository that is read.
   *
   * @default "deploy"
   */
  path: z
    .string()
    .regex(/^[\w][\w./-]{0,199}$/, "a folder such as deploy/live")
    .optional(),
});

/** Pipeline of a namespace. */
export const deploy = z.discriminatedUnion("mode", [push, gitops]);

/** Pipeline of a namespace. */
export type DeployConfig = z.infer<typeof deploy>;
