// In whose name commands go, as far as this browser remembers. Where somebody is signed in, the server takes it from the session.

const key = 'burnin.operator';

export const operatorName = () => localStorage.getItem(key) ?? '';

export const rememberOperator = (name) => localStorage.setItem(key, name);

/** For a command that needs no name: the one that is remembered, if there is one. */
export const byOperator = () => ({ operator: localStorage.getItem(key) ?? undefined });
