import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import { validationRecord } from "../constructs/certificate-validation";

export interface WildcardCertificateProps {
  /** Zone id by domain. The certificate is for `*.<domain>` of each; the first one gives it its name. */
  readonly zones: Readonly<Record<string, string>>;
}

/**
 * A TLS certificate for every name one level below each domain, validated by a record in the domain's zone.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 */
export class WildcardCertificate extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { zones }: WildcardCertificateProps) {
    super(scope, id);
    const [name, ...others] = Object.keys(zones);

    const certificate = new AcmCertificate(this, "certificate", {
      domainName: `*.${name}`,
      subjectAlternativeNames: others.map((domain) => `*.${domain}`),
      validationMethod: "DNS",
      tags: { Name: name ?? "" },
      // A load balancer keeps the old certificate until it has the new one.
      lifecycle: { createBeforeDestroy: true },
    });

    const records = Object.entries(zones).map(([domain, zoneId]) => {
      const record = validationRecord(certificate, `*.${domain}`);
      return new Route53Record(this, `validation-${domain.replaceAll(".", "-")}`, {
        zoneId,
        name: record.name,
        type: record.type,
        records: [record.value],
        ttl: 300,
        allowOverwrite: true,
      });
    });

    new AcmCertificateValidation(this, "issued", {
      certificateArn: certificate.arn,
      validationRecordFqdns: records.map((record) => record.fqdn),
    });
    this.arn = certificate.arn;
  }
}
