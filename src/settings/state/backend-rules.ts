import type { BackendConfig } from "./backend";
import { REGIONS } from "../network/regions";
import { isDomainName } from "../dns/rules";
import { problem, show } from "../checking/problem";

/** Part of an environment that says where its states are. */
interface OfBackend {
  readonly backend: BackendConfig;
}

/** Refuses a backend in which Terraform cannot find its state. */
export function backendIsComplete({ backend }: OfBackend): string[] {
  switch (backend.type) {
    case "cloud":
      return problemsOfCloud(backend);
    case "s3":
      return problemsOfS3(backend);
    case "local":
      return [];
  }
}

function problemsOfCloud({
  organization,
  project,
  hostname,
}: Extract<BackendConfig, { type: "cloud" }>): string[] {
  return [
    ...check("organization", organization, /^[\w-]+$/, "the name of an HCP Terraform organisation"),
    ...check("project", project, /^[\w -]+$/, "the name of an HCP Terraform project"),
    ...(hostname === undefined || isDomainName(hostname)
      ? []
      : [problemOf("hostname", hostname, 'a host name such as "app.terraform.io"')]),
  ];
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET = /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * ARN of a key as Terraform's backend takes it: with a UUID of an existing version, or the id of a
 * multi-region key.
 */
const KEY_ARN =
  /^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;

function problemsOfS3({ bucket, region, kmsKeyArn }: Extract<BackendConfig, { type: "s3" }>): string[] {
  return [
    ...check("bucket", bucket, BUCKET, 'the name of a bucket such as "example-terraform-state-production"'),
    ...(region === undefined || REGIONS.includes(region)
      ? []
      : [problemOf("region", region, "a region of AWS")]),
    ...check("kmsKeyArn", kmsKeyArn, KEY_ARN, 'an ARN such as "arn:aws:kms:<region>:<account>:key/…"'),
  ];
}

const check = (key: string, value: string, form: RegExp, expected: string): string[] =>
  form.test(value) ? [] : [problemOf(key, value, expected)];

const problemOf = (key: string, value: string, expected: string): string =>
  problem(["backend", key], expected, show(value), "copy it from where the state is kept");
