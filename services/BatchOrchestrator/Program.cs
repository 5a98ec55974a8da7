using Phase1.BatchOrchestrator;
using Phase1.ServiceDefaults;

return await Phase1Host.RunAsync(new BatchOrchestratorService(), args);
