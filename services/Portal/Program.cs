using Phase1.Portal;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

return args is ["link", .. var words]
    ? await new LinkProgram(Console.Out, Console.Error).RunAsync(words)
    : await Phase1Host.RunAsync(new PortalService(), args);
