import type { Permission } from "../../constructs/iam-policy";
import { TENANT, tenantRoles } from "./named";
import { CLOUDFRONT_REGION, regional, type TenantsPlace } from "./place";

/** Permissions to read settings of zones, certificates, distributions, and of what stands around these. */
export const readWeb = (place: TenantsPlace): Permission[] => [
  {
    actions: [
      "acm:DescribeCertificate",
      "acm:ListTagsForCertificate",
      "cloudfront:GetDistribution",
      "cloudfront:GetOriginAccessControl",
      "cloudfront:ListTagsForResource",
      "logs:DescribeDeliveries",
      "logs:GetDelivery",
      "route53:GetChange",
      "route53:GetHostedZone",
      "route53:ListResourceRecordSets",
      "route53:ListTagsForResource",
    ],
    anyResourceBecause: "AWS makes up the ids of certificates, distributions, deliveries and zones",
  },
  {
    actions: ["logs:GetDeliveryDestination", "logs:GetDeliverySource", "logs:ListTagsForResource"],
    resources: deliveryEnds(place),
  },
  { actions: ["wafv2:GetWebACL", "wafv2:ListTagsForResource"], resources: [webAcls(place)] },
];

/** ARNs of both ends of deliveries of access logs. */
export const deliveryEnds = ({ accountId }: TenantsPlace): string[] =>
  ["delivery-source", "delivery-destination"].map(
    (end) => `arn:aws:logs:${CLOUDFRONT_REGION}:${accountId}:${end}:${TENANT}`,
  );

/** ARNs of firewalls before distributions. */
export const webAcls = ({ accountId }: TenantsPlace): string =>
  `arn:aws:wafv2:${CLOUDFRONT_REGION}:${accountId}:global/webacl/${TENANT}`;

/** Permissions to read roles of tenants, and who may be in their clusters. */
export const readRoles = (place: TenantsPlace): Permission[] => [
  {
    actions: ["iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"],
    resources: tenantRoles(place),
  },
  {
    actions: [
      "eks:DescribeAccessEntry",
      "eks:DescribeCluster",
      "eks:DescribePodIdentityAssociation",
      "eks:ListTagsForResource",
    ],
    resources: place.clusters.flatMap((name) =>
      ["cluster", "access-entry", "podidentityassociation"].map((kind) =>
        regional(place)("eks", kind === "cluster" ? `cluster/${name}` : `${kind}/${name}/*`),
      ),
    ),
  },
];
