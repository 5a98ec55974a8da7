using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Providers;
using Phase1.ModelGateway.Routing;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Ledger;

/// <summary><c>GET /internal/v1/llm/usage?essay_id=</c>: who was asked about an essay, when and why. What was sent is kept nowhere.</summary>
static class ListCallsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/internal/v1/llm/usage", HandleAsync).RequireService();

    /// <summary>One call.</summary>
    internal sealed record Answer(
        Guid RequestId,
        string Provider,
        string Model,
        string? Region,
        DateTimeOffset At,
        TaskType Why,
        string Caller,
        long RequestBytes,
        long AnswerBytes,
        string? RequestSha256
    );

    static async Task<IReadOnlyList<Answer>> HandleAsync(
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "essay_id")] Guid essayId,
        GatewayDbContext db,
        ProviderBook providers,
        CancellationToken cancellationToken
    )
    {
        var calls = await db
            .Usage.AsNoTracking()
            .Where(usage => usage.EssayId == essayId)
            .OrderBy(usage => usage.OccurredAt)
            .ThenBy(usage => usage.RequestId)
            .ToListAsync(cancellationToken);
        return
        [
            .. calls.Select(call => new Answer(
                call.RequestId,
                call.Provider,
                call.ModelId,
                providers.GetValueOrDefault(call.Provider)?.Region,
                call.OccurredAt,
                call.TaskType,
                call.Caller,
                call.RequestBytes,
                call.AnswerBytes,
                call.RequestSha256 is { } hash ? Convert.ToHexStringLower(hash) : null
            )),
        ];
    }
}
