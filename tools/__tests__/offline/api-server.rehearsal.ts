import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeProgram } from "../../../__tests__/support/fake-programs";
import { withApiServer } from "../../offline/api-server";

const { signal } = new AbortController();

/** Programs that are shell scripts. */
function programs(etcd: string, apiServer = "exit 1") {
  const folder = mkdtempSync(join(tmpdir(), "servers-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeProgram(join(folder, "etcd"), etcd);
  writeProgram(join(folder, "kube-apiserver"), apiServer);
  return { folder, etcd: join(folder, "etcd"), "kube-apiserver": join(folder, "kube-apiserver") };
}

const unused = (): Promise<never> => Promise.reject(new Error("no server, and still it is used"));

/** An etcd that says it is well, on the address that it is told. */
const HEALTHY = `node=${process.execPath}
for one in "$@"; do case $one in --listen-client-urls=*) port=\${one##*:};; esac; done
exec "$node" -e "require('http').createServer((_, answer) => answer.end('{}')).listen($port, '127.0.0.1')"`;

test("tells the last words of a server that does not start", async () => {
  const { folder, ...broken } = programs(
    `echo "$@" > "$(dirname "$0")/asked"; echo "disk is full" >&2; exit 1`,
  );

  await expect(withApiServer(broken, signal, unused)).rejects.toThrow(
    "etcd: expected a server, got its end: disk is full",
  );
  const data = /--data-dir=(\S+)/.exec(readFileSync(join(folder, "asked"), "utf8"))![1]!;
  expect(existsSync(dirname(data))).toBe(false);
});

test("starts on other ports where another program was faster to take them", async () => {
  const { folder, ...busy } = programs(
    `echo "$@" >> "$(dirname "$0")/asked"; echo "listen: address already in use" >&2; exit 1`,
  );

  await expect(withApiServer(busy, signal, unused)).rejects.toThrow("address already in use");
  expect(readFileSync(join(folder, "asked"), "utf8").trim().split("\n")).toHaveLength(2);
});

test("listens on this machine alone, with a token of its own each time", async () => {
  const { folder, ...servers } = programs(
    HEALTHY,
    `echo "$@" >> "$(dirname "$0")/asked"
     for one in "$@"; do case $one in --token-auth-file=*) cat "\${one#*=}" >> "$(dirname "$0")/tokens";; esac; done
     echo "no certificate" >&2; exit 1`,
  );

  for (let run = 0; run < 2; run++) {
    await expect(withApiServer(servers, signal, unused)).rejects.toThrow("kube-apiserver: expected a server");
  }
  expect(readFileSync(join(folder, "asked"), "utf8")).toContain("--bind-address=127.0.0.1 ");
  expect(readFileSync(join(folder, "asked"), "utf8")).toContain("--allow-privileged=true");
  const [one, two] = readFileSync(join(folder, "tokens"), "utf8").trim().split("\n");
  expect(one).toMatch(/^[0-9a-f]{32},administrator,administrator,system:masters$/);
  expect(one).not.toBe(two);
});
