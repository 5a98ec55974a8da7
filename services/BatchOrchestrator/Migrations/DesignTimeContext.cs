using Phase1.BatchOrchestrator.Storage;
using Phase1.Messaging.Storage;

namespace Phase1.BatchOrchestrator.Migrations;

/// <summary>How dotnet-ef comes by the model.</summary>
sealed class DesignTimeContext : ModelContextFactory<BatchDbContext>;
