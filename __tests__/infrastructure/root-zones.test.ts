import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { describe, expect, it } from "vitest";
import { RootZones } from "../../src/infrastructure/root-zones";
import { Terraform } from "../support/terraform";

const zonesWith = (
  certificateAuthorities: readonly string[],
  publishing?: string,
  certificateChallenge?: string,
) =>
  Terraform.of(
    (scope) =>
      new RootZones(scope, "zones", {
        vpcId: "vpc-1",
        internal: "test.internal.example.org",
        external: "test.example.org",
        publishing,
        certificateAuthorities,
        certificateChallenge,
        forceDestroy: false,
        protected: true,
      }),
  );

const authoritiesIn = (terraform: Terraform) =>
  terraform
    .all(Route53Record)
    .filter(({ type }) => type === "CAA")
    .map(({ name, records }) => [name, records] as [string, string[]]);

const AMAZON = [
  '0 issue "amazon.com"',
  '0 issue "amazontrust.com"',
  '0 issue "awstrust.com"',
  '0 issue "amazonaws.com"',
];

describe("RootZones", () => {
  it("lead an authority's challenge to the service that has certificates for the publishing domain", () => {
    const records = (publishing: string | undefined, certificateChallenge: string | undefined) =>
      zonesWith([], publishing, certificateChallenge)
        .all(Route53Record)
        .filter(({ type }) => type === "CNAME");

    expect(records("publishing.example.org", "abc.fastly-validations.com")).toEqual([
      expect.objectContaining({
        name: "_acme-challenge.publishing.example.org",
        ttl: 3600,
        records: ["abc.fastly-validations.com"],
        zone_id: "${aws_route53_zone.zones_publishing.zone_id}",
      }),
    ]);
    expect(records("publishing.example.org", undefined)).toEqual([]);
  });

  it("let Amazon's authorities alone issue certificates for public names", () => {
    expect(authoritiesIn(zonesWith([]))).toEqual([["test.example.org", AMAZON]]);
  });

  it("let the organisation's other authorities issue certificates too, in each public zone", () => {
    const records = [...AMAZON, '0 issue "letsencrypt.org"'];

    expect(authoritiesIn(zonesWith(["letsencrypt.org"], "www.example.org"))).toEqual([
      ["test.example.org", records],
      ["www.example.org", records],
    ]);
  });
});
