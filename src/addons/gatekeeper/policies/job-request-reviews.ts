import { GROUP, PEOPLE } from "./job-requests";
import type { Policy } from "./policy";

/** A request for a job is reviewed once, and by another person than the one who made it. */
export const JOB_REQUEST_REVIEWS: Policy = {
  kind: "JobRequestReviews",
  matches: [{ apiGroups: ["*"], kinds: ["JobRequestReview"] }],
  parameters: GROUP,
  rego: `${PEOPLE}
problems contains message if {
	not request
	message := sprintf("jobRequestName: expected a JobRequest of namespace %v, got %v", [namespace, asked_for])
}

problems contains message if {
	other := object.get(request, ["status", "reviewName"], "")
	not other in {"", input.review.object.metadata.name}
	message := sprintf("jobRequestName: expected a JobRequest without a review, got %v, which %v reviews", [asked_for, other])
}

problems contains message if {
	some reviewer in people_of(arn_of(input.review.object))
	reviewer in people_of(arn_of(request))
	message := sprintf("metadata.annotations[%v]: expected another person than the one who asks, got %v", [annotation_of(input.review.object), reviewer])
}

# A person whom the request does not name may be the one who reviews it.
problems contains message if {
	found := request
	not person_of(arn_of(found))
	message := sprintf("jobRequestName: expected a JobRequest that names a person, got %v", [asked_for])
}

namespace := input.review.object.metadata.namespace

asked_for := input.review.object.spec.jobRequestName

request := found if {
	some version, kinds in data.inventory.namespace[namespace]
	startswith(version, concat("", [input.parameters.group, "/"]))
	found := kinds.JobRequest[asked_for]
}
`,
};
