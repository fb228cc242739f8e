import fc from "fast-check";
import { domainPolicy } from "../../../src/constructs/domain-policy";
import { isDomain } from "../../../src/settings/checking/domain";
import type { Json } from "../../../src/output/leaves";
import { asMap, type JsonMap } from "../../terraform-json/json-map";

const label = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,20}[a-z0-9])?$/);

/** Names as people write domains, some of which are none. */
export const writtenDomain: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("", "*."),
    fc.array(label, { minLength: 1, maxLength: 5 }),
    fc.constantFrom("org", "co.uk", "x1"),
  )
  .map(([wildcard, labels, top]) => `${wildcard}${labels.join(".")}.${top}`);

const SETS = 500;

/** Policies about random domains that the platform takes, as Cilium gets them. The same on every run. */
export const randomDomainPolicies = (): JsonMap[] =>
  fc
    .sample(
      fc.record({
        domains: fc.array(writtenDomain.filter(isDomain), { minLength: 1, maxLength: 8 }),
        ports: fc.array(fc.integer({ min: 1, max: 65_535 }), { minLength: 1, maxLength: 4 }),
      }),
      { numRuns: SETS, seed: 20 },
    )
    .map((settings) =>
      asMap(JSON.parse(JSON.stringify(domainPolicy("cilium", { namespace: "apps", ...settings }))) as never),
    );

/** Policies that Cilium must refuse: a parser that takes them would prove nothing. */
export const WRONG_POLICIES: readonly JsonMap[] = [
  { toFQDNs: [{ matchName: "api.example.org" }], toCIDR: ["192.0.2.1/32"] },
  { toFQDNs: [{ matchName: "*.example.org" }] },
  { toFQDNs: [{ matchName: "api.example.org" }], toPorts: [{ ports: [{ port: "70000" }] }] },
].map((rule): JsonMap => ({
  apiVersion: "cilium.io/v2",
  kind: "CiliumNetworkPolicy",
  metadata: { name: "wrong", namespace: "apps" },
  spec: { endpointSelector: {}, egress: [JSON.parse(JSON.stringify(rule)) as Json] },
}));
