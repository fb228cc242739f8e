import { isMap, textOf } from "../../terraform-json/json-map";
import { at, type KubernetesObject, listAt, nameOf } from "../charts/objects";
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

/** Host that an application answers for, and the load balancer that it shares with others of its namespace. */
interface Claim {
  readonly application: string;
  readonly host: string;
  readonly shared: string | undefined;
}

const claimsOf = ({ application, name, objects }: RenderedApplication): Claim[] =>
  objects
    .filter(({ kind }) => kind === "Ingress")
    .flatMap((ingress) => {
      const group = at(ingress, "metadata", "annotations", GROUP);
      const namespace = textOf(ingress.metadata.namespace ?? destinationOf(application));
      const shared = group ? `${namespace} ${textOf(group)}` : undefined;
      return listAt(ingress, "spec", "rules")
        .filter(isMap)
        .flatMap(({ host }) =>
          host === undefined ? [] : [{ application: name, host: textOf(host), shared }],
        );
    });

const GROUP = "alb.ingress.kubernetes.io/group.name";

/** Hosts that two applications answer for on two load balancers, by the name of the later application. */
export function doubledHosts(applications: readonly RenderedApplication[]): ReadonlyMap<string, string[]> {
  const claims = applications.flatMap(claimsOf);
  const first = (host: string) => claims.find((claim) => claim.host === host)!;
  const isDoubled = ({ application, host, shared }: Claim) =>
    first(host).application !== application && (shared === undefined || shared !== first(host).shared);

  return new Map(
    applications.map(({ name }) => [
      name,
      [
        ...new Set(
          claims
            .filter((claim) => claim.application === name && isDoubled(claim))
            .map(
              ({ host }) =>
                `host: expected one owner of ${host}, got ${first(host).application} and ${name}; give one of them another host`,
            ),
        ),
      ],
    ]),
  );
}
