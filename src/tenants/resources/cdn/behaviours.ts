import type { CloudfrontDistributionConfig } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import type { CdnConfig } from "../../../settings/products/resources/cdn";

/**
 * Policies of AWS's own, by their ids, which are the same in every account. An account has room for 20 of its own.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
 */
const POLICIES = {
  cachingOptimized: "658327ea-f89d-4fab-a63d-7e88639e58f6",
  cachingDisabled: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  allViewerExceptHostHeader: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
  securityHeaders: "67f7725c-6f97-4210-82d7-5512b31e9d03",
};

/** Name of the one origin within a distribution. */
export const ORIGIN = "origin";

const READ = ["GET", "HEAD"];
const ALL = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

const COMMON = {
  targetOriginId: ORIGIN,
  viewerProtocolPolicy: "redirect-to-https",
  cachedMethods: READ,
  compress: true,
  responseHeadersPolicyId: POLICIES.securityHeaders,
};

/** Answers that are the same for all visitors: CloudFront forwards no cookie and no query, and keeps them. */
const KEPT = { ...COMMON, allowedMethods: READ, cachePolicyId: POLICIES.cachingOptimized };

/** Answers that differ: CloudFront forwards everything but the host that visitors named, and keeps nothing. */
const PASSED_ON = {
  ...COMMON,
  allowedMethods: ALL,
  cachePolicyId: POLICIES.cachingDisabled,
  originRequestPolicyId: POLICIES.allViewerExceptHostHeader,
};

/** Way in which a distribution answers, by path. */
export function behavioursOf({
  origin,
}: CdnConfig): Pick<
  CloudfrontDistributionConfig,
  "defaultCacheBehavior" | "orderedCacheBehavior" | "defaultRootObject" | "customErrorResponse"
> {
  if ("host" in origin) {
    return {
      defaultCacheBehavior: PASSED_ON,
      orderedCacheBehavior: (origin.cached ?? []).map((pathPattern) => ({ ...KEPT, pathPattern })),
    };
  }
  const { mainPage = "index.html", missingPage } = origin;
  return {
    defaultCacheBehavior: KEPT,
    defaultRootObject: mainPage,
    // S3 tells clients who may not list objects that an object is forbidden, whether it exists or not.
    customErrorResponse:
      missingPage === undefined
        ? []
        : [403, 404].map((errorCode) => ({
            errorCode,
            responseCode: 404,
            responsePagePath: missingPage,
            errorCachingMinTtl: 10,
          })),
  };
}
