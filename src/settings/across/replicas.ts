import { problem, show } from "../checking/problem";
import type { EnvironmentSettings } from "../environment/environment";
import { registryOf } from "../organisation/container-registry";
import type { Organisation } from "../organisation/organisation";

/** Refuses a replica of the registry in an environment without a file, since the file says its region. */
export function replicatedEnvironmentsExist(
  environments: readonly Pick<EnvironmentSettings, "name">[],
  organisation: Organisation,
): string[] {
  const registry = registryOf(organisation);
  const names = environments.map(({ name }) => name);

  return (registry ? registry.replicas : []).flatMap((name, index) =>
    names.includes(name)
      ? []
      : [
          problem(
            ["organisation", "containerRegistry", "replication", "environments", index],
            "an environment of this platform, whose region the copies go to",
            `${show(name)}, which only has an account`,
            "add its file, or leave it out here",
          ),
        ],
  );
}
