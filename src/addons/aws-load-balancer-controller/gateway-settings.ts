import { z } from "zod";
import { off, section } from "../../settings/addon-definition/section";
import { listOf } from "../../settings/checking/exact-object";

/** Load balancer that routes of all namespaces of applications and products share. */
export const GATEWAY = z.union([
  section(
    {
      /** Addresses that the load balancer has: public ones, or of the VPC alone. */
      scheme: z.enum(["internet-facing", "internal"]),

      /**
       * Ranges of its visitors.
       *
       * @default - every address
       */
      visitors: listOf(z.string()).optional(),
    },
    '{ scheme: "internet-facing" }',
  ),
  off,
]);

/** Settings of the shared load balancer. */
export type GatewayConfig = Exclude<z.infer<typeof GATEWAY>, false>;
