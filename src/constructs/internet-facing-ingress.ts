/** TLS policy with versions 1.2 and 1.3 and forward secrecy only. */
export const TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

export interface InternetFacingIngressProps {
  /** Name of the load balancer: at most 32 characters, unique in its account and region. */
  readonly loadBalancerName: string;

  /** Path on which the healthy application answers 200. */
  readonly healthCheckPath: string;

  /** Ranges of its visitors; `undefined` admits every address. */
  readonly visitors: readonly string[] | undefined;

  /**
   * Id of the IPAM pool that its public addresses come from.
   *
   * @default - AWS chooses addresses
   */
  readonly addressPool?: string;
}

/**
 * Annotations of an Ingress with a public load balancer of its own, which admits its visitors and redirects plain HTTP
 * to HTTPS.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/
 */
export const internetFacingIngress = ({
  loadBalancerName,
  healthCheckPath,
  visitors,
  addressPool,
}: InternetFacingIngressProps) => ({
  "alb.ingress.kubernetes.io/load-balancer-name": loadBalancerName,
  "alb.ingress.kubernetes.io/scheme": "internet-facing",
  "alb.ingress.kubernetes.io/target-type": "ip",
  "alb.ingress.kubernetes.io/listen-ports": JSON.stringify([{ HTTP: 80 }, { HTTPS: 443 }]),
  "alb.ingress.kubernetes.io/ssl-redirect": "443",
  "alb.ingress.kubernetes.io/ssl-policy": TLS_POLICY,
  "alb.ingress.kubernetes.io/healthcheck-path": healthCheckPath,
  ...(addressPool !== undefined && { "alb.ingress.kubernetes.io/ipam-ipv4-pool-id": addressPool }),
  ...(visitors && { "alb.ingress.kubernetes.io/inbound-cidrs": visitors.join(",") }),
});
