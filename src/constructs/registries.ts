/**
 * Mirrors of charts and images, by upstream host. A mirror may have a path (`registry.example/github`), and
 * begins with `oci://` if it keeps charts as OCI artefacts.
 */
export type Registries = Readonly<Record<string, string>>;

/** Host of images whose name has none. */
const DOCKER_HUB = "docker.io";

/** Repository that an image is pulled from, without its tag. */
export function mirroredImage(registries: Registries | undefined, image: string): string {
  const [first = "", ...rest] = image.split("/");
  const hasHost = /[.:]/.test(first);
  const host = hasHost ? first : DOCKER_HUB;
  const path = hasHost ? rest : [first, ...rest];
  const mirror = mirrorOf(registries, host);

  return mirror === undefined ? image : [withoutScheme(mirror), ...officialPath(host, path)].join("/");
}

/** Docker Hub's own path: it keeps `nginx` as `library/nginx`, which only its own clients know. */
const officialPath = (host: string, path: readonly string[]): readonly string[] =>
  host === DOCKER_HUB && path.length === 1 ? ["library", ...path] : path;

/** Repository of an image in the two parts that some charts take: the host and the path there. */
export function mirroredImageParts(registries: Registries | undefined, image: string) {
  const [registry = "", ...path] = mirroredImage(registries, image).split("/");
  return { registry, repository: path.join("/") };
}

/** Repository that a chart is fetched from. */
export function mirroredRepository(registries: Registries | undefined, repository: string): string {
  const { protocol, host, pathname } = new URL(repository);
  const mirror = mirrorOf(registries, host);
  if (mirror === undefined) {
    return repository;
  }
  const path = pathname === "/" ? "" : pathname;

  return mirror.includes("://") ? `${mirror}${path}` : `${protocol}//${mirror}${path}`;
}

const mirrorOf = (registries: Registries = {}, host: string): string | undefined =>
  Object.hasOwn(registries, host) ? registries[host] : undefined;

const withoutScheme = (mirror: string): string => mirror.replace(/^\w+:\/\//, "");
