using Phase1.EssayLifecycle;
using Phase1.ServiceDefaults;

await Phase1Host.Build(new EssayLifecycleService(), args).RunAsync();
