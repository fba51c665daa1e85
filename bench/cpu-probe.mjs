// Loaded before every peer (`node --import`): tells its parent, when asked, how much CPU the process has used so far.
// The peers stay as they are, the built server among them.
process.on('message', (asked) => {
  if (asked === 'cpu') process.send(process.cpuUsage());
});
// A peer does not outlive the benchmark.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Being able to answer is no reason to stay alive.
process.channel?.unref();
