import { z } from "zod";
import { DOMAIN_FORM, isDomain } from "../checking/domain";
import { exactObject, listOf } from "../checking/exact-object";
import { LAST_PORT } from "../checking/numbers";
import { countTo, tenant } from "./fields";

const PORT = countTo(LAST_PORT);

const allowFrom = exactObject({
  tenant,

  /** TCP ports at which the other tenant may call. */
  ports: listOf(PORT).refine((ports) => ports.length > 0, "at least one port"),
});

/** Callers and callees of a namespace. */
export const network = exactObject({
  /**
   * Tenants that may call this one, once their own file says `allowTo`.
   *
   * @default - none
   */
  allowFrom: listOf(allowFrom).optional(),

  /**
   * Tenants that this one calls, once their own file says `allowFrom`.
   *
   * @default - none
   */
  allowTo: listOf(exactObject({ tenant })).optional(),

  /**
   * TCP ports at which pods may call public addresses.
   *
   * @default - 443
   */
  internetPorts: listOf(PORT).optional(),

  /**
   * Hosts outside the cluster that pods may call at these ports, or `*.` and a domain for every host below it. AWS's APIs
   * without an endpoint in the VPC are such hosts too. Some clusters alone know domains.
   *
   * @default - every public address
   */
  domains: listOf(z.string().refine(isDomain, DOMAIN_FORM))
    .refine((domains) => domains.length > 0, "at least one domain")
    .optional(),

  /**
   * Lets Prometheus read metrics of the namespace's pods.
   *
   * @default true
   */
  metrics: z.boolean().optional(),
});

/** Host of a namespace. */
export const ingress = exactObject({
  /** Host, or `*.` and a domain for all hosts right below it. */
  host: z
    .string()
    .max(253, "at most 253 characters")
    .regex(
      /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
      "a host in small letters, such as www.example.org",
    ),

  /** Callers: the public, or the organisation's own network. */
  visibility: z.enum(["public", "internal"]),

  /**
   * Other tenants that serve the same host, each of which names this one too.
   *
   * @default - none
   */
  sharedWith: listOf(tenant).optional(),
});

/** Host of a namespace. */
export type ProductIngressConfig = z.infer<typeof ingress>;
