import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { machineWith, writeProgram } from "../../../__tests__/support/fake-programs";
import { kubeconfigOf, withControlPlane } from "../../offline/control-plane";
import { makeAuthority } from "../../offline/played/certificates";

const { signal } = new AbortController();

const folderOf = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "plane-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};

test("tells the last words of a server that does not start, and leaves nothing", async () => {
  const folder = folderOf();
  writeProgram(join(folder, "etcd"), 'echo "no space left" >&2; exit 1');
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith("control-plane-"));
  const programs = {
    etcd: join(folder, "etcd"),
    "kube-apiserver": "unused",
    "kube-controller-manager": "unused",
  };

  await expect(
    withControlPlane(programs, signal, () => Promise.reject(new Error("no server, and still it is used"))),
  ).rejects.toThrow("etcd: expected a server, got its end: no space left");
  const after = readdirSync(tmpdir()).filter((name) => name.startsWith("control-plane-"));
  expect(after.filter((name) => !before.includes(name))).toEqual([]);
});

test("says that OpenSSL, which makes the certificates of webhooks, is missing", async () => {
  machineWith({});

  await expect(makeAuthority(folderOf(), signal)).rejects.toThrow(
    "openssl: expected a certificate, got none: OpenSSL was not found; install OpenSSL 3",
  );
});

test("writes a configuration with which clients reach the server", () => {
  expect(kubeconfigOf({ url: "https://127.0.0.1:1", token: "t", certificate: "PEM" })).toMatchObject({
    clusters: [{ cluster: { server: "https://127.0.0.1:1", "certificate-authority-data": btoa("PEM") } }],
    users: [{ user: { token: "t" } }],
  });
});
