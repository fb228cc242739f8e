import type { BaseImage } from "../../organisation/container-registry-schema";
import type { Organisation } from "../../organisation/organisation";
import type { ApplicationConfig, TeamConfig, TenantsConfig } from "../tenants";
import { nearest } from "../../checking/nearest";
import { oneOf, type Path, problem, show } from "../../checking/problem";
import { entryPath } from "../entry-path";
import { hostsAreUnique, problemsOfHosts } from "./hosts";
import { nameIsALabel, type Placed, valuesAreUnique } from "./names";
import { problemsOfRepository, repositoriesDiffer } from "./repositories";

/** Problems of the applications. */
export const problemsOfApplications = (
  { teams, applications }: TenantsConfig,
  organisation: Organisation,
): string[] => [
  ...applications.flatMap((application, index) =>
    problemsOfApplication(application, teams, entryPath("applications", application, index), organisation),
  ),
  ...valuesAreUnique(
    applications.map(({ name }, index) => ({
      path: ["applications", index, "name"],
      value: name,
      owner: "another application",
    })),
    "a name",
    "rename one of the two, or make them one",
  ),
  ...valuesAreUnique(
    imagesOf(applications, baseImagesOf(organisation)),
    "an image",
    "build an image in one repository only",
  ),
  ...repositoriesDiffer(applications, baseImagesOf(organisation)),
  ...hostsAreUnique(applications),
];

const baseImagesOf = ({ containerRegistry }: Organisation): readonly BaseImage[] =>
  containerRegistry === false ? [] : containerRegistry.baseImages;

/** Images with base images first, so that the application is refused if both have one name. */
function imagesOf(applications: readonly ApplicationConfig[], baseImages: readonly BaseImage[]): Placed[] {
  return [
    ...baseImages.map(({ name, repository }) => ({ path: [], value: name, owner: repository })),
    ...applications.flatMap((application, place) =>
      application.images.map((value, index) => ({
        path: [...entryPath("applications", application, place), "images", index],
        value,
        owner: application.name,
      })),
    ),
  ];
}

function problemsOfApplication(
  application: ApplicationConfig,
  teams: readonly TeamConfig[],
  path: Path,
  organisation: Organisation,
): string[] {
  const { name, repository, images } = application;

  return [
    ...nameIsALabel([...path, "name"], name),
    ...problemsOfTeam(application, teams, path),
    ...problemsOfRepository(repository, [...path, "repository"], organisation),
    ...(images.length === 0
      ? [problem([...path, "images"], "an image", show(images), "list what its repository builds")]
      : []),
    ...images.flatMap((image, index) => nameIsALabel([...path, "images", index], image)),
    ...problemsOfHosts(application, path),
  ];
}

function problemsOfTeam(
  { team, namespace }: ApplicationConfig,
  teams: readonly TeamConfig[],
  path: Path,
): string[] {
  const owner = teams.find(({ name }) => name === team);
  if (!owner) {
    const names = teams.map(({ name }) => name);
    const meant = nearest(team, names);
    const fix = meant
      ? `did you mean ${show(meant)}?`
      : "add the team to src/platform/tenants/teams.ts first";
    return [problem([...path, "team"], "a team", show(team), fix)];
  }

  const { namespaces } = owner.argoProject;
  if (namespaces.length === 0 || namespaces.includes(namespace)) {
    return [];
  }
  const fix = `only the Argo CD project of team ${team} says where it may deploy`;
  return [problem([...path, "namespace"], oneOf(namespaces), show(namespace), fix)];
}
