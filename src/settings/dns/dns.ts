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

  /**
   * Host by which a service outside AWS, such as Fastly, proves that it may have certificates for the publishing domain and
   * all names below it: `_acme-challenge.<publishing domain>` becomes an alias of it.
   *
   * @default - none: no other service does
   * @see https://letsencrypt.org/docs/challenge-types/#dns-01-challenge
   */
  readonly certificateChallenge?: string;
}

/** Domains of an environment. */
export interface DnsConfig {
  /** Domain that publishing applications are served under; `undefined` for none. */
  readonly publishingDomain: string | undefined;

  /**
   * Zone in the same account that delegates the public zone; `undefined` if Terraform does not delegate it.
   */
  readonly parentZone: string | undefined;

  /** Host that `_acme-challenge` of the publishing domain is an alias of; `undefined` for none. */
  readonly certificateChallenge: string | undefined;

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
