using Phase1.Feedback.Storage;
using Phase1.Messaging.Storage;

namespace Phase1.Feedback.Migrations;

/// <summary>How dotnet-ef comes by the model.</summary>
sealed class DesignTimeContext : ModelContextFactory<FeedbackDbContext>;
