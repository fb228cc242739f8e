import {
  type IngressConfig,
  NODE_EXCEPTIONS,
  type PolicyExceptionConfig,
} from "../addons/gatekeeper/settings";
import { ACCOUNTS } from "./accounts";

const alb = (key: string): string => `alb.ingress.kubernetes.io/${key}`;

/** Place of an environment's Ingresses. */
interface IngressPlace {
  readonly environment: keyof typeof ACCOUNTS;
  readonly publishingDomain: string;

  /** Host of the site. */
  readonly site: string;
}

/**
 * Ingresses of GOV.UK's charts, beyond hosts that an application declares.
 *
 * @see https://github.com/alphagov/govuk-helm-charts/tree/main/charts/app-config
 */
export function ingresses({ environment, publishingDomain, site }: IngressPlace): IngressConfig[] {
  const account = ACCOUNTS[environment];

  return [
    {
      namespace: "apps",
      hosts: [
        site,
        ...["*assets*", "content-data-admin", "draft-assets*", "email-alert-api-public"].map(
          (label) => `${label}.${publishingDomain}`,
        ),
      ],
      annotations: [
        { name: alb("group.name"), values: ["assets-origin", "backend"] },
        { name: alb("group.order") },
        { name: alb("conditions.*") },
        { name: alb("actions.*") },
        { name: alb("certificate-arn"), values: [`arn:aws:acm:eu-west-1:${account}:certificate/*`] },
        { name: alb("security-groups"), values: ["eks_ingress_www_origin"] },
        { name: alb("wafv2-acl-arn"), values: [`arn:aws:wafv2:eu-west-1:${account}:regional/webacl/*`] },
      ],
      reason: "The charts of all teams share two load balancers and set hosts by conditions.",
    },
    {
      namespace: "licensify",
      hosts: [],
      annotations: [
        { name: alb("group.name"), values: ["backend"] },
        { name: alb("group.order") },
        { name: alb("conditions.*") },
        { name: alb("wafv2-acl-arn"), values: [`arn:aws:wafv2:eu-west-1:${account}:regional/webacl/*`] },
      ],
      reason: "Its charts share a load balancer with those of the namespace apps.",
    },
  ];
}

/** Exceptions from policies, besides those of the platform. */
export const policyExceptions: readonly PolicyExceptionConfig[] = [
  ...NODE_EXCEPTIONS,
  {
    policy: "declared-ingress-hosts",
    namespace: "apps",
    name: "bouncer",
    reason: "It redirects every domain of a site that moved to GOV.UK, so its rule has no host.",
    until: "2027-11-30",
  },
  {
    policy: "required-labels",
    namespace: "apps",
    name: "dependabot-metrics",
    reason: "The chart govuk-jobs labels its one job by other names.",
    until: "2027-11-30",
  },
];
