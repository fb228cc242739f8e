import { z } from "zod";
import { CALLERS } from "../../checking/callers";
import { exactObject, listOf, namedValues } from "../../checking/exact-object";

const text = z.string();

/** Instance without an inbound rule. Session Manager of AWS forwards a port of a person's machine through it. */
const SESSION_MANAGER = exactObject({ kind: z.literal("session-manager") });

/** Certificates of devices: each that the authority has signed signs in, and no groups tell people apart. */
const CERTIFICATES = exactObject({
  certificates: exactObject({
    /** ARN in ACM of the authority that signs the certificates of devices. Import it there without its private key. */
    authorityArn: text,
  }),
});

/** Sign-in at the organisation's identity provider, in the browser. */
const SAML = exactObject({
  saml: exactObject({
    /** ARN in IAM of the provider, made from its metadata. */
    providerArn: text,

    /**
     * Ids that groups have at the provider, in its attribute `memberOf`, by a name of yours. Their members reach the
     * Kubernetes API and nothing else.
     */
    groups: namedValues(text),
  }),
});

/** AWS Client VPN from devices to the network interfaces of the control plane, and to nothing else. */
const CLIENT_VPN = exactObject({
  kind: z.literal("client-vpn"),

  /** Range of /22 or larger, in no other network, for the addresses of devices. */
  clientCidr: text,
  signIn: z.union([CERTIFICATES, SAML]),

  /**
   * Hours before a device signs in anew: 8, 10, 12 or 24.
   *
   * @default 8
   */
  sessionHours: z.number().optional(),
});

/** Network of the organisation that reaches the VPC, by a transit gateway for example. */
const NETWORK = exactObject({
  kind: z.literal("network"),

  /** Ranges of the callers there. */
  cidrs: listOf(text),
});

/**
 * Agent in the cluster that keeps a connection to the organisation's Teleport. People sign in there, and come in groups of
 * access levels.
 */
const TELEPORT = exactObject({
  kind: z.literal("teleport"),

  /** Host and port of Teleport's proxy, such as `acme.teleport.sh:443`. */
  proxy: text,

  /** Name of the join token at Teleport, of method `iam`: it names the agent's role, and is no secret. */
  tokenName: text,

  /**
   * Runs the image of Teleport Enterprise.
   *
   * @default - true for a proxy of Teleport Cloud, in `teleport.sh`
   */
  enterprise: z.boolean().optional(),
});

/** Schema of the way from people to a Kubernetes API that answers inside the VPC alone: a closed union by `kind`. */
const RELAY = z.union([SESSION_MANAGER, CLIENT_VPN, NETWORK, TELEPORT]);

/** Agents of HCP Terraform in the private subnets of a cluster. Runs that call its API happen there. */
const AGENTS = exactObject({
  /** Image of `hashicorp/tfc-agent`, or one made of it, with the digest of its release. */
  image: text,

  /** Name of the secret in AWS Secrets Manager with a token of the agent pool, which a person makes there. */
  tokenSecret: text,

  /**
   * Agents, and so runs at the same time.
   *
   * @default 2
   */
  count: z.number().optional(),
});

/** Schema of the ways to the Kubernetes API. */
export const ENDPOINT_ACCESS = exactObject({
  /**
   * Callers of the public endpoint; `false` makes the Kubernetes API answer inside the VPC alone.
   *
   * @default - the organisation's callers; false with a relay
   */
  public: z.union([CALLERS, z.literal(false)]).optional(),

  /**
   * Way for people to an API that answers inside the VPC alone.
   *
   * @default - none: callers are in the VPC
   */
  relay: RELAY.optional(),

  /**
   * Way for Terraform, where HCP Terraform runs it.
   *
   * @default - none: runs come from the internet
   */
  agents: AGENTS.optional(),
});

export type RelaySettings = z.output<typeof RELAY>;
export type AgentsSettings = z.output<typeof AGENTS>;
export type TeleportSettings = z.output<typeof TELEPORT>;
export type ClientVpnSettings = z.output<typeof CLIENT_VPN>;

/** Ways to the Kubernetes API, as the author of a cluster writes them: callers from the internet, or a relay. */
export type EndpointAccessSettings = { readonly agents?: AgentsSettings } & (
  | { readonly public?: z.output<typeof CALLERS> | false; readonly relay?: undefined }
  | { readonly public?: false; readonly relay: RelaySettings }
);
