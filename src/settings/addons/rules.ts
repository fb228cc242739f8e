import type { SharedConfig } from ".";
import { isWhole } from "../checking/numbers";
import { problem, show } from "../checking/problem";

/** Settings that all add-ons of a cluster share. */
interface OfAddons {
  readonly addons: SharedConfig;
}

/** Refuses to run no copy of an add-on. */
export const replicasAreEnough = ({ addons: { replicas } }: OfAddons): string[] =>
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

/** Refuses mirrors that no image can come from. */
export const registriesAreHosts = ({ addons: { registries } }: OfAddons): string[] =>
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
