// Preloaded into Node servers that offer no option for it: listen on 127.0.0.1 only, and move a hard-coded port.
const net = require('node:net');
const listen = net.Server.prototype.listen;
const moved = process.env.FORCE_PORT ? Number(process.env.FORCE_PORT) : undefined;
net.Server.prototype.listen = function (...args) {
  if (args[0] !== null && typeof args[0] === 'object') {
    args[0] = { ...args[0], host: '127.0.0.1', port: moved ?? args[0].port };
    return listen.apply(this, args);
  }
  const callback = args.find((arg) => typeof arg === 'function');
  return listen.call(this, { port: moved ?? Number(args[0]), host: '127.0.0.1' }, callback);
};
