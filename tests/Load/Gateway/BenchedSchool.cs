using System.Collections.Concurrent;
using System.Net;

namespace Phase1.Load.Gateway;

/// <summary>What many calls came to.</summary>
/// <param name="Milliseconds">Of each that was answered.</param>
/// <param name="Answered">How many were.</param>
/// <param name="PerSecond">Calls, those that a budget refused among them.</param>
sealed record AskedCalls(IReadOnlyCollection<double> Milliseconds, long Answered, double PerSecond);

/// <summary>Teachers without a school, who are schools of one, and what they ask.</summary>
sealed class BenchedSchool(GatewayHouse house, TimeProvider clock)
{
    const int Repeats = 300;

    internal async Task AddModelAsync(Uri gateway, string provider, CancellationToken cancellationToken)
    {
        await PutAsync(
            $"/v1/llm/models/{provider}/mid",
            new
            {
                Version = 0,
                WireName = "mid",
                Tier = "standard",
                ContextTokens = 100_000,
                MaxOutputTokens = 1000,
                SupportsJson = true,
            }
        );
        foreach (var direction in new[] { "input", "output" })
        {
            await PutAsync(
                "/v1/prices",
                new
                {
                    Model = $"{provider}/mid",
                    Direction = direction,
                    Unit = "1k_tokens",
                    Price = 0.0025m,
                    Currency = "SEK",
                }
            );
        }

        Task PutAsync(string path, object body) =>
            house.SendAsync(gateway, HttpMethod.Put, path, "operator", "operator", body, cancellationToken);
    }

    /// <summary>A teacher whose calls go to a provider.</summary>
    internal Task OpenAsync(Uri gateway, string teacher, string provider, CancellationToken cancellationToken) =>
        house.SendAsync(
            gateway,
            HttpMethod.Put,
            "/v1/llm/routes/general",
            "operator",
            "operator",
            new
            {
                Version = 0,
                Chain = new[] { $"{provider}/mid" },
                OnBudget = "refuse",
                WorkspaceId = $"user:{teacher}",
            },
            cancellationToken
        );

    internal async Task<Guid> BudgetAsync(
        Uri gateway,
        string teacher,
        string unit,
        string period,
        decimal limit,
        CancellationToken cancellationToken
    ) =>
        (Guid)
            (
                await house.SendAsync(
                    gateway,
                    HttpMethod.Post,
                    "/v1/budgets",
                    teacher,
                    "school-admin",
                    new
                    {
                        ScopeType = "workspace",
                        ScopeId = $"user:{teacher}",
                        Period = period,
                        Unit = unit,
                        LimitAmount = limit,
                        Currency = unit == "money" ? "SEK" : null,
                    },
                    cancellationToken
                )
            )["budget_id"]!;

    /// <summary>Makes calls, so many at once, by turns to each gateway. What is neither answered nor refused by a budget is an error.</summary>
    internal async Task<AskedCalls> AskAsync(
        IReadOnlyList<Uri> gateways,
        string teacher,
        int calls,
        int atOnce,
        CancellationToken cancellationToken
    )
    {
        var (took, left, began) = (new ConcurrentBag<double>(), calls, clock.GetTimestamp());
        await Task.WhenAll(
            Enumerable
                .Range(0, atOnce)
                .Select(async _ =>
                {
                    while (Interlocked.Decrement(ref left) is >= 0 and var number)
                    {
                        if (await TimeAsync(gateways[number % gateways.Count], teacher, cancellationToken) is { } time)
                        {
                            took.Add(time);
                        }
                    }
                })
        );
        return new(took, took.Count, calls / clock.GetElapsedTime(began).TotalSeconds);
    }

    /// <summary>How long a question that costs nothing takes, one after the other.</summary>
    internal async Task<IReadOnlyCollection<double>> RepeatAsync(
        Uri gateway,
        HttpMethod method,
        string path,
        string teacher,
        CancellationToken cancellationToken
    )
    {
        var body = method == HttpMethod.Post ? new { TaskType = "general", InputCharacters = 2000 } : null;
        List<double> took = [];
        for (var i = 0; i < Repeats; i++)
        {
            var began = clock.GetTimestamp();
            await house.SendAsync(gateway, method, path, teacher, null, body, cancellationToken);
            took.Add(clock.GetElapsedTime(began).TotalMilliseconds);
        }
        return [.. took.Skip(Repeats / 3)];
    }

    async Task<double?> TimeAsync(Uri gateway, string teacher, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        using var request = GatewayHouse.Request(
            gateway,
            HttpMethod.Post,
            "/v1/llm/completions",
            teacher,
            null,
            new
            {
                RequestId = Guid.CreateVersion7(clock.GetUtcNow()),
                TaskType = "general",
                MaxOutputTokens = 100,
                Messages = new[] { new { Role = "user", Content = "Vem har skrivit det här, och när?" } },
            }
        );
        using var answer = await house.Http.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => clock.GetElapsedTime(began).TotalMilliseconds,
            HttpStatusCode.TooManyRequests => null,
            _ => throw new InvalidOperationException($"A call was answered with {(int)answer.StatusCode}: {text}"),
        };
    }
}
