using Phase1.Events;
using Phase1.ModelGateway.Completions;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Routing;

/// <summary><c>POST /v1/llm/route</c>: what would become of a call. Nobody is called and nothing is reserved.</summary>
static class DecideRouteEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/llm/route", HandleAsync)
            .RequireTeacher()
            .MayHoldZero()
            .MayAnswer(Problems.ResourceNotFound, Problems.NoProvider, Problems.LedgerUnavailable);

    /// <summary>A call that is not made.</summary>
    /// <param name="TaskType">What would be asked for.</param>
    /// <param name="Messages">What would be sent.</param>
    /// <param name="InputCharacters">How much would be sent, in place of the messages.</param>
    /// <param name="Complexity">How hard it is.</param>
    /// <param name="Model">A model of the list in place of the route's.</param>
    /// <param name="MaxOutputTokens">The most tokens of the answer.</param>
    /// <param name="ResponseFormat">What the answer would have to keep to.</param>
    /// <param name="Context">What it is about.</param>
    /// <param name="RequestId">As of a call; nothing is done by it.</param>
    /// <param name="DeadlineMs">As of a call; nothing is done by it.</param>
    internal sealed record Body(
        string TaskType,
        IReadOnlyList<CompletionMessage>? Messages = null,
        long InputCharacters = 0,
        Complexity Complexity = Complexity.Standard,
        string? Model = null,
        long? MaxOutputTokens = null,
        CompletionFormat? ResponseFormat = null,
        CompletionContext? Context = null,
        Guid? RequestId = null,
        int? DeadlineMs = null
    );

    /// <summary>What would become of a call.</summary>
    internal sealed record Answer(
        string Primary,
        RouteReason Reason,
        IReadOnlyList<string> Alternatives,
        IReadOnlyList<SkippedModel> Skipped,
        long EstimatedTokens,
        decimal EstimatedCost,
        string Currency,
        bool WouldAdmit,
        Guid? RefusingBudgetId
    );

    static async Task<Answer> HandleAsync(
        Body body,
        Caller caller,
        RoutePlanner planner,
        BudgetProbe probe,
        ICostCalculator costs,
        GuardOptions guard,
        CancellationToken cancellationToken
    )
    {
        if (body.InputCharacters is < 0 or > int.MaxValue || body.MaxOutputTokens < 1)
        {
            throw ProblemException.Validation("input_characters", "Sizes are at least 0, and an answer has at least one token.");
        }
        if (body.Model is { } named && !await planner.KnowsAsync(caller.Workspace(), named, cancellationToken))
        {
            throw new ProblemException(Problems.ResourceNotFound, "There is no such model.");
        }
        var input = body.Messages is { } messages
            ? UpperBound.EstimateInput([.. messages.Select(message => message.Content)], guard.BytesPerToken)
            : (body.InputCharacters + guard.BytesPerToken - 1) / guard.BytesPerToken;
        var request = new RouteRequest(
            TaskTypes.Of(body.TaskType),
            body.Complexity,
            body.Model,
            input,
            body.MaxOutputTokens,
            body.ResponseFormat is not null
        );
        var plan = await planner.PlanFreshAsync(caller.Workspace(), request, cancellationToken);
        SkippedModel[] skipped = [.. plan.Decision.Skipped.Select(skip => new SkippedModel(skip.ModelId, skip.Reason))];
        if (plan.Decision.Primary is not { } primary)
        {
            throw new ProblemException(Problems.NoProvider, "No model of the chain could be asked.")
            {
                Current = new { Skipped = skipped },
            };
        }
        var output = Math.Min(body.MaxOutputTokens ?? primary.Model.MaxOutputTokens, primary.Model.MaxOutputTokens);
        var bound = new UpperBound(input, output, costs.Of(new(input, output), primary.Quote));
        var call = new CallFacts
        {
            WorkspaceId = caller.Workspace(),
            UserId = caller.UserId,
            CourseCode = body.Context?.CourseCode,
            Caller = caller.ServiceId,
            TaskType = request.Task,
            Complexity = body.Complexity,
        };
        var refusing = await probe.FirstRefusalAsync(plan.Workspace, call, bound, cancellationToken);
        return new(
            primary.Model.ModelId,
            plan.Decision.Reason,
            [.. plan.Decision.Alternatives],
            skipped,
            bound.Tokens,
            bound.Cost.Total,
            plan.Workspace.Workspace.Currency,
            refusing is null,
            refusing
        );
    }
}
