import type { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { addressOf } from "./terraform-expression";

/** DNS record that proves to AWS who owns a domain. */
export interface ValidationRecord {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/**
 * Picks one domain's record out of the set that a certificate asks for.
 *
 * The set is known only after apply and CDKTF cannot index a set, so the expression is written by hand.
 */
export function validationRecord(certificate: AcmCertificate, domain: string): ValidationRecord {
  const pick = (attribute: string) =>
    `\${one([for option in ${addressOf(certificate)}.domain_validation_options : option.${attribute} if option.domain_name == "${domain}"])}`;

  return {
    name: pick("resource_record_name"),
    type: pick("resource_record_type"),
    value: pick("resource_record_value"),
  };
}
