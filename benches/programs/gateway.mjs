// A gateway like the service's: a fixed number of requests per second is accepted, and all others are refused at once.
// @ts-check

export class Gateway {
  /** The number of requests, by the second. @type {number[]} */
  requests = [];
  throttled = 0;

  /** @param {number} limit how many pass in a second */
  constructor(limit) {
    this.limit = limit;
  }

  /**
   * @param {number} milliseconds when the request arrives
   * @returns {boolean} whether it is accepted
   */
  admits(milliseconds) {
    const second = Math.floor(milliseconds / 1000);
    while (this.requests.length <= second) this.requests.push(0);
    const before = this.requests[second] ?? 0;
    this.requests[second] = before + 1;
    const passes = before < this.limit;
    if (!passes) this.throttled += 1;
    return passes;
  }
}

/** The answer to a refused request. No answer of the vendor's is known to have `Retry-After`. */
export const refusal = JSON.stringify({
  error_code: "APIGW.0308",
  error_msg: "The throttling threshold has been reached: policy user over ratelimit,limit:200,time:1 second",
});
