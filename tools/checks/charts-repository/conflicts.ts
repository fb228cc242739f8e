import { isMap, textOf } from "../../terraform-json/json-map";
import { type KubernetesObject, listAt, nameOf } from "../charts/objects";
import { destinationOf, groupOf, isNamespaced } from "./application";
import type { RenderedApplication } from "./rendered-application";

/** Identity of an object in a cluster: its kind without the version, its namespace and its name. */
export const identityOf = (object: KubernetesObject, namespace: string): string =>
  [
    groupOf(object),
    nameOf(object),
    isNamespaced(object) ? textOf(object.metadata.namespace ?? namespace) : "",
  ].join(" ");

/** Objects of an application that the platform makes as well, so that each would undo the other. */
export const doubledObjects = (
  { application, objects }: RenderedApplication,
  platform: ReadonlySet<string>,
): string[] =>
  objects
    .filter((object) => platform.has(identityOf(object, destinationOf(application))))
    .map(
      (object) =>
        `doubled: expected one owner, got ${nameOf(object)} of the platform too; set installedBy of its add-on to "argo-cd", or leave it out of the charts`,
    );

/** Hosts of an application's Ingresses. */
const hostsOf = ({ objects }: RenderedApplication): string[] => [
  ...new Set(
    objects
      .filter(({ kind }) => kind === "Ingress")
      .flatMap((ingress) => listAt(ingress, "spec", "rules").filter(isMap))
      .flatMap(({ host }) => (host === undefined ? [] : [textOf(host)])),
  ),
];

/** Hosts that two applications answer for, by the name of the later one. */
export function doubledHosts(applications: readonly RenderedApplication[]): ReadonlyMap<string, string[]> {
  const owners = new Map<string, string>();
  return new Map(
    applications.map((one) => [
      one.name,
      hostsOf(one).flatMap((host) => {
        const owner = owners.get(host);
        owners.set(host, owner ?? one.name);
        return owner === undefined
          ? []
          : [
              `host: expected one owner of ${host}, got ${owner} and ${one.name}; give one of them another host`,
            ];
      }),
    ]),
  );
}
