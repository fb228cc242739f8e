import { mainCluster, type Environment } from "../../../src/settings/environment/environment";
import { stackId, stackNames } from "../../../src/settings/environment/stack-names";
import type { StackName } from "../../../src/settings/state/stack-names";
import { synthesise } from "../../samples/synthesise";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { targetStack, type TargetStack } from "./target-stack";

/** Stacks of an environment, those of its main cluster among them. */
export const stacksOf = (environment: Environment): readonly StackName[] => [
  ...stackNames(mainCluster(environment)),
];

/** Stacks of environments as they are synthesised, by the environment's name. */
export function synthesisedStacks(
  environments: readonly Environment[],
  folder: string,
): ReadonlyMap<string, ReadonlyMap<StackName, TargetStack>> {
  const all = synthesise(environments, folder);
  return new Map(environments.map((environment) => [environment.name, ofEnvironment(environment, all)]));
}

const ofEnvironment = (
  environment: Environment,
  all: readonly SynthesisedStack[],
): ReadonlyMap<StackName, TargetStack> =>
  new Map(
    stacksOf(environment).flatMap((stack) => {
      const found = all.find(({ id }) => id === stackId(stack, mainCluster(environment)));
      return found === undefined ? [] : [[stack, targetStack(stack, found)] as const];
    }),
  );
