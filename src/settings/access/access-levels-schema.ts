import { z } from "zod";
import { exactObject, listOf, namedValues } from "../checking/exact-object";

const texts = listOf(z.string());

/** One allowance, as a Kubernetes Role lists it. */
const accessRule = exactObject({ apiGroups: texts, resources: texts, verbs: texts });

const accessLevel = exactObject({
  /**
   * Access policy of EKS that holds beside the rules in clusters that decide by access entries. AmazonEKSAdminPolicy and
   * AmazonEKSAdminViewPolicy give more than most rules do: Secrets, network policies and ways into pods.
   *
   * @default - none: the rules below say all that the level may do
   * @see https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
   */
  policy: z.enum(["AmazonEKSClusterAdminPolicy", "AmazonEKSAdminPolicy", "AmazonEKSViewPolicy"]).optional(),

  /**
   * Namespaces in which `policy` holds and `namespaceRules` apply.
   *
   * @default - the policy holds in the whole cluster
   */
  namespaces: texts.optional(),

  /** Rules for every namespace and for objects that belong to none. */
  clusterRules: listOf(accessRule),

  /** Rules for each of `namespaces`. */
  namespaceRules: listOf(accessRule),
});

/** Levels of access by name, which is their Kubernetes group too. */
export const ACCESS_LEVELS = namedValues(accessLevel);

/** One allowance of a level. */
export type AccessRule = z.infer<typeof accessRule>;

/** Permissions that the members of a level have in a cluster. */
export type AccessLevelConfig = z.infer<typeof accessLevel>;
