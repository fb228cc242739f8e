import type { ApiClient } from "../../../offline/api-client";
import { asList, asMap, isMap, textOf } from "../../../terraform-json/json-map";

/**
 * Bytes that a Secret may have.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data
 */
const LIMIT = 1_048_576;

/** Part of the limit from which a chart's next version may not fit. */
const NEAR = 0.8;

/** Helm's record of a release, as the cluster keeps it. */
export interface ReleaseRecord {
  readonly name: string;
  readonly bytes: number;
}

/** Records of all releases, the largest first. */
export async function releaseRecords(client: ApiClient): Promise<ReleaseRecord[]> {
  const { body } = await client.get("/api/v1/secrets?fieldSelector=type%3Dhelm.sh%2Frelease.v1");
  return asList(body.items)
    .filter(isMap)
    .map(({ metadata, data }) => ({
      name: `${textOf(asMap(metadata).namespace)}/${textOf(asMap(metadata).name)}`,
      bytes: Buffer.from(textOf(asMap(data).release), "base64").length,
    }))
    .sort((one, other) => other.bytes - one.bytes);
}

/** Records that almost fill their Secret. */
export const largeRecords = (records: readonly ReleaseRecord[]): string[] =>
  records
    .filter(({ bytes }) => bytes > NEAR * LIMIT)
    .map(
      ({ name, bytes }) =>
        `${name}: expected at most ${NEAR * 100} % of the ${LIMIT} bytes that a Secret has, got ${bytes}; split the release`,
    );
