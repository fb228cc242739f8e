import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";

export interface CertificateAuthoritiesProps {
  /** Public zone whose names, and all names below, the authorities may vouch for. */
  readonly zone: { readonly zoneId: string; readonly name: string };

  /** Authorities besides Amazon's, by the domain that stands for each in CAA records. */
  readonly others: readonly string[];
}

/** Names of Amazon's authority: AWS asks for one of these. */
const AMAZON = ["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"];

const ONE_HOUR = 60 * 60;

/**
 * CAA record of a public zone: no other authority issues a certificate for a name in it or in a zone below.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html
 */
export class CertificateAuthorities extends Construct {
  constructor(scope: Construct, id: string, { zone, others }: CertificateAuthoritiesProps) {
    super(scope, id);

    new Route53Record(this, "record", {
      zoneId: zone.zoneId,
      name: zone.name,
      type: "CAA",
      ttl: ONE_HOUR,
      records: [...new Set([...AMAZON, ...others])].map((authority) => `0 issue "${authority}"`),
    });
  }
}
