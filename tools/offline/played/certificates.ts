import { join } from "node:path";
import { CommandError } from "../../kit/command-error";
import { lastLine } from "../../kit/retried";
import { runProcess } from "../../kit/run-process";

/** Authority whose certificates an API server trusts, in a folder. */
export interface Authority {
  /** File of its certificate. */
  readonly certificate: string;

  /** Issues a certificate for a host's name. */
  issue(host: string): Promise<{ readonly certificateFile: string; readonly keyFile: string }>;
}

/**
 * Makes an authority for a play.
 *
 * @throws CommandError if OpenSSL, which makes its certificates, is not there
 */
export async function makeAuthority(folder: string, signal: AbortSignal): Promise<Authority> {
  const [certificate, key] = [join(folder, "authority.crt"), join(folder, "authority.key")];
  const make = async (name: string, keyFile: string, file: string, more: readonly string[]) => {
    const words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"];
    const files = ["-subj", `/CN=${name.slice(0, 64)}`, "-keyout", keyFile, "-out", file];
    const { code, stderr } = await runProcess([...words, ...files, ...more], { cwd: folder, signal });
    if (code !== 0) {
      const problem = code === 127 ? "OpenSSL was not found" : lastLine(stderr);
      throw new CommandError(`openssl: expected a certificate, got none: ${problem}; install OpenSSL 3`);
    }
  };
  await make("played", key, certificate, []);
  return {
    certificate,
    async issue(host) {
      const [certificateFile, keyFile] = [join(folder, `${host}.crt`), join(folder, `${host}.key`)];
      const by = ["-CA", certificate, "-CAkey", key, "-addext", `subjectAltName=DNS:${host}`];
      await make(host, keyFile, certificateFile, by);
      return { certificateFile, keyFile };
    },
  };
}
