import { Aspects } from "cdktf";
import type { Construct } from "constructs";
import { SecureBucket } from "../../.gen/modules/secure-bucket";

/**
 * Has S3 write down every request to every bucket below a construct, under a prefix of the bucket's name.
 *
 * @param target - name of a bucket of the same account and region
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
 */
export function logBucketAccess(scope: Construct, target: string): void {
  Aspects.of(scope).add({
    visit: (node) => {
      if (node instanceof SecureBucket) {
        node.accessLogBucket = target;
      }
    },
  });
}
