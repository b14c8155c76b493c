// Keys of the agency of an ECS instance, from the metadata service, which only the instance can reach.

import { temporaryKeyOf } from "./answer.js";
import { milliseconds, optionalText, ownOptions } from "./arguments.js";
import { refusal } from "./disclosure.js";
import { checkedUrl, isLinkLocal } from "./endpoint.js";
import { broken, notConfigured } from "./error.js";
import { type Answer, exchange, NoAnswer, placeOf } from "./exchange.js";
import type { KeySource, SourcedKey } from "./key.js";
import { memoized } from "./memo.js";

/** The options of {@link fromEcsMetadata}. */
export interface FromEcsMetadataOptions {
  /** Milliseconds for one request. Default 3000; 1 to 2 147 483 647. */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds for the first request, which shows whether there is a metadata service. Default: {@link timeout}. A lower value
   * makes other machines wait less.
   */
  readonly probeTimeout?: number | undefined;
  /** The URL of the service. Default `"http://169.254.169.254"`. `http:` is allowed for this machine and link-local addresses. */
  readonly endpoint?: string | undefined;
}

const USUAL_ENDPOINT = "http://169.254.169.254";
const TOKEN_LIFE = 21_600;
const DAY = 86_400_000;
/** As in the vendor's SDKs: the service has new keys long before the old ones expire. */
const LEAD = 40 * 60_000;
const NO_AGENCY = "Please configure Cloud Service Agency first";

/**
 * Keys of the agency of an ECS instance, from its metadata service.
 *
 * The source first requests a session token, because instances may require one. If the service does not support such tokens, it
 * works without. Keys are renewed 40 minutes before they expire. The requests never use a proxy.
 *
 * Fails as not configured if nothing answers, if the answering server has no keys, or if the instance has no agency. Fails as
 * configured if the service answers anything else.
 *
 * @example
 * ```ts
 * const client = createClient({ region: "cn-north-4", projectId, credentials: fromEcsMetadata() });
 * ```
 */
export function fromEcsMetadata(options?: FromEcsMetadataOptions): KeySource {
  const source = "fromEcsMetadata";
  const own = ownOptions(source, options, ["timeout", "probeTimeout", "endpoint"]);
  const timeout = milliseconds(source, "timeout", own.timeout, 3000);
  const probeTimeout = milliseconds(source, "probeTimeout", own.probeTimeout, timeout);
  const endpoint = optionalText(source, "endpoint", own.endpoint) ?? USUAL_ENDPOINT;
  const service = new MetadataService(source, endpoint, timeout, probeTimeout);
  return memoized(() => service.key(), LEAD);
}

class MetadataService {
  private token: string | undefined;
  /** When the service last said that it does not support session tokens. */
  private without = Number.NEGATIVE_INFINITY;
  private hasAnswered = false;

  constructor(
    private readonly source: string,
    private readonly endpoint: string,
    private readonly timeout: number,
    private readonly probeTimeout: number,
  ) {}

  async key(): Promise<SourcedKey> {
    const { source } = this;
    if (this.token === undefined && Date.now() - this.without > DAY) await this.getToken(false);
    let answer = await this.askForKey();
    if (answer.status === 401 && !answer.body.includes(NO_AGENCY)) {
      await this.getToken(true);
      answer = await this.askForKey();
    }
    const place = placeOf(this.url("/openstack/latest/securitykey"));
    if (answer.status === 200) return temporaryKeyOf(source, answer.body, place);
    if (answer.body.includes(NO_AGENCY)) {
      throw notConfigured(source, "this ECS instance has no agency: give it one in the console.");
    }
    const fail = answer.status === 404 ? notConfigured : broken;
    throw fail(source, `GET ${place} was refused: ${refusal(answer, [this.token])}.`);
  }

  /** @param needed Whether the service has just refused a request without a token. */
  private async getToken(needed: boolean): Promise<void> {
    const headers = { "X-Metadata-Token-Ttl-Seconds": `${TOKEN_LIFE}` };
    const answer = await this.ask("PUT", "/meta-data/latest/api/token", headers);
    if (answer.status === 200 && /^[!-~]+$/.test(answer.body.trim())) {
      this.token = answer.body.trim();
      return;
    }
    this.token = undefined;
    if (!needed && [404, 405, 503].includes(answer.status)) {
      this.without = Date.now();
      return;
    }
    const place = placeOf(this.url("/meta-data/latest/api/token"));
    throw broken(this.source, `PUT ${place} gave no token: ${refusal(answer, [])}.`);
  }

  private askForKey(): Promise<Answer> {
    const headers: Record<string, string> =
      this.token === undefined ? {} : { "X-Metadata-Token": this.token };
    return this.ask("GET", "/openstack/latest/securitykey", headers);
  }

  private async ask(method: "GET" | "PUT", path: string, headers: Record<string, string>): Promise<Answer> {
    const { source, hasAnswered } = this;
    const timeout = hasAnswered ? this.timeout : this.probeTimeout;
    try {
      const answer = await exchange({
        method,
        url: this.url(path),
        headers,
        body: undefined,
        timeout,
        direct: true,
      });
      this.hasAnswered = true;
      return answer;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      if (hasAnswered) throw broken(source, `${error.message}.`);
      throw notConfigured(source, `${error.message}: this machine does not seem to be an ECS instance.`);
    }
  }

  private url(path: string): URL {
    const near = "this machine and link-local addresses";
    return new URL(path, checkedUrl(this.source, "endpoint", this.endpoint, isLinkLocal, near));
  }
}
