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

/** Groups of Identity Center, by their ids. */
const groups = listOf(z.string());

const argoCd = exactObject({
  /** Instance of IAM Identity Center by which people sign in. */
  identityCenter: exactObject({
    /** Such as `arn:aws:sso:::instance/ssoins-1234567890abcdef`. */
    instanceArn: z.string(),

    /** @default - the cluster's */
    region: z.string().optional(),
  }),

  /** Groups that may do everything in Argo CD, and so deploy to every namespace that it deploys to. */
  admins: groups,

  /**
   * Groups that may change and synchronise every application.
   *
   * @default - none
   */
  editors: groups.optional(),

  /**
   * Groups that see every application.
   *
   * @default - none
   */
  viewers: groups.optional(),

  /**
   * Interface endpoints of `eks-capabilities` through which alone its page and API answer.
   *
   * @default - it answers on the internet
   */
  endpoints: listOf(z.string()).optional(),
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

  /**
   * Argo CD, which delivers where `gitops` is `eks-argo-cd`.
   *
   * @default false
   */
  argoCd: z.union([argoCd, z.literal(false)]).optional(),
});

/** Capabilities in a cluster's file. */
export type EksCapabilitiesSettings = z.infer<typeof EKS_CAPABILITIES>;

/** Capabilities of a cluster, each on or off. */
export type EksCapabilities = Readonly<Required<EksCapabilitiesSettings>>;

/** Capabilities of a cluster that has none. */
export const NO_CAPABILITIES: EksCapabilities = { ack: false, kro: false, argoCd: false };

/** Settings of kro. */
export type KroSettings = z.infer<typeof kro>;

/** Settings of the Argo CD that EKS runs. */
export type EksArgoCdSettings = z.infer<typeof argoCd>;

/** API group of the kinds that graphs offer, which AWS's own policy lets kro manage. */
export const KRO_GROUP = "kro.run";

/** Capabilities that a cluster has. */
export const capabilitiesOf = ({
  eksCapabilities,
}: {
  readonly eksCapabilities: EksCapabilities;
}): CapabilityName[] =>
  (Object.keys(eksCapabilities) as CapabilityName[]).filter((name) => eksCapabilities[name] !== false);
