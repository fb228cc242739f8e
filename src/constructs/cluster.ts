/** Facts about a cluster that the rest of the platform needs. */
export interface Cluster {
  readonly name: string;
  readonly region: string;
  readonly vpcId: string;
  readonly endpoint: string;

  /** Base64, as EKS returns it. */
  readonly certificateAuthority: string;
  readonly oidcProvider: OidcProvider;

  /** Mechanism that gives pods their IAM role. */
  readonly identity: "irsa" | "pod-identity";

  /** Public zone of its Ingresses' host names. */
  readonly dnsZone: HostedZone;

  /**
   * Ranges of those who visit the pages that administer the cluster, and the cluster's own addresses, by which probes and
   * sign-in go; `undefined` admits every address.
   */
  readonly administrators: readonly string[] | undefined;

  /**
   * Id of the IPAM pool of its load balancers' public addresses.
   *
   * @default - AWS chooses addresses
   */
  readonly addressPool?: string;

  /** Pods and Services have addresses of IPv6, and load balancers both kinds. */
  readonly ipv6: boolean;

  readonly nodeRoleArn: string;

  /** Bucket that load balancers write their access logs to. */
  readonly loadBalancerLogsBucket: string;

  /** Topic that CloudWatch alarms publish to. */
  readonly alarmTopicArn: string;
}

export interface OidcProvider {
  readonly arn: string;

  /** Without https://, as IAM condition keys spell it. */
  readonly issuer: string;
}

export interface HostedZone {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
}
