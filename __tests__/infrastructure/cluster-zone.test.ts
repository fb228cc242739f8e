import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { describe, expect, it } from "vitest";
import { ClusterZone } from "../../src/infrastructure/cluster-zone";
import { Terraform } from "../support/terraform";

const zone = (settings: { forceDestroy: boolean; protected: boolean }) =>
  Terraform.of(
    (scope) =>
      new ClusterZone(scope, "zone", {
        subdomain: "eks",
        parent: { id: "Z0", name: "test.govuk.digital" },
        ...settings,
      }),
  );
const terraform = zone({ forceDestroy: false, protected: true });

describe("ClusterZone", () => {
  it("is delegated from its parent", () => {
    expect(terraform.named(Route53Record)["zone_delegation"]).toMatchObject({
      zone_id: "Z0",
      name: "eks.test.govuk.digital",
      type: "NS",
      ttl: 21600,
      records: "${aws_route53_zone.zone_zone.name_servers}",
    });
  });

  it("lets resolvers forget a missing name after five minutes", () => {
    expect(terraform.named(Route53Record)["zone_soa"]).toMatchObject({
      type: "SOA",
      ttl: 21600,
      allow_overwrite: true,
      records: [
        expect.stringMatching(
          /^\$\{element\(.*\)\} awsdns-hostmaster\.amazon\.com\. 1 7200 900 1209600 300$/,
        ),
      ],
    });
  });

  it.each([
    [
      { forceDestroy: false, protected: true },
      { force_destroy: false, lifecycle: { prevent_destroy: true } },
    ],
    [
      { forceDestroy: true, protected: false },
      { force_destroy: true, lifecycle: { prevent_destroy: false } },
    ],
  ])("is destroyed only as %o allows", (settings, expected) => {
    expect(zone(settings).only(Route53Zone)).toMatchObject(expected);
  });
});
