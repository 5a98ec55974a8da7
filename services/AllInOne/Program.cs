using Phase1.AllInOne;
using Phase1.ServiceDefaults;

return await Phase1Host.RunAsync(() => Suite.Build(args));
