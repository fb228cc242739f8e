import type { Ownership } from "../permissions/ownership";

/** Part of an AWS account that belongs to the stacks of tenants of an environment. */
export interface TenantsPlace {
  readonly accountId: string;
  readonly region: string;

  /** Tags of what these stacks make. */
  readonly owned: Ownership;

  /** Names of the policies that bound the roles that these stacks make. */
  readonly boundaries: readonly string[];

  /** Names in EKS of the clusters that have tenants. */
  readonly clusters: readonly string[];

  /** Domains of the teams, in which tenants have zones. */
  readonly domains: readonly string[];
}

/** Region in which AWS has all that stands around distributions of CloudFront. */
export const CLOUDFRONT_REGION = "us-east-1";

/** Writes the ARN of something in the account and region of tenants. */
export const regional =
  ({ accountId, region }: Pick<TenantsPlace, "accountId" | "region">) =>
  (service: string, resource: string): string =>
    `arn:aws:${service}:${region}:${accountId}:${resource}`;

/** ARNs of something in the region of tenants and in that of CloudFront. */
export const inBothRegions = (place: TenantsPlace, service: string, resource: string): string[] => [
  ...new Set(
    [place.region, CLOUDFRONT_REGION].map((region) => regional({ ...place, region })(service, resource)),
  ),
];
