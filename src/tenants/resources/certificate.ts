import { Construct } from "constructs";
import type { CertificateConfig } from "../../settings/products/resources/certificate";
import { provedCertificate } from "./proved-certificate";
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
    const { certificate } = provedCertificate(this, { domains: [domain, ...alternatives], zoneId });
    // Until the domain is delegated, AWS does not issue it, and nothing else waits for that.
    this.offer = { config: { ARN: certificate.arn }, permissions: [], after: [certificate] };
  }
}
