import type { AlertGroup } from "./alert-rule";
import { DNS_RECORD_RULES } from "./dns-records";
import { LOAD_BALANCER_RULES } from "./load-balancers";

/** Rules about DNS records and load balancers. */
export const NAMES_AND_LOAD_BALANCERS: AlertGroup = {
  name: "names-and-load-balancers",
  rules: [...DNS_RECORD_RULES, ...LOAD_BALANCER_RULES],
};
