import { CONTAINERS, pod, type Policy } from "./policy";

/** Images come only from registries that are named. One without a host is Docker Hub's. */
export const ALLOWED_IMAGES: Policy = {
  kind: "AllowedImages",
  matches: [{ apiGroups: [""], kinds: ["Pod"] }],
  parameters: {
    prefixes: { type: "array", items: { type: "string" }, description: "What names of images begin with." },
  },
  example: { prefixes: ["registry.example/govuk/", "registry.example/docker.io/"] },
  rego: `${CONTAINERS}
problems contains message if {
	some container in containers
	not allowed(container.image)
	message := sprintf("container %v: expected an image of %v, got %v", [container.name, concat(" or ", input.parameters.prefixes), container.image])
}

allowed(image) if {
	some prefix in input.parameters.prefixes
	startswith(qualified(image), prefix)
}

# The first part of a name is a host where it has a dot or a port.
has_host(image) if regex.match("^[^/]*[.:][^/]*/", image)

has_host(image) if startswith(image, "localhost/")

qualified(image) := image if has_host(image)

qualified(image) := concat("/", ["docker.io", image]) if not has_host(image)
`,
  cases: [
    {
      name: "from our own registry",
      object: pod({ containers: [{ name: "app", image: "registry.example/govuk/whitehall:v1" }] }),
    },
    {
      name: "from a mirror",
      object: pod({ containers: [{ name: "app", image: "registry.example/docker.io/library/redis:8" }] }),
    },
    {
      name: "from anywhere else",
      object: pod({ containers: [{ name: "app", image: "ghcr.io/somebody/tool:v1" }] }),
      refusal:
        "container app: expected an image of registry.example/govuk/ or registry.example/docker.io/, got ghcr.io/somebody/tool:v1",
    },
    {
      name: "from Docker Hub without saying so",
      object: pod({ containers: [{ name: "app", image: "redis:8" }] }),
      refusal: "got redis:8",
    },
    {
      name: "from a registry whose name only begins the same",
      object: pod({ containers: [{ name: "app", image: "registry.example/govuk-evil/whitehall" }] }),
      refusal: "got registry.example/govuk-evil/whitehall",
    },
    {
      name: "of an init container from anywhere else",
      object: pod({
        initContainers: [{ name: "copy", image: "quay.io/somebody/copy" }],
        containers: [{ name: "app", image: "registry.example/govuk/whitehall:v1" }],
      }),
      refusal: "container copy",
    },
  ],
};
