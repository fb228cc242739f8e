import { CommandError } from "../../kit/command-error";
import type { OldState } from "./adoption";
import { identityOf } from "./identity";
import type { TargetStack } from "./target-stack";
import type { StackName } from "../../../src/settings/state/stack-names";

type Stacks = ReadonlyMap<StackName, TargetStack>;

/** Types whose names are not the same in every environment or platform. */
const TELLING = ["aws_vpc", "aws_subnet", "aws_route53_zone", "aws_acm_certificate", "aws_s3_bucket"];

/**
 * Refuses states whose networks, zones and buckets are those of another environment, or of none. States of addresses
 * alone, and those without such things, say nothing.
 *
 * @throws CommandError with the environment whose they are
 */
export function checkThatStatesFit(
  states: readonly OldState[],
  environment: string,
  environments: ReadonlyMap<string, Stacks>,
): void {
  const fits = (name: string) =>
    states.reduce((sum, state) => sum + alike(state, environments.get(name)!), 0);
  const telling = states.some(({ entries }) =>
    entries.some(({ type, values }) => TELLING.includes(type) && values !== undefined),
  );
  const best = [...environments.keys()].reduce((a, b) => (fits(b) > fits(a) ? b : a), environment);
  if (!telling || (best === environment && fits(environment) > 0)) {
    return;
  }
  const [got, fix] =
    best === environment
      ? [
          "those of another platform",
          "no network, zone or bucket in them has a name or range of this platform",
        ]
      : [`those of ${best}`, `npm run adopt -- ${best} …`];
  throw new CommandError(`<stack>=<file>: expected states of ${environment}, got ${got}; ${fix}`);
}

/** Number of telling things in a state that its stack describes, too. */
function alike({ stack, entries }: OldState, stacks: Stacks): number {
  const described = new Set(
    [...(stacks.get(stack)?.targets.values() ?? [])].map(({ type, identity }) => `${type} ${identity}`),
  );
  return entries.filter(
    ({ type, values = {} }) => TELLING.includes(type) && described.has(`${type} ${identityOf(type, values)}`),
  ).length;
}
