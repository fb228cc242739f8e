import type { ClusterEnvironmentConfig } from "../environment/environment";
import { isWhole } from "../checking/numbers";
import { problem, show } from "../checking/problem";
import { definitions } from ".";
import { addonsHaveWhatTheyNeed } from "./needs";
import { overriddenValuesExist } from "./values";

/** Problems of an environment's add-ons. */
export const problemsOfAddons = (config: ClusterEnvironmentConfig): string[] =>
  [
    replicasAreEnough,
    registriesAreHosts,
    addonsHaveWhatTheyNeed,
    ...definitions().flatMap(([, { rules = [] }]) => rules),
    overriddenValuesExist,
  ].flatMap((rule) => rule(config));

const replicasAreEnough = ({ addons: { replicas } }: ClusterEnvironmentConfig): string[] =>
  isWhole(replicas, 1, 9)
    ? []
    : [
        problem(
          ["addons", "replicas"],
          "a whole number from 1 to 9",
          show(replicas),
          "switch an add-on off with false instead of running none of it",
        ),
      ];

const HOST = /^(?=.*[.:])[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;
const MIRROR = /^(?:oci:\/\/)?(?=[^/]*[.:])[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:\/[a-z0-9._-]+)*$/;

const registriesAreHosts = ({ addons: { registries } }: ClusterEnvironmentConfig): string[] =>
  Object.entries(registries).flatMap(([host, mirror]) => {
    const path = ["addons", "registries", host];
    return [
      ...(HOST.test(host)
        ? []
        : [
            problem(
              path,
              'an upstream host such as "ghcr.io"',
              show(host),
              "leave out the scheme and whatever comes after the host",
            ),
          ]),
      ...(MIRROR.test(mirror)
        ? []
        : [
            problem(
              path,
              'a mirror such as "registry.example/github"',
              show(mirror),
              "write host and path in lower case without a final slash; oci:// may come first, no other scheme",
            ),
          ]),
    ];
  });
