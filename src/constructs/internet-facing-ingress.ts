/** The IngressClass of the load balancer controller. */
export const INGRESS_CLASS = "aws-alb";

/** TLS 1.2 and 1.3, with forward secrecy only. */
export const TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

export interface InternetFacingIngressProps {
  /** The load balancer's name: at most 32 characters, once per account and region. */
  readonly loadBalancerName: string;

  /** Where the application answers 200 while it is well. */
  readonly healthCheckPath: string;
}

/**
 * The annotations of an Ingress with a public load balancer of its own, which sends plain HTTP on to HTTPS.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/
 */
export const internetFacingIngress = ({ loadBalancerName, healthCheckPath }: InternetFacingIngressProps) => ({
  "alb.ingress.kubernetes.io/load-balancer-name": loadBalancerName,
  "alb.ingress.kubernetes.io/scheme": "internet-facing",
  "alb.ingress.kubernetes.io/target-type": "ip",
  "alb.ingress.kubernetes.io/listen-ports": JSON.stringify([{ HTTP: 80 }, { HTTPS: 443 }]),
  "alb.ingress.kubernetes.io/ssl-redirect": "443",
  "alb.ingress.kubernetes.io/ssl-policy": TLS_POLICY,
  "alb.ingress.kubernetes.io/healthcheck-path": healthCheckPath,
});
