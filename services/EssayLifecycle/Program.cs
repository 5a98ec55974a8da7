using Phase1.EssayLifecycle;
using Phase1.ServiceDefaults;

return await Phase1Host.RunAsync(new EssayLifecycleService(), args);
