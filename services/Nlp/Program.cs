using Phase1.Nlp;
using Phase1.ServiceDefaults;

return await Phase1Host.RunAsync(new NlpService(), args);
