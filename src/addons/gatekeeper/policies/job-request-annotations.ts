import { GROUP, PEOPLE } from "./job-requests";
import type { Policy } from "./policy";

/** Requests for jobs, and reviews of them, name the person who made them, and go on naming that person. */
export const JOB_REQUEST_ANNOTATIONS: Policy = {
  kind: "JobRequestAnnotations",
  matches: [{ apiGroups: ["*"], kinds: ["JobRequest", "JobRequestReview"] }],
  parameters: GROUP,
  rego: `${PEOPLE}
problems contains message if {
	arn := arn_of(input.review.object)
	not person_of(arn)
	message := sprintf("metadata.annotations[%v]: expected the ARN of a person's session, got %q", [annotation, arn])
}

problems contains message if {
	object.get(input.review, "operation", "") == "CREATE"
	arn := arn_of(input.review.object)
	person_of(arn)
	not arn in callers
	message := sprintf("metadata.annotations[%v]: expected its maker, %v, got %v", [annotation, username, arn])
}

problems contains message if {
	object.get(input.review, "operation", "") == "UPDATE"
	before := arn_of(input.review.oldObject)
	arn := arn_of(input.review.object)
	person_of(arn)
	before != arn
	message := sprintf("metadata.annotations[%v]: expected %v as before, got %v", [annotation, before, arn])
}

annotation := annotation_of(input.review.object)

username := object.get(input.review, ["userInfo", "username"], "")

# The name of a user in Kubernetes is the ARN of the session unless an access entry says otherwise.
callers := {username} | {arn | some arn in object.get(input.review, ["userInfo", "extra", "arn"], [])}
`,
};
