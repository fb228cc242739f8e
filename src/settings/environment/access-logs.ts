import type { EnvironmentConfig } from "./environment";
import { problem, show } from "../checking/problem";

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET = /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Refuses a place for access logs that is no bucket. */
export const accessLogsGoToABucket = ({
  bucketAccessLogs: name,
}: Pick<EnvironmentConfig, "bucketAccessLogs">): string[] =>
  name === undefined || BUCKET.test(name)
    ? []
    : [
        problem(
          ["bucketAccessLogs"],
          'the name of a bucket such as "example-access-logs"',
          show(name),
          "write its name alone, without s3://, an ARN or a prefix",
        ),
      ];
