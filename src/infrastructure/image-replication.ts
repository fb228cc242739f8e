import { EcrReplicationConfiguration } from "@cdktf/provider-aws/lib/ecr-replication-configuration";
import { Construct } from "constructs";

export interface ImageReplicationProps {
  /** Prefix of the names of the repositories that are copied, without a final slash. */
  readonly prefix: string;

  /** Accounts and regions that get the copies: at most 25. */
  readonly destinations: readonly { readonly accountId: string; readonly region: string }[];
}

/**
 * Copies each image to other accounts and regions when it is pushed, and its signatures, which are images beside it. An
 * image that was pushed before is not copied, and one that is deleted stays where it was copied to.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html
 */
export class ImageReplication extends Construct {
  constructor(scope: Construct, id: string, { prefix, destinations }: ImageReplicationProps) {
    super(scope, id);

    new EcrReplicationConfiguration(this, "configuration", {
      replicationConfiguration: {
        rule: [
          {
            destination: destinations.map(({ accountId, region }) => ({ registryId: accountId, region })),
            repositoryFilter: [{ filter: `${prefix}/`, filterType: "PREFIX_MATCH" }],
          },
        ],
      },
    });
  }
}
