import type { ProductFile } from "./product-file";
import type { ProductsSettings } from "./products";

/** Software that a team builds from a repository and runs in a namespace of every cluster. */
export interface Application {
  /** Name, a DNS label. */
  readonly name: string;

  /** Product whose file has it. */
  readonly product: string;

  /** Name of the team that owns it. */
  readonly team: string;

  /** Repository of its source, such as `example/website`. */
  readonly repository: string;

  /** Namespace that it runs in. */
  readonly namespace: string;

  /** Names of the images that its repository builds, without registry and prefix. */
  readonly images: readonly string[];

  /** True if Sentry collects its exceptions, in a project of its name. */
  readonly sentry: boolean;

  /** True if it has a Service of its image's name, which workflows ask for its health after a deployment. */
  readonly hasService: boolean;

  /** Hosts of its Ingresses, as labels under the cluster's zone. */
  readonly hosts: readonly string[];
}

/** Application and the file that has it. */
export interface WrittenApplication {
  readonly file: ProductFile;
  readonly application: Application;
}

/** Files in the order in which the platform's engineers name their teams, and of a team by name: stacks list applications so. */
export function filesByTeam({ teams, files }: Pick<ProductsSettings, "teams" | "files">): ProductFile[] {
  const places = new Map(Object.keys(teams).map((team, index) => [team, index]));
  const placeOf = ({ team }: ProductFile) => places.get(team) ?? places.size;
  return [...files].sort((one, other) => placeOf(one) - placeOf(other));
}

/**
 * Applications of all files that can be read, defaults filled in.
 *
 * @param gitHub - organisation that has their repositories
 */
export const applicationsIn = (
  settings: Pick<ProductsSettings, "teams" | "files">,
  gitHub: string,
): WrittenApplication[] =>
  filesByTeam(settings).flatMap((file) =>
    Object.entries(file.product?.applications ?? {}).map(([name, written]) => ({
      file,
      application: {
        name,
        product: file.product!.product,
        team: file.product!.owner.team,
        repository: written.repository ?? `${gitHub}/${name}`,
        namespace: written.namespace,
        images: written.images ?? [name],
        sentry: written.sentry ?? false,
        hasService: written.hasService ?? true,
        hosts: written.hosts ?? [],
      },
    })),
  );
