/** An image as an object names it. */
export interface ImageReference {
  /** Name with its registry, such as `quay.io/argoproj/argocd`. */
  readonly name: string;
  readonly version: string | undefined;

  /** Digest, `sha256:…`. */
  readonly digest?: string;
}

const REFERENCE =
  /^(?<name>[a-z0-9][\w.:-]*(?:\/[\w.-]+)*?)(?::(?<version>[\w][\w.-]{0,127}))?(?:@(?<digest>sha256:[a-f0-9]{64}))?$/;

/**
 * Reads the image that Kubernetes would pull, by its upstream name rather than a mirror's.
 *
 * @param registries - mirror by upstream host
 */
export function imageReference(
  text: string,
  registries: Readonly<Record<string, string>>,
): ImageReference | undefined {
  const { name, version, digest } = REFERENCE.exec(text)?.groups ?? {};
  return name === undefined
    ? undefined
    : { name: upstreamName(name, registries), version, ...(digest ? { digest } : {}) };
}

function upstreamName(name: string, registries: Readonly<Record<string, string>>): string {
  const mirrored = Object.entries(registries)
    .map(([host, mirror]) => [host, mirror.replace(/^\w+:\/\//, "")] as const)
    .find(([, mirror]) => name.startsWith(`${mirror}/`));
  const upstream = mirrored ? `${mirrored[0]}${name.slice(mirrored[1].length)}` : name;
  const [first = "", ...rest] = upstream.split("/");
  // Images without a host are Docker Hub's.
  return rest.length > 0 && /[.:]/.test(first) ? upstream : `docker.io/${upstream}`;
}
