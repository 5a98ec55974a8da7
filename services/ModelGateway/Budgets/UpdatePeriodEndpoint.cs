using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Budgets;

/// <summary><c>POST /v1/budgets/{id}/override</c>: a person raises the limit of one period alone.</summary>
static class UpdatePeriodEndpoint
{
    const int LongestReason = 500;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/budgets/{id}/override", HandleAsync)
            .RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin)
            .MayAnswer(Problems.ResourceNotFound, Problems.InvalidState, Problems.LimitExceeded);

    /// <summary>A higher limit.</summary>
    /// <param name="PeriodKey">The period, as its status names it.</param>
    /// <param name="LimitAmount">Its new limit.</param>
    /// <param name="Reason">Why; for whoever reads the request, and kept nowhere.</param>
    internal sealed record Body(string PeriodKey, decimal LimitAmount, string Reason);

    static async Task<MeterReading> HandleAsync(
        Guid id,
        Body body,
        Caller caller,
        BudgetOverride overrides,
        GatewayDbContext db,
        UnitOfWork work,
        CancellationToken cancellationToken
    )
    {
        BudgetFields.Check(body.LimitAmount, 80, 95);
        if (string.IsNullOrWhiteSpace(body.Reason) || body.Reason.Length > LongestReason)
        {
            throw ProblemException.Validation("reason", $"A reason has 1 to {LongestReason} characters.");
        }
        await work.BeginAsync(cancellationToken);
        var budget = await db.LockOwnAsync(id, caller, cancellationToken);
        var (result, period) = await overrides.RaiseAsync(db, budget, body.PeriodKey, body.LimitAmount, cancellationToken);
        var reading = result switch
        {
            OverrideResult.NoPeriod => throw new ProblemException(Problems.ResourceNotFound, "The budget has no such period."),
            OverrideResult.PeriodOver => throw new ProblemException(Problems.InvalidState, "The period is over."),
            OverrideResult.BelowPresent => throw new ProblemException(Problems.LimitExceeded, "The limit is higher already."),
            _ => MeterReading.Of(budget, period!),
        };
        await work.CommitAsync(cancellationToken);
        return reading;
    }
}
