import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { Construct } from "constructs";
import { validationRecord } from "../../constructs/certificate-validation";

export interface ProvedCertificateProps {
  /** Domains, the first of which is its name. */
  readonly domains: readonly string[];

  /** Id of the zone that proves them. */
  readonly zoneId: string;

  /** @default - the stack's */
  readonly region?: string;
}

/** Certificate that records in a zone prove, and the wait until AWS has issued it. */
export function provedCertificate(
  scope: Construct,
  { domains: [first = "", ...others], zoneId, region }: ProvedCertificateProps,
): { readonly certificate: AcmCertificate; readonly issued: AcmCertificateValidation } {
  const certificate = new AcmCertificate(scope, "certificate", {
    region,
    domainName: first,
    subjectAlternativeNames: others,
    validationMethod: "DNS",
    // Its users keep the old certificate until they have the new one.
    lifecycle: { createBeforeDestroy: true },
  });
  const records = [first, ...others].map((each) => {
    const record = validationRecord(certificate, each);
    return new Route53Record(scope, `validation-${each.replace("*", "all").replaceAll(".", "-")}`, {
      zoneId,
      name: record.name,
      type: record.type,
      records: [record.value],
      ttl: 300,
      // A domain and all below it are proved by the same record.
      allowOverwrite: true,
    });
  });
  const issued = new AcmCertificateValidation(scope, "issued", {
    region,
    certificateArn: certificate.arn,
    validationRecordFqdns: records.map(({ fqdn }) => fqdn),
  });
  return { certificate, issued };
}
