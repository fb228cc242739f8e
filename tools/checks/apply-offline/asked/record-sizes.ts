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

/** Release whose record may take more of the limit, since its chart cannot be split. */
interface Larger {
  readonly release: RegExp;
  readonly share: number;
  readonly reason: string;
}

/** Releases whose records may be larger. */
export const LARGER: readonly Larger[] = [
  {
    release: /\/sh\.helm\.release\.v1\.kyverno\.v\d+$/,
    share: 0.95,
    // @see https://github.com/kyverno/kyverno/issues/14378
    reason:
      "Kyverno's CRDs are most of it, and a chart of them alone would not fit either: Helm would keep them twice. " +
      "They grow with its versions: look at this line before raising one",
  },
];

/** Records that almost fill their Secret. */
export const largeRecords = (records: readonly ReleaseRecord[]): string[] =>
  records.flatMap(({ name, bytes }) => {
    const share = LARGER.find(({ release }) => release.test(name))?.share ?? NEAR;
    return bytes > share * LIMIT
      ? [
          `${name}: expected at most ${Math.round(share * 100)} % of the ${LIMIT} bytes that a Secret has, got ${bytes}; split the release`,
        ]
      : [];
  });

/** Reasons for the records that are larger than others may be. */
export const reasonsFor = (records: readonly ReleaseRecord[]): string[] =>
  records
    .filter(({ bytes }) => bytes > NEAR * LIMIT)
    .flatMap(({ name, bytes }) => {
      const reason = LARGER.find(({ release }) => release.test(name))?.reason;
      return reason === undefined
        ? []
        : [`${name} fills ${Math.round((100 * bytes) / LIMIT)} % of a Secret: ${reason}`];
    });
