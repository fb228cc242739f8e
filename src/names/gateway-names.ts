/** Name of the Gateway that namespaces share, of its class and of its parameters. */
export const GATEWAY = "shared-alb";

/** Name of the ListenerSet of each namespace, to which its routes attach. */
export const LISTENERS = "hosts";

/** API group of the Gateway API. */
export const GATEWAY_API = "gateway.networking.k8s.io";
