import type { Manifest } from "../../../constructs/manifests";
import type { AdmissionReview, PolicyCases } from "./policy.cases";

const ACCOUNT = "arn:aws:sts::123456789012:assumed-role";
const JANE = `${ACCOUNT}/jane.doe-developer/1700000000`;
const JANE_ELSEWHERE = `${ACCOUNT}/jane.doe-engineer/1800000000`;
const JOE = `${ACCOUNT}/joe.bloggs-developer/1700000000`;
const JANE_AT_WORK = `${ACCOUNT}/developer/jane.doe@example.com`;
const JANE_AS_JOE = `${ACCOUNT}/jane.doe-developer/joe.bloggs@example.com`;
const JANE_AS_ANN = `${ACCOUNT}/jane.doe-engineer/ann@example.com`;
const JOE_AT_WORK = `${ACCOUNT}/developer/joe.bloggs@example.com`;
const JANE_SHOUTING = `${ACCOUNT}/admin/Jane.Doe@example.com`;

const request = (arn?: string, status = {}) =>
  ({
    apiVersion: "jobs.example/v1",
    kind: "JobRequest",
    metadata: {
      name: "migrate",
      namespace: "apps",
      ...(arn && { annotations: { "jobs.example/requested-by": arn } }),
    },
    spec: {},
    status,
  }) satisfies Manifest;

const review = (arn: string, jobRequestName = "migrate") =>
  ({
    apiVersion: "jobs.example/v1",
    kind: "JobRequestReview",
    metadata: {
      name: "looks-good",
      namespace: "apps",
      annotations: { "jobs.example/reviewed-by": arn },
    },
    spec: { jobRequestName, decision: "Approved" },
  }) satisfies Manifest;

/** Request of Kubernetes about an object that a user makes or changes. */
const asked = (
  object: ReturnType<typeof request> | ReturnType<typeof review>,
  user: { readonly username: string; readonly extra?: { readonly arn: readonly string[] } },
  oldObject?: Manifest,
): AdmissionReview => ({
  apiVersion: "admission.k8s.io/v1",
  kind: "AdmissionReview",
  request: {
    uid: "00000000-0000-4000-8000-000000000000",
    kind: { group: "jobs.example", version: "v1", kind: object.kind },
    resource: { group: "jobs.example", version: "v1", resource: `${object.kind.toLowerCase()}s` },
    name: object.metadata.name,
    namespace: object.metadata.namespace,
    operation: oldObject ? "UPDATE" : "CREATE",
    userInfo: user,
    object,
    ...(oldObject && { oldObject }),
  },
});

const OPERATOR = { username: "system:serviceaccount:apps:job-request-operator" };

/** Evidence for the policy job-request-annotations. */
export const JOB_REQUEST_ANNOTATIONS_CASES: PolicyCases = {
  parameters: { group: "jobs.example" },
  cases: [
    { name: "made by the person named", object: asked(request(JANE), { username: JANE }) },
    {
      name: "made by the person named, whose user has another name",
      object: asked(request(JANE), { username: "jane", extra: { arn: [JANE] } }),
    },
    { name: "that is there already", object: request(JANE_AT_WORK) },
    { name: "changed, but not its person", object: asked(request(JANE), OPERATOR, request(JANE)) },
    { name: "reviewed by the person named", object: asked(review(JOE), { username: JOE }) },
    {
      name: "without a person",
      object: asked(request(), { username: JANE }),
      refusal:
        'metadata.annotations[jobs.example/requested-by]: expected the ARN of a person\'s session, got ""',
    },
    {
      name: "by a role that is no person's",
      object: asked(request(`${ACCOUNT}/deploy/session`), { username: `${ACCOUNT}/deploy/session` }),
      refusal: "expected the ARN of a person's session",
    },
    {
      name: "in another person's name",
      object: asked(request(JOE), { username: JANE }),
      refusal: `expected its maker, ${JANE}, got ${JOE}`,
    },
    {
      name: "reviewed in another person's name",
      object: asked(review(JOE), { username: JANE }),
      refusal: `metadata.annotations[jobs.example/reviewed-by]: expected its maker, ${JANE}, got ${JOE}`,
    },
    {
      name: "changed to another person's",
      object: asked(request(JOE), OPERATOR, request(JANE)),
      refusal: `expected ${JANE} as before, got ${JOE}`,
    },
  ],
};

/** Evidence for the policy job-request-reviews. */
export const JOB_REQUEST_REVIEWS_CASES: PolicyCases = {
  parameters: { group: "jobs.example" },
  cases: [
    { name: "by another person", object: review(JOE), inventory: [request(JANE)] },
    {
      name: "that is the request's own",
      object: review(JOE),
      inventory: [request(JANE, { reviewName: "looks-good" })],
    },
    {
      name: "by the one who asks",
      object: review(JANE),
      inventory: [request(JANE)],
      refusal:
        "metadata.annotations[jobs.example/reviewed-by]: expected another person than the one who asks, got jane.doe",
    },
    {
      name: "by the one who asks, at another level",
      object: review(JANE_ELSEWHERE),
      inventory: [request(JANE)],
      refusal: "expected another person than the one who asks, got jane.doe",
    },
    {
      name: "by the one who asks, whose address has capitals",
      object: review(JANE_SHOUTING),
      inventory: [request(JANE_AT_WORK)],
      refusal: "expected another person than the one who asks, got jane.doe@example.com",
    },
    {
      name: "by another person with the same role",
      object: review(JOE_AT_WORK),
      inventory: [request(JANE_AT_WORK)],
    },
    {
      name: "by the one who asks, in a session that is named after another",
      object: review(JANE_AS_JOE),
      inventory: [request(JANE)],
      refusal: "expected another person than the one who asks, got jane.doe",
    },
    {
      name: "by the one who asks, in two sessions that are named after others",
      object: review(JANE_AS_JOE),
      inventory: [request(JANE_AS_ANN)],
      refusal: "expected another person than the one who asks, got jane.doe",
    },
    {
      name: "of nothing",
      object: review(JOE, "another"),
      inventory: [request(JANE)],
      refusal: "jobRequestName: expected a JobRequest of namespace apps, got another",
    },
    {
      name: "of a request that has one",
      object: review(JOE),
      inventory: [request(JANE, { reviewName: "not-so-good" })],
      refusal: "expected a JobRequest without a review, got migrate, which not-so-good reviews",
    },
    {
      name: "of a request that names nobody",
      object: review(JOE),
      inventory: [request()],
      refusal: "jobRequestName: expected a JobRequest that names a person, got migrate",
    },
  ],
};
