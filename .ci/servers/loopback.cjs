// Preloaded into every Node server (node -r): whatever address or port its code names, it listens on 127.0.0.1:$PORT;
// a second server in the same process, whose port $PORT_TOO names, on 127.0.0.1:$PORT_TOO.
// Published servers often bind every interface and hard-code a port; nothing else about them is changed.
'use strict';
const net = require('node:net');

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  const asked = args[0];
  const isPort = (value) => typeof value === 'number' || /^\d+$/.test(value);
  const isOptions = typeof asked === 'object' && asked !== null && isPort(asked.port);
  if (!isPort(asked) && !isOptions) return listen.apply(this, args); // a pipe or a file descriptor
  const callback = args.find((arg) => typeof arg === 'function');
  const wanted = String(isOptions ? asked.port : asked);
  const port = Number(wanted === process.env.PORT_TOO ? wanted : process.env.PORT);
  return listen.call(this, { port, host: '127.0.0.1' }, callback);
};
