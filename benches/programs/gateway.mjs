// A gateway as the service's is: so many requests of each second pass, and all others are refused at once.
// @ts-check

export class Gateway {
  /** By the second: how many requests came. @type {number[]} */
  requests = [];
  throttled = 0;

  /** @param {number} limit how many pass in a second */
  constructor(limit) {
    this.limit = limit;
  }

  /**
   * @param {number} milliseconds when the request comes
   * @returns {boolean} whether it passes
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

/** What it says to what does not pass. No answer of the vendor's is known to carry `Retry-After`. */
export const refusal = JSON.stringify({
  error_code: "APIGW.0308",
  error_msg: "The throttling threshold has been reached: policy user over ratelimit,limit:200,time:1 second",
});
