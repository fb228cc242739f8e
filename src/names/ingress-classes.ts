/** IngressClass of the load balancer controller. */
export const INGRESS_CLASS = "aws-alb";

/** Class of Ingresses for the load balancers of EKS Auto Mode. */
export const AUTO_INGRESS_CLASS = "auto-alb";
