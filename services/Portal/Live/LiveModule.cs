using Phase1.Messaging;

namespace Phase1.Portal.Live;

/// <summary>How open pages learn of what has changed.</summary>
static class LiveModule
{
    internal static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<LiveSignal>().AddSingleton<LiveStreams>().AddSingleton<Pulses>();
        services.AddLogObserver<PulseWriter>().AddHostedService<LiveWatch>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder routes) => StreamChangesEndpoint.Map(routes);

    /// <summary>For a route of one batch (<c>id</c>) whose success the batch's other pages are to learn of.</summary>
    internal static RouteHandlerBuilder TellsOtherPages(this RouteHandlerBuilder page) => page.AddEndpointFilter<PulseFilter>();
}
