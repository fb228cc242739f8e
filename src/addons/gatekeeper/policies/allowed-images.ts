import { CONTAINERS, pod, type Policy } from "./policy";

/** Images, also those that are mounted, come only from registries that are named. One without a host is Docker Hub's. */
export const ALLOWED_IMAGES: Policy = {
  kind: "AllowedImages",
  matches: [{ apiGroups: [""], kinds: ["Pod"] }],
  parameters: {
    prefixes: { type: "array", items: { type: "string" }, description: "What names of images begin with." },
  },
  example: { prefixes: ["registry.example/acme/", "registry.example/docker.io/"] },
  rego: `${CONTAINERS}
problems contains message if {
	some container in containers
	not allowed(container.image)
	message := refusal("container", container.name, container.image)
}

problems contains message if {
	some volume in input.review.object.spec.volumes
	not allowed(volume.image.reference)
	message := refusal("volume", volume.name, volume.image.reference)
}

refusal(what, name, image) := sprintf("%v %v: expected an image of %v, got %v", [what, name, concat(" or ", input.parameters.prefixes), image])

allowed(image) if {
	some prefix in input.parameters.prefixes
	startswith(qualified(image), prefix)
}

# The first part of a name is a host where it has a dot, a port or a capital, as no repository has.
has_host(image) if regex.match("^[^/]*[.:A-Z][^/]*/", image)

has_host(image) if startswith(image, "localhost/")

qualified(image) := image if has_host(image)

qualified(image) := concat("/", ["docker.io", image]) if not has_host(image)
`,
  cases: [
    {
      name: "from our own registry",
      object: pod({ containers: [{ name: "app", image: "registry.example/acme/website:v1" }] }),
    },
    {
      name: "from a mirror",
      object: pod({ containers: [{ name: "app", image: "registry.example/docker.io/library/redis:8" }] }),
    },
    {
      name: "from anywhere else",
      object: pod({ containers: [{ name: "app", image: "ghcr.io/somebody/tool:v1" }] }),
      refusal:
        "container app: expected an image of registry.example/acme/ or registry.example/docker.io/, got ghcr.io/somebody/tool:v1",
    },
    {
      name: "from Docker Hub without saying so",
      object: pod({ containers: [{ name: "app", image: "redis:8" }] }),
      refusal: "got redis:8",
    },
    {
      name: "from a registry whose name only begins the same",
      object: pod({ containers: [{ name: "app", image: "registry.example/acme-evil/website" }] }),
      refusal: "got registry.example/acme-evil/website",
    },
    {
      name: "of an init container from anywhere else",
      object: pod({
        initContainers: [{ name: "copy", image: "quay.io/somebody/copy" }],
        containers: [{ name: "app", image: "registry.example/acme/website:v1" }],
      }),
      refusal: "container copy",
    },
    {
      name: "of a container to debug with from anywhere else",
      object: pod({
        containers: [{ name: "app", image: "registry.example/acme/website:v1" }],
        ephemeralContainers: [{ name: "debug", image: "docker.io/library/busybox" }],
      }),
      refusal: "container debug",
    },
    {
      name: "from a host whose name only begins the same",
      object: pod({ containers: [{ name: "app", image: "registry.example.evil/acme/website" }] }),
      refusal: "got registry.example.evil/acme/website",
    },
    {
      name: "from our own registry, but not of ours",
      object: pod({ containers: [{ name: "app", image: "registry.example/whitehall" }] }),
      refusal: "got registry.example/whitehall",
    },
    {
      name: "from a host of another port",
      object: pod({ containers: [{ name: "app", image: "registry.example:5000/acme/website" }] }),
      refusal: "got registry.example:5000/acme/website",
    },
    {
      name: "by its digest from our own registry",
      object: pod({
        containers: [{ name: "app", image: `registry.example/acme/website@sha256:${"0".repeat(64)}` }],
      }),
    },
    {
      name: "that only has the name of our own registry in its path",
      object: pod({ containers: [{ name: "app", image: "evil.example/registry.example/acme/website" }] }),
      refusal: "got evil.example/registry.example/acme/website",
    },
    {
      name: "as a volume from a mirror",
      object: pod({
        containers: [],
        volumes: [{ name: "model", image: { reference: "registry.example/docker.io/library/model:1" } }],
      }),
    },
    {
      name: "as a volume from anywhere else",
      object: pod({
        containers: [{ name: "app", image: "registry.example/acme/website:v1" }],
        volumes: [{ name: "tools", image: { reference: "ghcr.io/somebody/tools:v1" } }],
      }),
      refusal: "volume tools: expected an image of",
    },
  ],
};
