using Phase1.Events;

namespace Phase1.Portal.Neighbours;

/// <summary>Which services are there that a school may do without: the pages show nothing of those that are not.</summary>
sealed class Installed(IConfiguration configuration)
{
    internal bool HasTickets { get; } = Engines.IsThere(configuration, nameof(ServiceNames.Tickets));

    internal bool HasModels { get; } = Engines.IsThere(configuration, nameof(ServiceNames.ModelGateway));

    internal bool HasFeedback { get; } = Engines.IsThere(configuration, nameof(ServiceNames.Feedback));
}
