/**
 * Numbers of about 31 digits, as the sum of two doubles: a hundred times as fast as
 * decimal.js, and good enough to find what it should look at. The methods have the
 * names that decimal.js gives them. Below 1e-290 the second double loses its digits.
 */
export class Twofold {
  constructor(readonly high: number, readonly low: number = 0) {}

  plus(x: Twofold | number): Twofold {
    const [b, bLow] = typeof x === "number" ? [x, 0] : [x.high, x.low];
    const a = this.high;
    const sum = a + b;
    const ofB = sum - a;
    const lost = (a - (sum - ofB)) + (b - ofB);
    return of(sum, lost + (this.low + bLow));
  }

  minus(x: Twofold | number): Twofold {
    return this.plus(typeof x === "number" ? -x : x.neg());
  }

  times(x: Twofold | number): Twofold {
    const [b, bLow] = typeof x === "number" ? [x, 0] : [x.high, x.low];
    const lost = lostInProduct(this.high, b);
    return of(this.high * b, lost + (this.high * bLow + this.low * b));
  }

  div(x: Twofold | number): Twofold {
    const divisor = typeof x === "number" ? new Twofold(x) : x;
    const first = this.high / divisor.high;
    const rest = this.minus(divisor.times(first));
    const second = rest.high / divisor.high;
    const third = rest.minus(divisor.times(second)).high / divisor.high;
    return of(first, second).plus(third);
  }

  neg(): Twofold {
    return new Twofold(-this.high, -this.low);
  }

  abs(): Twofold {
    return this.high < 0 ? this.neg() : this;
  }

  pow(n: number): Twofold {
    return n === 1 ? this : this.pow(n - 1).times(this);
  }

  /** 2^k exp(r)^256, with the series of exp for an r below ln 2 / 512. */
  exp(): Twofold {
    const k = Math.round(this.high / Math.LN2);
    const r = this.minus(LN2.times(k)).times(2 ** -8);
    let beyond1 = r.div(12);
    for (let n = 11; n >= 1; n--) beyond1 = beyond1.plus(1).times(r).div(n);
    // (1 + b)² − 1 = 2b + b²: 1 is added at the end, when b has grown.
    for (let i = 0; i < 8; i++) {
      beyond1 = beyond1.times(2).plus(beyond1.times(beyond1));
    }
    const power = beyond1.plus(1);
    const half = 2 ** Math.trunc(k / 2);
    const other = 2 ** (k - Math.trunc(k / 2));
    return new Twofold(power.high * half * other, power.low * half * other);
  }

  ln(): Twofold {
    return this.minus(1).log1p();
  }

  /** By its series near 0; else a step of Newton's from the nearest double. */
  log1p(): Twofold {
    if (Math.abs(this.high) < 2 ** -9) {
      let sum = new Twofold(1 / 13);
      for (let n = 12; n >= 1; n--) {
        sum = new Twofold(1).div(n).minus(sum.times(this));
      }
      return sum.times(this);
    }
    const near = Math.log1p(this.high);
    return new Twofold(-near).exp().times(this.plus(1)).minus(1).plus(near);
  }

  gt(x: number): boolean {
    return this.high > x;
  }

  toNumber(): number {
    return this.high;
  }
}

const LN2 = new Twofold(0.6931471805599453, 2.3190468138462996e-17);

function of(high: number, low: number): Twofold {
  const sum = high + low;
  if (!Number.isFinite(sum)) return new Twofold(sum);
  return new Twofold(sum, low - (sum - high));
}

function lostInProduct(a: number, b: number): number {
  const [aHigh, bHigh] = [upperHalf(a), upperHalf(b)];
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  return ((aHigh * bHigh - a * b) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
}

function upperHalf(x: number): number {
  const shifted = (2 ** 27 + 1) * x;
  return shifted - (shifted - x);
}
