using System.Diagnostics;
using System.Text.Json;
using Phase1.ModelGateway.Health;
using Phase1.ModelGateway.Providers;
using Phase1.ModelGateway.Routing;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure;

namespace Phase1.Unit.Tests.ModelGateway.Health;

/// <summary>What a provider is known by after a poll.</summary>
public sealed class WatchedClientTests
{
    readonly ManualTimeProvider _clock = new();

    [Theory]
    [Trait("Scenario", "CCR-40")]
    [Trait("Scenario", "CCR-41")]
    [Trait("Scenario", "CCR-42")]
    [Trait("Scenario", "CCR-43")]
    [InlineData("timeout", "timed_out", null)]
    [InlineData(nameof(FailureKind.ConnectFailed), "connect_failed", null)]
    [InlineData(nameof(FailureKind.ServerError), "server_error 503", 503)]
    public async Task A_poll_that_fails_makes_it_degraded_says_why_and_the_next_success_clears_it(string kind, string told, int? status)
    {
        var answers = new Queue<ProviderReply?>([
            kind == "timeout" ? null : new ProviderFailure(Enum.Parse<FailureKind>(kind), status),
            new ProviderModels(new HashSet<string> { "mid" }),
        ]);
        var known = Known(new PolledProvider(answers));

        await PollAsync(known);

        (Level(known), known.State.Health.Failures, known.State.Note.LastError).ShouldBe((ProviderLevel.Degraded, 1, told));

        await PollAsync(known);

        (Level(known), known.State.Health.Failures, known.State.Note.LastError).ShouldBe((ProviderLevel.Available, 0, null));
    }

    [Fact]
    [Trait("Scenario", "CCR-47")]
    public void The_gateway_s_health_has_nine_fields()
    {
        var document = new HealthDocument(GatewayLevel.Healthy, [], 7, null, null, 0, true, CircuitState.Closed, null);

        JsonSerializer
            .SerializeToNode(document, Phase1Json.Options)!
            .AsObject()
            .Select(field => field.Key)
            .ShouldBe(
                [
                    "status",
                    "providers",
                    "uptime_seconds",
                    "last_check",
                    "last_error",
                    "consecutive_failures",
                    "is_running",
                    "circuit_state",
                    "circuit_opened_at",
                ],
                ignoreOrder: true
            );
    }

    async Task PollAsync(KnownProvider known)
    {
        using var patience = new CancellationTokenSource();
        var poll = new WatchedClient(known, new NetworkClock(_clock), CancellationToken.None).ListModelsAsync(patience.Token);
        await patience.CancelAsync();
        try
        {
            await poll;
        }
        catch (OperationCanceledException)
        {
            // The poll's own time is over.
        }
    }

    KnownProvider Known(IProviderClient client)
    {
        var options = new RoutingOptions();
        var breaker = new Breaker(options.FailuresToOpen, options.OpenFor, _clock);
        return new(new Provider("north", null, IsExternal: false), client, new ProviderState(breaker, options, _clock));
    }

    ProviderLevel Level(KnownProvider known) => known.State.Health.LevelAt(_clock.GetUtcNow());

    /// <summary>Answers polls one after the other; one without an answer waits until the caller has lost patience.</summary>
    sealed class PolledProvider(Queue<ProviderReply?> answers) : IProviderClient
    {
        public Task<ProviderReply> AskAsync(ProviderRequest request, CancellationToken cancellationToken) =>
            throw new NotSupportedException("Nobody asks.");

        public async Task<ProviderReply> ListModelsAsync(CancellationToken cancellationToken)
        {
            if (answers.Dequeue() is { } answer)
            {
                return answer;
            }
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            throw new UnreachableException();
        }
    }
}
