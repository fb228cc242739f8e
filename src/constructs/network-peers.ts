/** Pods of one part of the platform or of an application. */
export interface Pods {
  /** Unique among all that have policies. */
  readonly name: string;

  /** What its chart labels its pods with, and no others. */
  readonly labels: Readonly<Record<string, string>>;
}

/** What is around the pods that policies speak of. */
export type Surrounding =
  /** Pods in namespaces of applications. */
  | "applications"

  /** What AWS answers at, and, where pods get roles that way, the agent that hands them out. */
  | "aws"

  /** Where the API server calls webhooks from. */
  | "control-plane"

  /** Every pod of every namespace, and whatever uses its node's own address. */
  | "every-pod"

  /** Public addresses, those of the cluster's own load balancers among them. */
  | "internet"
  | "kubernetes-api"

  /** The public load balancers of Ingresses. */
  | "load-balancers"

  /** Databases and caches: the VPC without the cluster. */
  | "vpc";

/** A TCP port, or one of UDP. */
export type Port = number | { readonly udp: number };

/** Whom pods speak with, and at which ports of whoever answers. */
export interface Conversation {
  readonly with: Pods | Surrounding;

  /** @default - those of the surroundings; for pods every one */
  readonly ports?: readonly Port[] | "every";
}

/**
 * With whom pods speak; all else is refused. A conversation between two parts is written down once, by the one that
 * begins it, and allowed at both ends.
 */
export interface NetworkPeer {
  readonly pods: Pods;

  /**
   * Who may call.
   *
   * @default - those that say so themselves
   */
  readonly accepts?: readonly Conversation[];

  /**
   * Whom it calls, besides DNS, which everybody may.
   *
   * @default - nobody
   */
  readonly calls?: readonly Conversation[];
}

/** A peer in its namespace. */
export interface PlacedPeer extends NetworkPeer {
  readonly namespace: string;
}

/** Addresses, or pods. */
export type NetworkBlock =
  | { readonly cidr: string; readonly except?: readonly string[] }
  | {
      /** Their names; all of them where there is none. */
      readonly namespaces: readonly string[];

      /** @default - every pod */
      readonly labels?: Readonly<Record<string, string>>;
    };

/** Where a part of the surroundings is. */
export interface Place {
  readonly blocks: readonly NetworkBlock[];

  /** @default - every port */
  readonly ports?: readonly Port[];
}

/** Where everything around the pods is, in one environment. */
export type Surroundings = Readonly<Record<Surrounding, readonly Place[]>>;
