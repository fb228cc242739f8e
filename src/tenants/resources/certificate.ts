import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import { validationRecord } from "../../constructs/certificate-validation";
import type { CertificateConfig } from "../../settings/products/resources/certificate";
import type { Offer, ResourceParts } from "./resource-parts";

export interface TenantCertificateProps extends ResourceParts {
  readonly name: string;
  readonly settings: CertificateConfig;

  /** Id of the zone that proves the domains. */
  readonly zoneId: string;
}

/**
 * Certificate of a tenant. The load balancer of an Ingress finds it by the Ingress's host, and AWS renews it as long as the
 * records are there.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 */
export class TenantCertificate extends Construct {
  readonly offer: Offer;

  constructor(scope: Construct, id: string, { settings, zoneId }: TenantCertificateProps) {
    super(scope, id);
    const { domain, alternatives = [] } = settings;

    const certificate = new AcmCertificate(this, "certificate", {
      domainName: domain,
      subjectAlternativeNames: [...alternatives],
      validationMethod: "DNS",
      // A load balancer keeps the old certificate until it has the new one.
      lifecycle: { createBeforeDestroy: true },
    });
    const records = [domain, ...alternatives].map((each) => {
      const record = validationRecord(certificate, each);
      return new Route53Record(this, `validation-${each.replace("*", "all").replaceAll(".", "-")}`, {
        zoneId,
        name: record.name,
        type: record.type,
        records: [record.value],
        ttl: 300,
        // A domain and all below it are proved by the same record.
        allowOverwrite: true,
      });
    });
    new AcmCertificateValidation(this, "issued", {
      certificateArn: certificate.arn,
      validationRecordFqdns: records.map(({ fqdn }) => fqdn),
    });
    // Until the domain is delegated, AWS does not issue it, and nothing else waits for that.
    this.offer = { config: { ARN: certificate.arn }, permissions: [], after: [certificate] };
  }
}
