/** Prefix by which EKS keeps names and groups of an identity provider apart from those of Kubernetes and of IAM roles. */
export const PROVIDER_PREFIX = "oidc:";
