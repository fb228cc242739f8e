/** Schema of the parameter that names the API group of requests and their reviews. */
export const GROUP = {
  group: { type: "string", description: "API group of job requests, which their annotations begin with." },
};

/** Rego: people of a request and of its review, by the annotations that hold the ARN each was signed in with. */
export const PEOPLE = `made_by := {"JobRequest": "requested-by", "JobRequestReview": "reviewed-by"}

annotation_of(thing) := concat("/", [input.parameters.group, made_by[thing.kind]])

arn_of(thing) := object.get(thing, ["metadata", "annotations", annotation_of(thing)], "")

# Sessions of sign-in are named after the person's address; other roles after the person and their level.
person_of(arn) := lower(parts[2]) if {
	parts := split(arn, "/")
	is_session(parts)
	contains(parts[2], "@")
}

person_of(arn) := lower(regex.replace(parts[1], "-[a-z]+$", "")) if {
	parts := split(arn, "/")
	is_session(parts)
	not contains(parts[2], "@")
	regex.match("^.+-[a-z]+$", parts[1])
}

# The person who takes on a role names its session. So a role of one person's is that person, whatever its session is called.
people_of(arn) := {person_of(arn)} | owners_of(arn)

owners_of(arn) := {lower(regex.replace(parts[1], "-[a-z]+$", ""))} if {
	parts := split(arn, "/")
	is_session(parts)
	regex.match("^[^.]+[.].+-[a-z]+$", parts[1])
} else := set()

is_session(parts) if {
	count(parts) == 3
	endswith(parts[0], ":assumed-role")
}
`;
