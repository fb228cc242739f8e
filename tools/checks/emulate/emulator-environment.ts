/** Environment of programs that are to find an emulated AWS in place of the real one. */
export const emulatorEnvironment = (endpoint: string): Record<string, string> => ({
  ...CREDENTIALS,
  ...PROXIES,
  AWS_ENDPOINT_URL: endpoint,
  HTTP_PROXY: endpoint,
});

/**
 * Proxies: some services (S3 Control) put the account in front of the host's name, which then has no address.
 * Requests to such names go to the emulator as well.
 */
const PROXIES = { http_proxy: "", NO_PROXY: "", no_proxy: "" };

/** Credentials of no real account. The user may be signed in to one. */
const CREDENTIALS = {
  AWS_ACCESS_KEY_ID: "emulated",
  AWS_SECRET_ACCESS_KEY: "emulated",
  AWS_CONFIG_FILE: "/dev/null",
  AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
};
