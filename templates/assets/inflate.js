// Reads zlib streams (RFC 1950, 1951) for browsers without DecompressionStream: Firefox before 113, Safari before 16.4.

// In what order a block tells the lengths of the codes for lengths.
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// What a stream holds, as a Uint8Array; throws where it is none. The caller checks the content by a digest of its own.
export function inflate(stream) {
  let output = new Uint8Array(8 * stream.length + 300);
  let size = 0;
  let place = 2;
  let bits = 0;
  let bitCount = 0;

  function take(count) {
    while (bitCount < count) {
      if (place >= stream.length) throw new RangeError("the stream is cut");
      bits |= stream[place++] << bitCount;
      bitCount += 8;
    }
    const value = bits & ((1 << count) - 1);
    bits >>>= count;
    bitCount -= count;
    return value;
  }

  /// A symbol of a canonical code, a bit at a time.
  function symbol({ counts, symbols }) {
    let code = 0;
    let first = 0;
    let start = 0;
    for (let length = 1; length < 16; length++) {
      code |= take(1);
      if (code - first < counts[length]) return symbols[start + code - first];
      start += counts[length];
      first = (first + counts[length]) << 1;
      code <<= 1;
    }
    throw new RangeError("no such code");
  }

  function reserve(count) {
    if (size + count <= output.length) return;
    const larger = new Uint8Array(2 * (size + count));
    larger.set(output);
    output = larger;
  }

  function stored() {
    bits = 0;
    bitCount = 0;
    const count = stream[place] | (stream[place + 1] << 8);
    const end = place + 4 + count;
    if (end > stream.length) throw new RangeError("the stream is cut");
    reserve(count);
    output.set(stream.subarray(place + 4, end), size);
    size += count;
    place = end;
  }

  function compressed(literals, distances) {
    for (;;) {
      const value = symbol(literals);
      if (value === 256) return;
      reserve(258);
      if (value < 256) {
        output[size++] = value;
        continue;
      }
      const length = lengthOf(value - 257);
      const back = distanceOf(symbol(distances));
      if (back > size) throw new RangeError("a copy of what is not there");
      for (const end = size + length; size < end; size++) output[size] = output[size - back];
    }
  }

  function lengthOf(step) {
    if (step > 28) throw new RangeError("no such length");
    if (step === 28) return 258;
    const more = step < 8 ? 0 : (step >> 2) - 1;
    return step < 8 ? step + 3 : ((4 | (step & 3)) << more) + 3 + take(more);
  }

  function distanceOf(step) {
    if (step > 29) throw new RangeError("no such distance");
    const more = step < 2 ? 0 : (step >> 1) - 1;
    return step < 2 ? step + 1 : ((2 | (step & 1)) << more) + 1 + take(more);
  }

  /// The codes of a block that brings its own.
  function ownCodes() {
    const literalCount = take(5) + 257;
    const distanceCount = take(5) + 1;
    const told = new Array(19).fill(0);
    for (let count = take(4) + 4, index = 0; index < count; index++) told[order[index]] = take(3);
    const code = codeOf(told);
    const lengths = [];
    while (lengths.length < literalCount + distanceCount) {
      const value = symbol(code);
      if (value === 16 && !lengths.length) throw new RangeError("nothing to repeat");
      const repeated = value === 16 ? lengths[lengths.length - 1] : value > 16 ? 0 : value;
      let times = value < 16 ? 1 : value === 16 ? 3 + take(2) : value === 17 ? 3 + take(3) : 11 + take(7);
      while (times--) lengths.push(repeated);
    }
    const end = literalCount + distanceCount;
    return [codeOf(lengths.slice(0, literalCount)), codeOf(lengths.slice(literalCount, end))];
  }

  for (let isLast = 0; !isLast; ) {
    isLast = take(1);
    const kind = take(2);
    if (kind === 0) stored();
    else if (kind === 1) compressed(...fixedCodes());
    else if (kind === 2) compressed(...ownCodes());
    else throw new RangeError("no such block");
  }
  return output.subarray(0, size);
}

/// A canonical code by the lengths of its symbols: how many have each length, and the symbols in the order of their codes.
function codeOf(lengths) {
  const counts = new Array(16).fill(0);
  for (const length of lengths) counts[length]++;
  counts[0] = 0;
  const starts = [0, 0];
  for (let length = 1; length < 15; length++) starts[length + 1] = starts[length] + counts[length];
  const symbols = [];
  lengths.forEach((length, symbol) => length && (symbols[starts[length]++] = symbol));
  return { counts, symbols };
}

function fixedCodes() {
  const lengths = Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8);
  return [codeOf(lengths), codeOf(new Array(30).fill(5))];
}
