import type { ContainerRegistrySettings } from "../../src/settings/organisation/container-registry-schema";

/** Public half of a key that does not exist. Its other half was never kept. */
const PUBLIC_KEY = [
  "-----BEGIN PUBLIC KEY-----",
  "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEFmPUIEzePHhC2p+cxVOGr4T2dZh9",
  "8EcjrgLEXEFYU7bT+mxrpvJTlWK4zb5gAl1f0QiV2m4jTU1HVvyXpI0scw==",
  "-----END PUBLIC KEY-----",
  "",
].join("\n");

/** Registry of the provider in the hub's account, with a replica in each customer's account and region. */
export const containerRegistry: ContainerRegistrySettings = {
  environment: "hub",
  region: "eu-central-1",
  prefix: "windfleet",
  branch: "main",
  signingKeyAlias: "image-signing",
  deployedTagPrefix: "deployed-to-",
  tagger: "add-tag-to-image",
  findingsEmailSecret: "windfleet/image-findings-email",
  baseImages: [{ name: "base", repository: "windfleet/base-images" }],
  upstreams: [
    {
      host: "docker.io",
      url: "registry-1.docker.io",
      credentialsSecret: "ecr-pullthroughcache/docker-hub",
    },
    { host: "ghcr.io", credentialsSecret: "ecr-pullthroughcache/github-packages" },
    { host: "public.ecr.aws" },
    { host: "quay.io" },
    { host: "registry.k8s.io" },
  ],
  replication: { environments: ["northwind", "southwind"], publicKey: PUBLIC_KEY },
};
