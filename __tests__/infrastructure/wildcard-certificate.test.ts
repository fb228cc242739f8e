import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { describe, expect, it } from "vitest";
import { WildcardCertificate } from "../../src/infrastructure/wildcard-certificate";
import { Terraform } from "../support/terraform";

const terraform = Terraform.of(
  (scope) =>
    new WildcardCertificate(scope, "wildcard", {
      zones: { "eks.test.govuk.digital": "Z1", "test.publishing.service.gov.uk": "Z2" },
    }),
);

describe("WildcardCertificate", () => {
  it("covers one level under each domain", () => {
    expect(terraform.only(AcmCertificate)).toMatchObject({
      domain_name: "*.eks.test.govuk.digital",
      subject_alternative_names: ["*.test.publishing.service.gov.uk"],
      validation_method: "DNS",
      lifecycle: { create_before_destroy: true },
    });
  });

  it("proves each domain in that domain's own zone", () => {
    expect(terraform.all(Route53Record).map(({ zone_id, name }) => [zone_id, name])).toEqual([
      ["Z1", expect.stringContaining('if option.domain_name == "*.eks.test.govuk.digital"])}')],
      ["Z2", expect.stringContaining('if option.domain_name == "*.test.publishing.service.gov.uk"])}')],
    ]);
  });

  it("is ready once AWS has seen every record", () => {
    expect(terraform.only(AcmCertificateValidation).validation_record_fqdns).toEqual([
      "${aws_route53_record.wildcard_validation-eks-test-govuk-digital.fqdn}",
      "${aws_route53_record.wildcard_validation-test-publishing-service-gov-uk.fqdn}",
    ]);
  });
});
