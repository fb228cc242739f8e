import type { Permission } from "../../constructs/iam-policy";
import { becomesOwned, isClaimed, isOwned } from "../permissions/ownership";
import { inBothRegions, type TenantsPlace } from "./place";
import { deliveryEnds, webAcls } from "./read-web";

/**
 * Permissions to make, change and remove zones, certificates and distributions, and what stands around these.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudfront.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
 */
export const changeTenantWeb = (place: TenantsPlace): Permission[] => {
  const { accountId, owned } = place;
  const distributions = `arn:aws:cloudfront::${accountId}:distribution/*`;
  return [
    ...changeZones(place),
    ...changeCertificates(place),
    {
      actions: ["cloudfront:CreateDistribution"],
      anyResourceBecause: "the distribution has no ARN before it is made",
      conditions: becomesOwned(owned),
    },
    { actions: ["cloudfront:TagResource"], resources: [distributions], conditions: isClaimed(owned) },
    {
      actions: [
        "cloudfront:DeleteDistribution",
        "cloudfront:TagResource",
        "cloudfront:UntagResource",
        "cloudfront:UpdateDistribution",
        // CloudWatch asks whether the one who makes a delivery may have the logs of the distribution.
        "cloudfront:AllowVendedLogDeliveryForResource",
      ],
      resources: [distributions],
      conditions: isOwned(owned),
    },
    {
      actions: [
        "cloudfront:CreateOriginAccessControl",
        "cloudfront:DeleteOriginAccessControl",
        "cloudfront:UpdateOriginAccessControl",
      ],
      anyResourceBecause:
        "CloudFront makes up their ids and gives them no tags, and each signs requests alone",
    },
    {
      actions: [
        "wafv2:CreateWebACL",
        "wafv2:DeleteWebACL",
        "wafv2:TagResource",
        "wafv2:UntagResource",
        "wafv2:UpdateWebACL",
      ],
      resources: [webAcls(place)],
    },
    {
      actions: ["wafv2:CreateWebACL", "wafv2:UpdateWebACL"],
      resources: ["arn:aws:wafv2:us-east-1:*:global/managedruleset/*"],
    },
    {
      actions: [
        "logs:CreateDelivery",
        "logs:DeleteDelivery",
        "logs:DeleteDeliveryDestination",
        "logs:DeleteDeliverySource",
        "logs:PutDeliveryDestination",
        "logs:PutDeliverySource",
        "logs:TagResource",
        "logs:UntagResource",
        "logs:UpdateDeliveryConfiguration",
      ],
      resources: [...deliveryEnds(place), `arn:aws:logs:us-east-1:${accountId}:delivery:*`],
    },
  ];
};

const RECORDS = "route53:ChangeResourceRecordSets";

/** Zones in the domains of teams. Route 53 knows no zone by its tags, and its records by their names. */
const changeZones = ({ domains }: TenantsPlace): Permission[] =>
  domains.length === 0
    ? []
    : [
        {
          actions: [
            "route53:ChangeTagsForResource",
            "route53:CreateHostedZone",
            "route53:DeleteHostedZone",
            "route53:UpdateHostedZoneComment",
          ],
          anyResourceBecause: "Route 53 makes up the ids of zones, and deletes none that has records",
        },
        {
          actions: [RECORDS],
          anyResourceBecause: "Route 53 makes up the ids of zones; the condition names the records",
          conditions: {
            "ForAllValues:StringLike": {
              [`${RECORDS}NormalizedRecordNames`]: domains.flatMap((domain) => [domain, `*.${domain}`]),
            },
            // Without the key, the condition above would hold.
            Null: { [`${RECORDS}NormalizedRecordNames`]: "false" },
          },
        },
      ];

const changeCertificates = (place: TenantsPlace): Permission[] => {
  const certificates = inBothRegions(place, "acm", "certificate/*");
  return [
    {
      actions: ["acm:RequestCertificate"],
      anyResourceBecause: "the certificate has no ARN before it is requested",
      conditions: becomesOwned(place.owned),
    },
    { actions: ["acm:AddTagsToCertificate"], resources: certificates, conditions: isClaimed(place.owned) },
    {
      actions: [
        "acm:AddTagsToCertificate",
        "acm:DeleteCertificate",
        "acm:RemoveTagsFromCertificate",
        "acm:UpdateCertificateOptions",
      ],
      resources: certificates,
      conditions: isOwned(place.owned),
    },
  ];
};
