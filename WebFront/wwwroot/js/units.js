// Numbers as people read them, in the units that they wish for.

import { look } from './look.js';

const decimal = [[1e15, 'PB'], [1e12, 'TB'], [1e9, 'GB'], [1e6, 'MB'], [1e3, 'kB']];
const binary = [[2 ** 50, 'PiB'], [2 ** 40, 'TiB'], [2 ** 30, 'GiB'], [2 ** 20, 'MiB'], [2 ** 10, 'KiB']];

/** Decimal, as on the label of the drive: 16 TB, 1.9 TB, 500 GB; or in powers of 1024, as most operating systems count. */
export function size(bytes) {
  const [unit, name] = (look('sizes') === 'binary' ? binary : decimal).find(([least]) => bytes >= least * 0.9995) ?? [1, 'B'];
  const value = bytes / unit;
  return { value: value >= 100 ? value.toFixed(0) : String(Number(value.toFixed(1))), unit: name };
}

export const degrees = (celsius) => (look('heat') === 'f' ? Math.round(celsius * 1.8 + 32) : celsius);
export const degreesWord = () => (look('heat') === 'f' ? 'Fahrenheit' : 'Celsius');

export function sizeText(bytes) {
  const { value, unit } = size(bytes);
  return `${value} ${unit}`;
}

export function speed(bytesPerSecond) {
  const megabytes = bytesPerSecond / 1e6;
  return { value: megabytes >= 10 ? megabytes.toFixed(0) : megabytes.toFixed(1), unit: 'MB/s' };
}

/** One digit after the point, cut rather than rounded: nothing is at 100 % before it is done. */
export function percent(value) {
  return value >= 100 ? '100' : (Math.floor(Math.max(0, value) * 10) / 10).toFixed(1);
}

/** 1st, 2nd, 3rd, 11th. */
export function ordinal(number) {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${teen ? 'th' : ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'}`;
}

export function count(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

/** How full each of so many parts of the same length is, 0 to 1, when so much of the whole is done. */
export function fills(percentDone, parts) {
  return Array.from({ length: parts }, (_, part) => Math.min(1, Math.max(0, (percentDone / 100) * parts - part)));
}
