import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Constraint, constraint } from "../../../src/addons/gatekeeper/constraint";
import { POLICIES, type PolicyName } from "../../../src/addons/gatekeeper/policies";
import { POLICY_CASES } from "../../../src/addons/gatekeeper/policies/index.cases";
import type { PolicyCase } from "../../../src/addons/gatekeeper/policies/policy.cases";
import { constraintTemplate } from "../../../src/addons/gatekeeper/template";
import { EXCEPTION_CASES } from "./exception-cases";

/** A case as the suite has it, with the policy's parameters. */
interface Test {
  readonly name: string;
  readonly constraint: Constraint;
  readonly cases: readonly PolicyCase[];
}

/** Tests of a policy: its own cases, and those about exceptions, which every policy has. */
const testsOf = (policy: PolicyName): Test[] => [
  {
    name: policy,
    constraint: { policy, action: "deny", parameters: POLICY_CASES[policy].parameters, exceptions: [] },
    cases: POLICY_CASES[policy].cases,
  },
  ...EXCEPTION_CASES.filter((one) => one.policy === policy).map(({ name, exceptions, cases }) => ({
    name,
    constraint: { policy, action: "deny" as const, parameters: POLICY_CASES[policy].parameters, exceptions },
    cases,
  })),
];

/**
 * Writes a suite for each policy into a folder, as `gator verify` takes them, and returns how many cases they have.
 *
 * @see https://open-policy-agent.github.io/gatekeeper/website/docs/gator
 */
export function writeSuites(folder: string): number {
  const counts = (Object.keys(POLICIES) as PolicyName[]).map((policy) => {
    const place = join(folder, policy);
    mkdirSync(place, { recursive: true });
    const write = (name: string, content: object): string => {
      writeFileSync(join(place, name), JSON.stringify(content));
      return name;
    };
    const tests = testsOf(policy);

    write("suite.yaml", {
      apiVersion: "test.gatekeeper.sh/v1alpha1",
      kind: "Suite",
      metadata: { name: policy },
      tests: tests.map(({ name, constraint: settings, cases }, test) => ({
        name,
        template: write("template.yaml", constraintTemplate(POLICIES[policy])),
        constraint: write(`constraint-${test}.yaml`, constraint(settings)),
        cases: cases.map(({ name: title, object, inventory = [], refusal }, index) => ({
          name: title,
          object: write(`object-${test}-${index}.yaml`, object),
          inventory: inventory.map((other, at) => write(`inventory-${test}-${index}-${at}.yaml`, other)),
          assertions: [
            refusal === undefined ? { violations: "no" } : { violations: 1, message: pattern(refusal) },
          ],
        })),
      })),
    });
    return tests.flatMap(({ cases }) => cases).length;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Message as a regular expression, which gator takes. */
const pattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
