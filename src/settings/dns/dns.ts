/** Domains of an environment that an author writes. */
export interface DnsSettings {
  /**
   * Domain that publishing applications are served under, without a wildcard.
   *
   * @default - none: applications have names in the cluster's zone only
   */
  readonly publishingDomain?: string;

  /**
   * Public zone in the environment's own AWS account that contains and delegates the environment's zone.
   *
   * @default - the organisation's public domain, whose owners delegate it: see docs/first-apply.md
   */
  readonly parentZone?: string;
}

/** Domains of an environment. */
export interface DnsConfig {
  /** Domain that publishing applications are served under; `undefined` for none. */
  readonly publishingDomain: string | undefined;

  /**
   * Zone in the same account that delegates the public zone; `undefined` if Terraform does not delegate it.
   */
  readonly parentZone: string | undefined;

  /** Public zone of the environment, such as `staging.example.org`. */
  readonly publicZone: string;

  /** Private zone of the environment, such as `staging.internal.example.org`. */
  readonly internalZone: string;
}

/** Domains of one cluster in its environment. */
export interface ClusterDnsConfig extends DnsConfig {
  readonly clusterSubdomain: string;
  readonly publishingCertificate: boolean;
}
