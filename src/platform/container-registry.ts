import type { ContainerRegistrySettings } from "../settings/organisation/container-registry-schema";
import { GITHUB, NAME, SECRETS_PREFIX } from "./names";

/** Registry of GOV.UK. */
export const containerRegistry: ContainerRegistrySettings = {
  environment: "production",
  region: "eu-west-1",
  // The charts name their images so.
  prefix: `github/${GITHUB}/${NAME}`,
  branch: "main",
  signingKeyAlias: "container-signing-key",
  deployedTagPrefix: "deployed-to-",
  tagger: "add-tag-to-image-workflow",
  findingsEmailSecret: `${SECRETS_PREFIX}/ecr/findings-email`,

  baseImages: [
    { name: "govuk-ruby-base", repository: `${GITHUB}/govuk-ruby-images` },
    { name: "govuk-ruby-builder", repository: `${GITHUB}/govuk-ruby-images` },
    { name: "toolbox", repository: `${GITHUB}/govuk-toolbox-image` },
    // Jobs of nearly all charts run it.
    { name: "govuk-toolbox-image", repository: `${GITHUB}/govuk-toolbox-image` },
    { name: "clamav", repository: `${GITHUB}/govuk-infrastructure` },
    { name: "mongodb", repository: `${GITHUB}/govuk-infrastructure` },
    {
      name: "govuk-fastly-diff-generator",
      repository: `${GITHUB}/govuk-fastly-diff-generator`,
      lambda: true,
    },
  ],

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
};
