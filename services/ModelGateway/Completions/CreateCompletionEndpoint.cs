using Phase1.ModelGateway.Guard;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Completions;

/// <summary><c>POST /v1/llm/completions</c>: a service asks a language model on behalf of a teacher.</summary>
static class CreateCompletionEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/llm/completions", HandleAsync)
            .RequireTeacher()
            .MayHoldZero()
            .MayAnswer(
                Problems.ResourceNotFound,
                Problems.RequestInProgress,
                Problems.AlreadySettled,
                Problems.LimitExceeded,
                Problems.QuotaExceeded,
                Problems.BudgetExceeded,
                Problems.NoProvider,
                Problems.GatewayDisabled,
                Problems.LedgerUnavailable,
                Problems.CostTrackingOff,
                Problems.Timeout
            );

    static Task<CompletionReply> HandleAsync(
        CompletionBody body,
        Caller caller,
        CompletionCalls calls,
        GuardOptions guard,
        CancellationToken cancellationToken
    ) => calls.RunAsync(CompletionOrder.Of(body, caller, guard), cancellationToken);
}
