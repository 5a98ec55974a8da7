using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging.Background;

namespace Phase1.ServiceDefaults;

/// <summary>Answers requests about students, each in a transaction of its own; one that fails does not hold up the others.</summary>
sealed class PrivacyWorker(IServiceProvider services) : PeriodicWork(services)
{
    readonly IServiceScopeFactory _scopes = services.GetRequiredService<IServiceScopeFactory>();

    // A record wakes it; this is for what a process that is gone has left.
    protected override TimeSpan Interval => TimeSpan.FromSeconds(30);

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var pending = await scope
            .GetRequiredService<DbContext>()
            .Set<PrivacyRequest>()
            .Where(request => request.State == PrivacyRequestState.Pending)
            .OrderBy(request => request.ReceivedAt)
            .Select(request => request.RequestId)
            .ToListAsync(cancellationToken);
        ExceptionDispatchInfo? failure = null;
        foreach (var request in pending)
        {
            try
            {
                await AnswerAsync(request, cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                failure ??= ExceptionDispatchInfo.Capture(error);
            }
        }
        failure?.Throw();
    }

    async Task AnswerAsync(Guid request, CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrivacyAnswers>().AnswerAsync(request, cancellationToken);
    }
}
