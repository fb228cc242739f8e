import type { CloudBackendConfig } from "../state/backend";
import type { EnvironmentConfig } from "../environment/environment";
import { environmentLabel } from "../checking/label";
import { problem, show } from "../checking/problem";

/** Refuses environments in different HCP Terraform organisations: one stack makes the workspaces of all. */
export function organisationIsShared(environments: readonly EnvironmentConfig[]): string[] {
  const inTheCloud = environments.flatMap((config) =>
    config.backend.type === "cloud" ? [{ config, place: placeOf(config.backend) }] : [],
  );
  const [first, ...others] = inTheCloud;

  return others
    .filter(({ place }) => place !== first?.place)
    .map(
      ({ config, place }) =>
        `${environmentLabel(config)} ${problem(
          ["backend", "organization"],
          `${show(first?.place)}, which ${environmentLabel(first?.config)} has`,
          show(place),
          "tfc-configuration makes the workspaces of one organisation",
        )}`,
    );
}

const placeOf = ({ organization, hostname }: CloudBackendConfig): string =>
  hostname === undefined ? organization : `${organization} at ${hostname}`;
