using Phase1.FileIntake;
using Phase1.ServiceDefaults;

return await Phase1Host.RunAsync(new FileIntakeService(), args);
