import { CommandError } from "../../kit/command-error";
import type { OldState } from "./adoption";
import { identityOf } from "./identity";
import type { TargetStack } from "./target-stack";
import type { StackName } from "../../../src/settings/state/stack-names";

type Stacks = ReadonlyMap<StackName, TargetStack>;

/** Types whose names are not the same in every environment or platform. */
const TELLING = ["aws_vpc", "aws_subnet", "aws_route53_zone", "aws_acm_certificate", "aws_s3_bucket"];

/**
 * Refuses states whose networks, zones and buckets are those of another environment, of another stack, or of none. States
 * of addresses alone, and those without such things, say nothing.
 *
 * @throws CommandError with all states that do not fit, each with the environment or stack whose it is
 */
export function checkThatStatesFit(
  states: readonly OldState[],
  environment: string,
  environments: ReadonlyMap<string, Stacks>,
): void {
  const own = environments.get(environment)!;
  const unlike = states.filter((state) => isTelling(state) && alike(state, own) === 0);
  const problems = unlike.flatMap((state) => problemOf(state, environment, environments) ?? []);
  const fits = states.some((state) => alike(state, own) > 0);
  if (problems.length === 0 && (fits || unlike.length === 0)) {
    return;
  }
  throw new CommandError(
    problems.length > 0
      ? problems.join("\n")
      : `<stack>=<file>: expected states of ${environment}, got those of another platform; no network, zone or bucket in them has a name or range of this platform`,
  );
}

const isTelling = ({ entries }: OldState): boolean =>
  entries.some(({ type, values }) => TELLING.includes(type) && values !== undefined);

/** Problem of a state that is like another environment's, or another stack's; `undefined` where it is like none. */
function problemOf(
  state: OldState,
  environment: string,
  environments: ReadonlyMap<string, Stacks>,
): string | undefined {
  const { stack } = state;
  const stackLike = [...environments.get(environment)!.keys()].find(
    (name) => alike({ ...state, stack: name }, environments.get(environment)!) > 0,
  );
  if (stackLike !== undefined) {
    return `${stack}=<file>: expected the state of ${stack}, got that of ${stackLike}; write ${stackLike}=<file>`;
  }
  const other = [...environments].find(([, stacks]) => alike(state, stacks) > 0)?.[0];
  return (
    other &&
    `${stack}=<file>: expected a state of ${environment}, got that of ${other}; take the file of ${environment}, or npm run adopt -- ${other} …`
  );
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
