import { z } from "zod";
import { section } from "../../settings/addon-definition/section";
import { listOf } from "../../settings/checking/exact-object";

export const INGRESS_GROUP = section({
  /** Addresses that the load balancer has: public ones, or of the VPC alone. */
  scheme: z.enum(["internet-facing", "internal"]),

  /** Namespaces of applications whose Ingresses may join. */
  namespaces: listOf(z.string()),

  /**
   * Ranges of its visitors.
   *
   * @default - every address
   */
  visitors: listOf(z.string()).optional(),

  /**
   * ARN of the web ACL of WAF in front of it, in the cluster's region.
   *
   * @default - none
   */
  webAcl: z.string().optional(),
});

/** One load balancer for Ingresses of several namespaces. */
export type IngressGroupConfig = Readonly<z.infer<typeof INGRESS_GROUP>>;
