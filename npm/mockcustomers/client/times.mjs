/** A length of time for the control port: a period of ISO 8601 as it is, milliseconds as one. */
export function period(time) {
  if (typeof time === 'string') return time;
  if (Number.isFinite(time) && time >= 0) return `PT${(time / 1000).toFixed(3)}S`;
  throw new RangeError(`a length of time cannot be '${time}'; milliseconds, zero and up, or a period of ISO 8601 such as 'P3D'`);
}

/** A moment for the control port: a Date, or a text of RFC 3339. */
export function moment(time) {
  return time instanceof Date ? time.toISOString() : time;
}
