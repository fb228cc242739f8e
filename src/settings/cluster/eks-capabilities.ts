import { z } from "zod";
import type { CapabilityName } from "../../names/capability-names";
import { exactObject, listOf } from "../checking/exact-object";

/** Kinds of one API group, by the names of their resources: `{ apiGroup: "apps", resources: ["deployments"] }`. */
const kinds = exactObject({
  /** API group, empty for the core group. */
  apiGroup: z.string(),

  /** Plural names in small letters, as `kubectl api-resources` lists them. */
  resources: listOf(z.string()),
});

const kro = exactObject({
  /** Kinds that its graphs offer in group `kro.run`, such as `WebApp`: tenants make objects of them. */
  offers: listOf(z.string()),

  /** Kinds of the objects that graphs make, in namespaces of applications and tenants. No graph makes any other. */
  makes: listOf(kinds),
});

/**
 * Controllers that EKS runs outside the cluster, and bills by the hour and by the object.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/capabilities.html
 */
export const EKS_CAPABILITIES = exactObject({
  /**
   * AWS Controllers for Kubernetes: tenants whose file says `selfService` make tables and buckets as objects of their namespace.
   *
   * @default false
   */
  ack: z.boolean().optional(),

  /**
   * Kube Resource Orchestrator: the platform's engineers write graphs of objects, each of which is a new kind.
   *
   * @default false
   */
  kro: z.union([kro, z.literal(false)]).optional(),
});

/** Capabilities in a cluster's file. */
export type EksCapabilitiesSettings = z.infer<typeof EKS_CAPABILITIES>;

/** Capabilities of a cluster, each on or off. */
export type EksCapabilities = Readonly<Required<EksCapabilitiesSettings>>;

/** Settings of kro. */
export type KroSettings = z.infer<typeof kro>;

/** API group of the kinds that graphs offer, which AWS's own policy lets kro manage. */
export const KRO_GROUP = "kro.run";

/** Capabilities that a cluster has. */
export const capabilitiesOf = ({
  eksCapabilities,
}: {
  readonly eksCapabilities: EksCapabilities;
}): CapabilityName[] =>
  (Object.keys(eksCapabilities) as CapabilityName[]).filter((name) => eksCapabilities[name] !== false);
