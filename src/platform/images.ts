import type { ImagesConfig } from "../addons/gatekeeper/settings";

const upstream = { reason: "The charts write the names of these images out, and know no registry's copies." };

/**
 * Images of others that GOV.UK's charts use.
 *
 * @see https://github.com/alphagov/govuk-helm-charts/tree/main/charts
 */
export const images: readonly ImagesConfig[] = [
  {
    namespace: "apps",
    repositories: [
      "docker.io/amazon/aws-cli",
      "docker.io/library/redis",
      "docker.io/openresty/openresty",
      "docker.io/renovate/renovate",
      "public.ecr.aws/nginx/nginx",
      "quay.io/curl/curl",
    ],
    upstream,
    reason: "Charts run nginx and Redis beside applications, and jobs with these tools.",
  },
  {
    namespace: "licensify",
    repositories: ["public.ecr.aws/nginx/nginx"],
    upstream,
    reason: "Its chart runs nginx beside each application.",
  },
  {
    namespace: "datagovuk",
    repositories: ["docker.io/library/redis", "public.ecr.aws/nginx/nginx"],
    reason: "Its charts run nginx and Redis beside applications.",
  },
];
