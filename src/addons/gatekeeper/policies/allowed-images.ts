import { CONTAINERS, type Policy } from "./policy";

/** Images, also those that are mounted, come only from registries that are named. One without a host is Docker Hub's. */
export const ALLOWED_IMAGES: Policy = {
  kind: "AllowedImages",
  matches: [{ apiGroups: [""], kinds: ["Pod"] }],
  parameters: {
    prefixes: { type: "array", items: { type: "string" }, description: "What names of images begin with." },
  },
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
};
