import { z } from "zod";
import { exactObject } from "../checking/exact-object";
import { sentence } from "./fields";

/** People sign in to the Kubernetes API through Dex, whose groups their teams name. */
const byDex = exactObject({
  by: z.literal("dex"),

  /**
   * Opens Dex's pages to the internet, for a reason: EKS reads Dex's keys from addresses that AWS does not publish. No
   * other page of the platform opens.
   */
  openToInternet: exactObject({ reason: sentence }),
});

/** Name of an IAM role with its path, such as `aws-reserved/sso.amazonaws.com/AWSReservedSSO_maps_0123456789abcdef`. */
const roleName = z
  .string()
  .max(576, "at most 576 characters")
  .regex(/^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/, "the name of an IAM role, with its path, without an ARN");

/** People assume an IAM role of their team, such as a permission set of IAM Identity Center. */
const byRoles = exactObject({
  by: z.literal("roles"),

  /** Each team's role, by environment and team: IAM Identity Center ends the name differently in each account. */
  roles: z.record(z.string(), z.record(z.string(), roleName)),
});

/** Way in which members of teams reach the Kubernetes API. */
export const PRODUCT_SIGN_IN = z.discriminatedUnion("by", [byDex, byRoles]);

/** Way in which members of teams reach the Kubernetes API. */
export type ProductSignIn = z.infer<typeof PRODUCT_SIGN_IN>;
