/** Kubernetes user as which everyone comes through Teleport. It has no rights: they go by groups. */
export const TELEPORT_USER = "teleport";

/** Service account of the agent, and its IAM role's name before the cluster's. */
export const TELEPORT_ACCOUNT = "teleport-kube-agent";
