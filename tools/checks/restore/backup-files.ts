import { gunzipSync } from "node:zlib";
import type { Json } from "../../../src/output/leaves";
import { CommandError } from "../../kit/command-error";
import { asList, asMap, textOf } from "../../terraform-json/json-map";
import type { AskAws } from "./ask-aws";

/** Content of a bucket: files by their keys, unpacked where gzip packed them. */
export type BucketFiles = ReadonlyMap<string, Buffer>;

/**
 * All files of a bucket at an emulated S3.
 *
 * @throws CommandError if it does not hand one out
 */
export async function filesIn(ask: AskAws, endpoint: string, bucket: string): Promise<BucketFiles> {
  const { Contents } = await ask("s3", "list_objects_v2", { Bucket: bucket });
  const keys = asList(Contents).map((file) => textOf(asMap(file).Key));
  const files = await Promise.all(
    keys.map(async (key) => {
      const answer = await fetch(`${endpoint}/${bucket}/${key}`, { headers: SIGNED });
      if (!answer.ok) {
        throw new CommandError(`emulated S3: expected the file ${key}, got status ${answer.status}`);
      }
      return [key, unpacked(Buffer.from(await answer.arrayBuffer()))] as const;
    }),
  );
  return new Map(files);
}

/** The emulator hands files out to whom signs, and checks no signature. */
const SIGNED = {
  authorization:
    "AWS4-HMAC-SHA256 Credential=emulated/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0",
};

/** Bytes with which a file of gzip begins. */
const GZIP = Buffer.from([0x1f, 0x8b]);

const unpacked = (file: Buffer): Buffer => (file.subarray(0, 2).equals(GZIP) ? gunzipSync(file) : file);

/** Errors of a restore, as Velero keeps them beside its backups; empty without any. */
export function errorsOf(files: BucketFiles, restore: string): string {
  const file = files.get(`restores/${restore}/restore-${restore}-results.gz`);
  // Velero writes an empty file where it has nothing to tell.
  const { errors } = asMap(file?.length ? (JSON.parse(file.toString()) as Json) : {});
  return Object.keys(asMap(errors)).length === 0 ? "" : JSON.stringify(errors);
}

/**
 * Names of the files in a tar archive, whose headers are blocks of 512 bytes.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 */
export function namesInTar(archive: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const header = archive.subarray(at, at + BLOCK);
    const size = parseInt(textIn(header, 124, 12), 8) || 0;
    names.push([textIn(header, 345, 155), textIn(header, 0, 100)].filter((part) => part !== "").join("/"));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return names;
}

const BLOCK = 512;

const textIn = (header: Buffer, from: number, length: number): string =>
  header
    .subarray(from, from + length)
    .toString("latin1")
    .replace(/[\0 ].*$/s, "");
