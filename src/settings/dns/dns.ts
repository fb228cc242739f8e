export interface DnsSettings {
  /** Domain that publishing applications are served under, without a wildcard. */
  readonly publishingDomain: string;

  /**
   * Label of the cluster's zone under the environment's public zone.
   *
   * @default "eks"
   */
  readonly clusterSubdomain?: string;

  /**
   * Public zone in the environment's own AWS account that the environment's zone lies in and is delegated from.
   *
   * @default - the organisation's public domain, whose keepers delegate it: see docs/first-apply.md
   */
  readonly parentZone?: string;

  /**
   * Whether the cluster's certificate is for the publishing domain too, which must then be delegated.
   *
   * @default true
   */
  readonly publishingCertificate?: boolean;
}

export interface DnsConfig {
  readonly publishingDomain: string;
  readonly clusterSubdomain: string;

  /** Zone in the same account to delegate the public zone from; `undefined` leaves that to others. */
  readonly parentZone: string | undefined;
  readonly publishingCertificate: boolean;

  /** Public zone of the environment, such as `staging.example.org`. */
  readonly publicZone: string;

  /** Private zone of the environment, such as `staging.internal.example.org`. */
  readonly internalZone: string;
}
