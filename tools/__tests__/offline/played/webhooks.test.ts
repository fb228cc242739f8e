import { expect, test } from "vitest";
import { answerTo } from "../../../offline/played/webhooks";

const REVIEW = { apiVersion: "admission.k8s.io/v1", kind: "AdmissionReview", request: { uid: "one" } };

test("lets every object in, and changes none", () => {
  expect(answerTo("/validate?timeout=3s", REVIEW)).toEqual({
    apiVersion: "admission.k8s.io/v1",
    kind: "AdmissionReview",
    response: { uid: "one", allowed: true },
  });
});

test("converts between versions by name alone", () => {
  const request = { uid: "two", desiredAPIVersion: "a/v2", objects: [{ apiVersion: "a/v1", spec: 1 }] };
  const { response } = answerTo("/convert", { kind: "ConversionReview", apiVersion: "x/v1", request });

  expect(response).toMatchObject({
    uid: "two",
    convertedObjects: [{ apiVersion: "a/v2", spec: 1 }],
    result: { status: "Success" },
  });
});

test("says of an API of the cluster that it has no kinds, so that the API server takes it for there", () => {
  expect(answerTo("/apis/metrics.k8s.io/v1beta1?timeout=32s", {})).toMatchObject({
    kind: "APIResourceList",
    groupVersion: "metrics.k8s.io/v1beta1",
    resources: [],
  });
});
