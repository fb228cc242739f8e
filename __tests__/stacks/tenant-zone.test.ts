import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { describe, expect, it } from "vitest";
import { riverPlatform } from "../support/river-authority";
import { objectsOf } from "../support/tenant-stacks";

const live = riverPlatform["tenant-live-flood-warnings-live"]!;
const records = live.named(Route53Record);

describe("the zone of a tenant", () => {
  it("is kept on a live cluster, and never removed with records in it", () => {
    expect(live.only(Route53Zone)).toMatchObject({
      name: "warnings.river-authority.example",
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("has the records of its file", () => {
    expect(records["own_zone-warnings_record-archive-cname"]).toMatchObject({
      name: "archive.warnings.river-authority.example",
      type: "CNAME",
      ttl: 300,
      records: ["flood-warnings.eks.live.river-authority.example"],
    });
  });

  it("lets no authority but Amazon's issue certificates, since the file names none", () => {
    const { type, records: values } = records["own_zone-warnings_authorities_record"]!;

    expect(type).toBe("CAA");
    expect((values as string[]).every((value) => /amazon|awstrust/.test(value))).toBe(true);
  });

  it("tells people by the ConfigMap where to delegate the domain to", () => {
    expect(objectsOf(live).find(({ kind }) => kind === "ConfigMap")!.data).toMatchObject({
      ZONE_WARNINGS_ID: "${aws_route53_zone.own_zone-warnings_zone.zone_id}",
      ZONE_WARNINGS_NAME_SERVER_4: "${element(aws_route53_zone.own_zone-warnings_zone.name_servers, 3)}",
    });
  });
});

describe("the certificate of a tenant", () => {
  it("is proved by a record in the tenant's own zone", () => {
    expect(live.named(AcmCertificate)["own_certificate-archive_certificate"]).toMatchObject({
      domain_name: "archive.warnings.river-authority.example",
      validation_method: "DNS",
      lifecycle: { create_before_destroy: true },
    });
    expect(
      records["own_certificate-archive_validation-archive-warnings-river-authority-example"]!.zone_id,
    ).toBe("${aws_route53_zone.own_zone-warnings_zone.zone_id}");
    expect(
      live.named(AcmCertificateValidation)["own_certificate-archive_issued"]!.validation_record_fqdns,
    ).toHaveLength(1);
  });

  it("keeps pods from being told of anything until it is there, and from waiting until it is issued", () => {
    const release = live.json.resource.helm_release["own_objects"] as { depends_on: string[] };

    expect(release.depends_on).toContain("aws_acm_certificate.own_certificate-archive_certificate");
    expect(release.depends_on.join()).not.toContain("aws_acm_certificate_validation.own_certificate");
  });
});
