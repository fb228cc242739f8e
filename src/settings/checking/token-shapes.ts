/**
 * Shapes of secrets that secretlint leaves alone. Each is what the service documents, or what gitleaks looks for; all take
 * a time that grows with the text's length and no faster.
 *
 * @see https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml
 */
export const TOKEN_SHAPES: readonly RegExp[] = [
  // Private keys, however much of them follows.
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[^]*/g,
  /\bAGE-SECRET-KEY-1[0-9A-Z]{50,}/g,

  // JSON Web Tokens.
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}/g,

  // Passwords in addresses, for which no variable stands.
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"'<>]*:(?![$%{<])[^\s/@"'<>]+@/gi,
  // Sentry's address for events, which says who sends them.
  /\bhttps:\/\/[0-9a-f]{32}@[\w.-]+\/\d+/g,
  /[?&](?:sig|signature|X-Amz-Signature|(?:access_?|auth_?|id_?)?token|api_?key|secret|password)=[\w%+/=.-]{12,}/gi,

  // Webhooks, whose address is all that a sender needs.
  /\bhttps:\/\/[\w-]+\.webhook\.office\.com\/webhookb2\/[\w@/-]{40,}/g,
  /\bhttps:\/\/discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{40,}/g,

  // Credentials in a request or a command.
  /\b(?:Bearer|Basic) (?=[\w.~+/-]*\d)[\w.~+/-]{16,}=*/g,
  /\bcurl\b[^\n]{0,200}? (?:-u|--user)[ =]?["']?[^\s:$"']+:[^\s$"'{]+/g,
  /\b_auth(?:Token)?\s*=\s*[\w+/=-]{8,}/g,
  /"auth"\s*:\s*"[A-Za-z0-9+/]{12,}={0,2}"/g,

  // Hashes of passwords, of which a machine tries many a second.
  /\$2[abxy]\$\d\d\$[./A-Za-z0-9]{53}/g,
  /\$(?:apr1|1|5|6)\$[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{22,}/g,

  // Tokens that begin with their kind.
  /\bgl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt)-[\w-]{20,}/g,
  /\bsntry[su]_[\w+/=-]{20,}/g,
  /\b(?:sk|rk)_(?:live|test)_\w{16,}/g,
  /\bgl(?:sa|c)_[\w+/=]{20,}/g,
  /\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,}/g,
  /\bhv[sbr]\.[\w-]{20,}/g,
  /\bsk-(?=[\w-]*\d)[\w-]{32,}/g,
  /\bAIza[\w-]{35}/g,
  /\bSK[0-9a-f]{32}\b/g,
  /\b\d{8,10}:AA[\w-]{33}/g,
  /\bNRAK-[A-Z0-9]{27}/g,
];
