/** What the rest of the platform must know about a cluster. */
export interface Cluster {
  readonly name: string;
  readonly region: string;
  readonly vpcId: string;
  readonly endpoint: string;

  /** Base64, as EKS returns it. */
  readonly certificateAuthority: string;
  readonly oidcProvider: OidcProvider;

  /** How an IAM role reaches a pod. */
  readonly identity: "irsa" | "pod-identity";

  /** The public zone its Ingresses appear under. */
  readonly dnsZone: HostedZone;

  readonly nodeRoleArn: string;

  /** Bucket that load balancers write their access logs to. */
  readonly loadBalancerLogsBucket: string;

  /** Topic that CloudWatch's alarms go to. */
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
