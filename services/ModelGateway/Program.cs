using Phase1.ModelGateway;
using Phase1.ServiceDefaults;

return await Phase1Host.RunAsync(new ModelGatewayService(), args);
