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

/** Pipeline of a namespace. */
export const deploy = exactObject({
  /** `push`: workflows of the repository deploy. `gitops`: Argo CD deploys what the repository says. */
  mode: z.enum(["push", "gitops"]),
  repository,

  /** GitHub environment that the workflows run in. Its name is part of the identity that AWS trusts. */
  gitHubEnvironment: z
    .string()
    .regex(
      /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/,
      "a name of letters, digits, dots and hyphens",
    ),

  /**
   * Branches from which GitHub lets workflows deploy. Live namespaces require one.
   *
   * @default - every branch
   */
  branches: listOf(z.string().regex(/^[\w][\w./-]{0,99}$/, "a branch such as main")).optional(),

  /**
   * Teams of whose members GitHub asks one before a deployment. Live namespaces require one.
   *
   * @default - GitHub asks no reviewer
   */
  reviewers: listOf(name).optional(),

  /**
   * Folder of the repository that Argo CD reads.
   *
   * @default "deploy"
   */
  path: z
    .string()
    .regex(/^[\w][\w./-]{0,199}$/, "a folder such as deploy/live")
    .optional(),
});

/** Access of a team to one namespace. */
export type TeamAccessConfig = z.infer<typeof access>;

/** Pipeline of a namespace. */
export type DeployConfig = z.infer<typeof deploy>;
