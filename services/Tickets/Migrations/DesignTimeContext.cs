using Phase1.Messaging.Storage;

namespace Phase1.Tickets.Migrations;

/// <summary>How dotnet-ef comes by the model.</summary>
sealed class DesignTimeContext : ModelContextFactory<TicketsDbContext>;
