import { createHash } from "node:crypto";
import { imageName, type TaggedImage } from "./images-in-source";

/** Digest of an image's index, or the reason why there is none. */
export type Digest = { readonly digest: string } | { readonly missing: string };

/** Kinds of an index, which lists an image for each architecture. */
const INDICES = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
];

/** Address of a registry's API. */
export const addressOf = (host: string): string =>
  `https://${host === "docker.io" ? "registry-1.docker.io" : host}`;

/**
 * Asks a registry for the digest of an image's index. It is computed from the index itself, not taken from a header.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
 */
export async function digestOf(
  image: TaggedImage,
  signal: AbortSignal,
  address: (host: string) => string = addressOf,
): Promise<Digest> {
  const place = `${address(image.host)}/v2/${image.repository}/manifests/${image.tag}`;
  try {
    const answer = await asked(place, signal);
    if (!answer.ok) {
      return { missing: `${image.host} answers ${answer.status}` };
    }
    const kind = (answer.headers.get("content-type") ?? "").replace(/;.*$/, "");
    return INDICES.includes(kind)
      ? {
          digest: `sha256:${createHash("sha256")
            .update(await bytesOf(answer))
            .digest("hex")}`,
        }
      : {
          missing: `expected an index of architectures, got ${kind || "no kind"}: ${imageName(image)} is of one`,
        };
  } catch (error) {
    return { missing: `${image.host} cannot be reached (${reasonOf(error)})` };
  }
}

const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());

const reasonOf = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error && cause.message !== "" ? cause.message : message;
};

/** Answer to a request, with the token for strangers where the registry wants one. */
async function asked(place: string, signal: AbortSignal): Promise<Response> {
  const headers = { accept: INDICES.join(", ") };
  const answer = await fetch(place, { headers, signal });
  const challenge = answer.headers.get("www-authenticate");
  if (answer.status !== 401 || challenge === null) {
    return answer;
  }
  const authorization = `Bearer ${await tokenFor(challenge, signal)}`;
  return fetch(place, { headers: { ...headers, authorization }, signal });
}

/** @see https://distribution.github.io/distribution/spec/auth/token/ */
async function tokenFor(challenge: string, signal: AbortSignal): Promise<string> {
  const { realm = "", ...rest } = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
  );
  const answer = await fetch(`${realm}?${new URLSearchParams(rest).toString()}`, { signal });
  const { token, access_token: accessToken } = (await answer.json()) as Record<string, string | undefined>;
  return token ?? accessToken ?? "";
}
