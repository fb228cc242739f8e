export interface DnsSettings {
  /** Domain that publishing applications are served under, without a wildcard. */
  readonly publishingDomain: string;

  /**
   * Label of the cluster's zone under the environment's public zone.
   *
   * @default "eks"
   */
  readonly clusterSubdomain?: string;
}

export interface DnsConfig {
  readonly publishingDomain: string;
  readonly clusterSubdomain: string;

  /** Public zone of the environment, such as `staging.govuk.digital`. */
  readonly publicZone: string;

  /** Private zone of the environment, such as `staging.govuk-internal.digital`. */
  readonly internalZone: string;
}
