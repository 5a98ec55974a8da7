using System.Text.Json;
using Phase1.Events;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Providers;
using Phase1.ModelGateway.Routing;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Completions;

/// <summary>A call as it is made: checked, and with its caller.</summary>
/// <param name="Call">Whose it is, and what for.</param>
/// <param name="Messages">What is sent.</param>
/// <param name="InputTokens">Of it, estimated from above.</param>
/// <param name="Model">The model that the caller names.</param>
/// <param name="MaxOutput">The most tokens of the answer; null for the model's own.</param>
/// <param name="Deadline">How long the call may take; null for the route's own.</param>
/// <param name="Schema">What the answer must keep to.</param>
/// <param name="Context">Comes back with the reply.</param>
sealed record CompletionOrder(
    CallFacts Call,
    IReadOnlyList<ProviderMessage> Messages,
    long InputTokens,
    string? Model,
    long? MaxOutput,
    TimeSpan? Deadline,
    JsonElement? Schema,
    CompletionContext? Context
)
{
    internal int Characters { get; } = Messages.Sum(message => message.Content.Length);

    internal RouteRequest Route => new(Call.TaskType, Call.Complexity, Model, InputTokens, MaxOutput, Schema is not null);

    internal static CompletionOrder Of(CompletionBody body, Caller caller, GuardOptions guard)
    {
        CompletionFields.Check(body);
        List<ProviderMessage> messages =
        [
            .. body.Messages.Select(message => new ProviderMessage(WireEnum.Name(message.Role), Clean(message.Content))),
        ];
        return new(
            new CallFacts
            {
                RequestId = body.RequestId,
                WorkspaceId = Workspace.IdOf(caller.OrgId, caller.UserId),
                UserId = caller.UserId,
                CourseCode = body.Context?.CourseCode,
                BatchId = body.Context?.BatchId,
                EssayId = body.Context?.EssayId,
                Caller = caller.ServiceId,
                TaskType = TaskTypes.Of(body.TaskType),
                Complexity = body.Complexity,
            },
            messages,
            UpperBound.EstimateInput([.. messages.Select(message => message.Content)], guard.BytesPerToken),
            body.Model,
            body.MaxOutputTokens,
            body.DeadlineMs is { } deadline ? TimeSpan.FromMilliseconds(deadline) : null,
            body.ResponseFormat?.Schema,
            body.Context
        );
    }

    // Providers' own readers end a text there.
    static string Clean(string content) => content.Replace("\0", "", StringComparison.Ordinal);
}
