import { CONTAINERS, type Policy } from "./policy";

/**
 * Refuses images of repositories that a list does not name for their namespace, and those that a pod mounts as a disk: no policy
 * verifies the signatures of these. An image without a host is Docker Hub's.
 */
export const ALLOWED_IMAGES: Policy = {
  kind: "AllowedImages",
  matches: [{ apiGroups: [""], kinds: ["Pod"] }],
  parameters: {
    allowed: {
      type: "array",
      description:
        "Places that images of namespaces may come from. A place without namespaces holds for all that the constraint is about.",
      items: {
        type: "object",
        properties: {
          namespaces: { type: "array", items: { type: "string" } },
          prefixes: { type: "array", items: { type: "string" }, description: "Beginnings of images' names." },
          repositories: { type: "array", items: { type: "string" }, description: "Names without a tag." },
          accounts: {
            type: "array",
            items: { type: "string" },
            description:
              "AWS accounts with repositories of products, which the namespaces of each product may use.",
          },
        },
      },
    },
  },
  rego: `${CONTAINERS}
problems contains message if {
	some container in containers
	not allowed(container.image)
	message := sprintf("container %v: expected an image of a repository that %v may use, got %v", [container.name, input.review.object.metadata.namespace, container.image])
}

problems contains message if {
	some volume in input.review.object.spec.volumes
	volume.image
	message := sprintf("volume %v: expected no image as a disk, whose signature nothing verifies, got %v", [volume.name, object.get(volume.image, "reference", "one")])
}

places := [place |
	some place in input.parameters.allowed
	is_about(place)
]

is_about(place) if not place.namespaces

is_about(place) if input.review.object.metadata.namespace in place.namespaces

allowed(image) if {
	some place in places
	some prefix in place.prefixes
	startswith(qualified(image), prefix)
}

allowed(image) if {
	some place in places
	repository(qualified(image)) in place.repositories
}

# A product's repositories are below its name, with which its namespaces begin.
allowed(image) if {
	some place in places
	[[_, account, product]] := regex.find_all_string_submatch_n("^([0-9]{12})[.]dkr[.]ecr[.][a-z0-9-]+[.]amazonaws[.]com/tenants/([a-z0-9-]+)/", image, 1)
	account in place.accounts
	startswith(sprintf("%v-", [input.review.object.metadata.namespace]), sprintf("%v-", [product]))
}

# The name without a digest and without a tag, whose colon is behind the last slash.
repository(image) := regex.replace(split(image, "@")[0], ":[^/:]*$", "")

# The first part of a name is a host where it has a dot, a port or a capital, as no repository has.
has_host(image) if regex.match("^[^/]*[.:A-Z][^/]*/", image)

has_host(image) if startswith(image, "localhost/")

qualified(image) := image if has_host(image)

qualified(image) := concat("/", ["docker.io", image]) if not has_host(image)
`,
};
