import { isOfPlatform, PLATFORM_KINDS, resourceOf } from "../../namespaces/argo-kinds";
import { type Path, problem, show } from "../../checking/problem";
import { KRO_GROUP, type KroSettings } from "../eks-capabilities";
import type { OfCluster } from "./of-cluster";

const KRO: Path = ["eksCapabilities", "kro"];

/** Name of a resource of the Kubernetes API: a plural in small letters, without a part such as `/status`. */
const RESOURCE = /^[a-z][a-z0-9]{0,62}$/;

/** Name of a kind, such as `WebApp`. */
const KIND = /^[A-Z][A-Za-z0-9]{0,62}$/;

/** Group of the Kubernetes API: empty, or a name such as `apps` or `dynamodb.services.k8s.aws`. */
const API_GROUP = /^(?:[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*)?$/;

/** Refuses capabilities on a cluster that knows no access entries: EKS lets their roles in by one. */
export const capabilitiesAreLetIn = ({ cluster }: OfCluster): string[] =>
  cluster.authenticationMode !== "CONFIG_MAP"
    ? []
    : Object.entries(cluster.eksCapabilities)
        .filter(([, settings]) => settings !== false)
        .map(([name]) =>
          problem(
            ["eksCapabilities", name],
            "false, since the cluster takes no access entries, by which EKS lets a capability in",
            "on",
            'leave it out, or write authenticationMode: "API_AND_CONFIG_MAP"',
          ),
        );

/** Refuses kinds that kro could not offer or make, and those that would hand it the cluster. */
export const graphsMakeKindsOfApplications = ({ cluster: { eksCapabilities } }: OfCluster): string[] =>
  eksCapabilities.kro === false
    ? []
    : [...problemsOfOffers(eksCapabilities.kro), ...problemsOfMakes(eksCapabilities.kro)];

function problemsOfOffers({ offers }: KroSettings): string[] {
  const path = [...KRO, "offers"];
  return [
    ...(offers.length === 0 ? [nothing(path, "a kind of a graph, such as WebApp")] : []),
    ...offers.flatMap((kind, index) =>
      KIND.test(kind) && !isOfPlatform({ group: KRO_GROUP, kind }) && offers.indexOf(kind) === index
        ? []
        : [
            problem(
              [...path, index],
              `a kind in ${KRO_GROUP} that a graph offers, once`,
              show(kind),
              "write it as the graph's schema does, such as WebApp",
            ),
          ],
    ),
  ];
}

function problemsOfMakes({ makes }: KroSettings): string[] {
  const path = [...KRO, "makes"];
  return [
    ...(makes.length === 0 ? [nothing(path, "kinds of the objects that graphs make")] : []),
    ...makes.flatMap(({ apiGroup, resources }, index) => [
      ...(API_GROUP.test(apiGroup) && !isOfPlatform({ group: apiGroup, kind: "" })
        ? []
        : [
            problem(
              [...path, index, "apiGroup"],
              "one API group whose kinds applications are made of",
              show(apiGroup),
              "leave it out: kinds of this group give rights, or reach beyond a namespace",
            ),
          ]),
      ...(resources.length === 0 ? [nothing([...path, index, "resources"], "a kind of the group")] : []),
      ...resources.flatMap((resource, place) =>
        RESOURCE.test(resource) && !isPlatforms(apiGroup, resource)
          ? []
          : [
              problem(
                [...path, index, "resources", place],
                "the plural of a kind that applications are made of",
                show(resource),
                "leave it out: Terraform or a controller makes it, or it gives rights",
              ),
            ],
      ),
    ]),
  ];
}

const nothing = (path: Path, expected: string): string =>
  problem(path, expected, "nothing", "name one, or write kro: false");

/** True for a kind that the platform keeps for itself, by its plural. */
const isPlatforms = (apiGroup: string, resource: string): boolean =>
  PLATFORM_KINDS.some(({ group, kind }) => group === apiGroup && resourceOf(kind) === resource);
